import type { Finding } from '../../core/finding.js';
import type { CheckResult } from '../../core/result.js';
import type { RuleId } from '../../core/rules.js';
import { reasonsFor } from './reasons.js';
import type { Subject } from './subject.js';
import { enumerate } from './wording.js';

/** Pieces of advice told beside a verdict; the findings list has all. */
const MOST = 8;
/** Grants named in one piece of advice, and lines of one file named behind it. */
const NAMED = 6;

/** What to do about a subject's verdict. */
export interface Advice {
  /** The most telling first, each once, with its place. Foreign text. */
  readonly items: readonly string[];
  /** How many more there would be. */
  readonly hidden: number;
}

/** What to do about a subject's verdict; what several grants have in common is said once. */
export function adviceFor(subject: Subject, result: CheckResult): Advice {
  const findings = [...excessOf(subject, result), ...reasonsFor(subject, result)];
  const rules = new Set(concerning(subject, result).map(({ rule }) => rule));
  const telling = findings.filter(({ rule, advice }) => advice !== '' && !isSaid(rule, rules));
  const items = [...new Set(merge(telling).map(adviceText)), ...exceptionAdvice(findings)];
  return { items: items.slice(0, MOST), hidden: Math.max(0, items.length - MOST) };
}

/** What is loose grant by grant, so far as it is more than a note. */
const EXCESS: readonly RuleId[] = ['critical-excess', 'unused-capability', 'excess-syscalls'];

function excessOf(subject: Subject, result: CheckResult): readonly Finding[] {
  if (subject.verdict !== 'loose') return [];
  const excess = concerning(subject, result).filter(({ severity }) => severity !== 'note');
  return EXCESS.flatMap((rule) => excess.filter((finding) => finding.rule === rule));
}

function concerning({ name }: Subject, { findings }: CheckResult): readonly Finding[] {
  return findings.filter(({ service }) => service === name);
}

/** Whose advice is general, and which findings say it in more detail, here or right under the failure. */
const DETAILED_BY: Readonly<Partial<Record<RuleId, readonly RuleId[]>>> = {
  'limit-exceeded': ['unused-capability'],
  'looseness-exceeded': EXCESS,
  'broken-by-confinement': ['refused-at-failure'],
  'test-failed': ['refused-at-failure'],
};

function isSaid(rule: RuleId, rules: ReadonlySet<RuleId>): boolean {
  return (DETAILED_BY[rule] ?? []).some((detail) => rules.has(detail));
}

function exceptionAdvice(findings: readonly Finding[]): readonly string[] {
  const offered = findings.some(({ rule }) => rule === 'excess-syscalls');
  const wanted = findings.some(({ rule }) => rule === 'limit-exceeded');
  return wanted && !offered ? ['Or add exceptions, with a reason and an expiry, for what the tests cannot reach.'] : [];
}

/** Advice that differs in one grant's name only. */
interface Group {
  /** Around the name; as a whole where it names no single grant. */
  readonly before: string;
  readonly after: string;
  readonly findings: readonly Finding[];
}

function merge(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const finding of new Set(findings)) {
    const { before, after } = around(finding);
    const key = JSON.stringify([before, after, finding.location?.file]);
    groups.set(key, { before, after, findings: [...(groups.get(key)?.findings ?? []), finding] });
  }
  return [...groups.values()];
}

function around({ advice, grants }: Finding): Pick<Group, 'before' | 'after'> {
  const [name = '', ...others] = grants;
  const index = name === '' || others.length > 0 ? -1 : advice.indexOf(` ${name} `);
  if (index === -1) return { before: advice, after: '' };
  return { before: advice.slice(0, index + 1), after: advice.slice(index + 1 + name.length) };
}

function adviceText({ before, after, findings }: Group): string {
  const names = after === '' ? [] : [...new Set(findings.flatMap(({ grants }) => grants))];
  return withPlace(`${before}${enumerate(shorten(names))}${after}`, findings);
}

function withPlace(advice: string, findings: readonly Finding[]): string {
  const [place] = findings.flatMap(({ location }) => (location === null ? [] : [location]));
  if (place === undefined || advice.includes(`${place.file}:${place.line}`)) return advice;
  const lines = new Set(findings.flatMap(({ location }) => (location === null ? [] : [location.line])));
  const shown = shorten([...lines].sort((a, b) => a - b).map(String));
  return `${advice.replace(/\.$/u, '')} (${place.file}:${shown.join(', ')}).`;
}

function shorten(texts: readonly string[]): readonly string[] {
  return texts.length <= NAMED ? texts : [...texts.slice(0, NAMED - 1), `${texts.length - NAMED + 1} more`];
}
