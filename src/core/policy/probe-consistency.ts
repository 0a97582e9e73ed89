import { quote } from '../excerpt.js';
import { compareExpected, expectsNothing } from '../smoke/expectation.js';
import type { Cursor } from './cursor.js';
import { contradiction } from './mistake.js';
import type { Probe, TextExpectation } from './policy.js';

/** Notes what no answer could fulfil, or any would; the cursor stands at the probe. */
export function noteProbe(probe: Probe, cursor: Cursor): void {
  for (const { path, expectation } of expectationsOf(probe)) noteExpectation(expectation, cursor.in(...path));
  if (probe.kind === 'http' && probe.method === 'HEAD' && !expectsNothing(probe.body)) {
    cursor.in('body').note(contradiction('an answer to HEAD has no body', 'Use GET, or remove body.'), 'key');
  }
  if (probe.kind === 'tcp' && !expectsNothing(probe.expect) && holdsForSilence(probe.expect)) {
    noteSilence(cursor.in('expect'));
  }
}

/** Whether an expectation only says what must not occur. */
export function holdsForSilence({ contains, matches, equals, json }: TextExpectation): boolean {
  return equals === null && [contains, matches, json].every((parts) => parts.length === 0);
}

/** Notes that waiting for such an expectation ends before it has begun. */
export function noteSilence(cursor: Cursor): void {
  cursor.note(
    contradiction('absent alone holds before the service has said anything', 'Add contains or matches.'),
    'key',
  );
}

interface Expected {
  readonly path: readonly string[];
  readonly expectation: TextExpectation;
}

function expectationsOf(probe: Probe): readonly Expected[] {
  switch (probe.kind) {
    case 'http': {
      const headers = Object.entries(probe.headers);
      return [
        ...headers.map(([name, expectation]) => ({ path: ['headers', name], expectation })),
        { path: ['body'], expectation: probe.body },
      ];
    }
    case 'tcp':
      return [{ path: ['expect'], expectation: probe.expect }];
    case 'log':
      return [{ path: [], expectation: probe.text }];
    case 'exec':
    case 'client':
      return [
        { path: ['stdout'], expectation: probe.stdout },
        { path: ['stderr'], expectation: probe.stderr },
      ];
  }
}

function noteExpectation(expectation: TextExpectation, cursor: Cursor): void {
  const { contains, absent, equals } = expectation;
  const clash = absent.find((part) => contains.some((wanted) => wanted.includes(part)));
  if (clash !== undefined) {
    cursor.in('absent').note(contradiction(`${quote(clash)} is expected and must be absent`, 'Remove one of them.'));
  }
  const [difference] = equals === null ? [] : compareExpected({ ...expectation, equals: null }, equals);
  if (difference === undefined || clash !== undefined) return;
  const message = `the text in equals contradicts the rest: it ${difference}`;
  cursor.in('equals').note(contradiction(message, 'Keep equals, or the rest.'));
}
