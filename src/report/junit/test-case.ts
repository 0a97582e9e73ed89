import { xmlText } from '../escape/xml.js';

/** One case of a suite, its texts foreign. */
export interface TestCase {
  readonly className: string;
  readonly name: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly outcome: Outcome;
}

/** `error`: it could not be judged. Lines are already escaped. */
export type Outcome =
  | { readonly kind: 'passed'; readonly remarks: readonly string[] }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'failure' | 'error'; readonly message: string; readonly lines: readonly string[] };

/** Room for a message in an attribute, in UTF-16 units. */
const MESSAGE_LENGTH = 1000;

/** A suite with its cases as lines of XML. */
export function suiteLines(name: string, cases: readonly TestCase[]): readonly string[] {
  const counts = { tests: cases.length, ...countsOf(cases) };
  const numbers = Object.entries(counts).map(([kind, number]) => `${kind}="${number}"`);
  const time = seconds(cases.reduce((sum, { duration }) => sum + duration, 0));
  return [
    `  <testsuite name="${xmlText(name)}" ${numbers.join(' ')} time="${time}">`,
    ...cases.flatMap(caseLines),
    '  </testsuite>',
  ];
}

/** How many cases failed, could not be judged or were skipped. */
export function countsOf(cases: readonly TestCase[]): Readonly<Record<'failures' | 'errors' | 'skipped', number>> {
  const count = (kind: Outcome['kind']): number => cases.filter(({ outcome }) => outcome.kind === kind).length;
  return { failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}

/** Milliseconds as JUnit has them. */
export function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

function caseLines({ className, name, duration, outcome }: TestCase): readonly string[] {
  const content = contentLines(outcome);
  const start = `    <testcase classname="${xmlText(className)}" name="${xmlText(name)}" time="${seconds(duration)}"`;
  return content.length === 0 ? [`${start}/>`] : [`${start}>`, ...content, '    </testcase>'];
}

function contentLines(outcome: Outcome): readonly string[] {
  switch (outcome.kind) {
    case 'passed':
      return outcome.remarks.length === 0 ? [] : [`      <system-out>${outcome.remarks.join('\n')}</system-out>`];
    case 'skipped':
      return ['      <skipped/>'];
    case 'failure':
    case 'error': {
      const { kind, message, lines } = outcome;
      return [`      <${kind} message="${xmlText(message, MESSAGE_LENGTH)}">${lines.join('\n')}</${kind}>`];
    }
  }
}
