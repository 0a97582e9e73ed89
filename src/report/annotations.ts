import { compareFindings, type Finding } from '../core/finding.js';
import type { CheckResult } from '../core/result.js';
import { ruleOf } from '../core/rules.js';
import { judge, VERDICTS } from '../core/verdict.js';
import { block, inline } from './escape/neutralize.js';
import { count } from './facts/wording.js';

/** GitHub's words for how loud an annotation is. */
export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** A remark at a line of a pull request, as neutralised data: whoever writes it as a command escapes it as commands need. */
export interface Annotation {
  readonly level: AnnotationLevel;
  /** As the user named it; `null` when it stands at no line of a file, and so are line and column. */
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly title: string;
  /** At most 4096 UTF-16 units, the runner's limit. */
  readonly message: string;
}

/** What GitHub shows of each level per step. Source: https://docs.github.com/en/rest/checks/runs */
const PER_LEVEL = 10;

const LEVELS = { error: 'error', warning: 'warning', note: 'notice' } as const;

/** The result's findings as annotations: the gravest first, at most ten of each level, the tenth saying how many more there are. */
export function annotations(result: CheckResult): readonly Annotation[] {
  const unlisted = result.findingCount - result.findings.length;
  return (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const ranked = result.findings.filter((finding) => finding.severity === severity).toSorted(compareGravity);
    const shown = ranked.slice(0, PER_LEVEL).map(annotation);
    const hidden = ranked.length - shown.length + (severity === 'error' ? unlisted : 0);
    return hidden > 0 ? withMore(shown, count(hidden, `more ${LEVELS[severity]}`)) : shown;
  });
}

/** By what it would mean for the verdict, then what has a place in a file, then as everywhere. */
function compareGravity(a: Finding, b: Finding): number {
  return gravity(b) - gravity(a) || Number(a.location === null) - Number(b.location === null) || compareFindings(a, b);
}

function gravity(finding: Finding): number {
  return VERDICTS.indexOf(judge([{ ...finding, severity: 'error' }]));
}

function annotation({ rule, severity, service, message, advice, location }: Finding): Annotation {
  const lines = block(message, { prefix: '', maxLines: 20, maxBytes: 3000, keep: 'first' });
  return {
    level: LEVELS[severity],
    file: location === null ? null : inline(location.file),
    line: location?.line ?? null,
    column: location?.column ?? null,
    title: inline(service === null ? ruleOf(rule).title : `${service}: ${ruleOf(rule).title}`, 200),
    message: [...lines, ...(advice === '' ? [] : [inline(advice)]), `[${rule}]`].join('\n'),
  };
}

function withMore(shown: readonly Annotation[], more: string): readonly Annotation[] {
  const last = shown.at(-1);
  if (last === undefined) return shown;
  return [...shown.slice(0, -1), { ...last, message: `${last.message}\nand ${more}` }];
}
