import type { CheckResult } from '../core/result.js';
import type { Verdict } from '../core/verdict.js';
import { breakCommands, inline } from './escape/neutralize.js';
import { headline } from './facts/headline.js';
import { ranked } from './facts/ranked.js';
import { referenceLines } from './facts/references.js';
import { subjectsOf, verdictText, type Subject } from './facts/subject.js';
import { count } from './facts/wording.js';
import { findingLine } from './finding-line.js';
import type { Look, Palette } from './terminal/look.js';
import { baselineSection } from './terminal/baseline-section.js';
import { serviceSections } from './terminal/service-sections.js';
import { standardSections } from './terminal/standard-sections.js';
import { wrap } from './terminal/wrap.js';

/**
 * The result as a person reads it in a terminal: verdict first, then what failed and what to do, how grants fit use, what
 * the verdict rests on, findings; the last lines are `tightfit: <service>: <verdict>`. No line is one that a runner takes as a command.
 */
export function text(result: CheckResult, look: Look): string {
  const subjects = subjectsOf(result);
  const overview = subjects.length > 1 ? subjects.flatMap((subject) => titled(subject, result, look)) : [];
  const sections = [
    overview,
    ...subjects.flatMap((subject) => page(subject, result, { look, isAlone: subjects.length === 1 })),
    baselineSection(result, look),
    ...standardSections(result, look),
    findings(result, look.palette),
    subjects.map((subject) => closing(subject, result, look.palette)),
  ];
  const lines = sections.filter(({ length }) => length > 0).flatMap((section) => [...section, '']);
  return lines
    .slice(0, -1)
    .map((line) => `${breakCommands(line)}\n`)
    .join('');
}

const MARKS = { tight: '✔', loose: '✖', broken: '✖', unjudged: '?' } as const;

interface PageLook {
  readonly look: Look;
  readonly isAlone: boolean;
}

function page(subject: Subject, result: CheckResult, { look, isAlone }: PageLook): readonly (readonly string[])[] {
  const { service } = subject;
  const head = isAlone ? titled(subject, result, look) : [title(subject, result, look.palette)];
  if (service === null) return isAlone ? [head] : [];
  return [head, ...serviceSections({ ...subject, service }, result, look)];
}

function titled(subject: Subject, result: CheckResult, { palette, width }: Look): readonly string[] {
  const why = wrap(inline(headline(subject, result)), width - 2);
  return [title(subject, result, palette), ...why.map((line) => `  ${line}`)];
}

function title(subject: Subject, result: CheckResult, palette: Palette): string {
  const { name, verdict } = subject;
  return palette.bold(paint(verdict, palette)(`${MARKS[verdict]} ${inline(name)}: ${verdictText(subject, result)}`));
}

function findings({ findings: listed, findingCount }: CheckResult, palette: Palette): readonly string[] {
  if (listed.length === 0) return [];
  const colours = { error: palette.red, warning: palette.yellow, note: palette.cyan };
  const hidden = findingCount - listed.length;
  return [
    palette.bold(count(findingCount, 'finding')),
    ...ranked(listed).map((finding) => findingLine(finding, colours[finding.severity])),
    ...(hidden > 0 ? [`and ${hidden} more`] : []),
    ...referenceLines(listed).map(palette.dim),
  ];
}

function closing({ name, verdict }: Subject, { run }: CheckResult, palette: Palette): string {
  const restriction = run.mode === 'lint' ? ' (not run)' : '';
  return `tightfit: ${inline(name)}: ${paint(verdict, palette)(verdict)}${restriction}`;
}

function paint(verdict: Verdict, palette: Palette): (text: string) => string {
  return { tight: palette.green, loose: palette.yellow, broken: palette.red, unjudged: palette.cyan }[verdict];
}
