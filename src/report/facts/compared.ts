import type { SeccompReport } from '../../core/result.js';
import type { ComparedCall } from '../../core/seccomp/comparison.js';
import { CURRENT_DEFAULT_SINCE } from '../../core/seccomp/docker-default.js';
import { count, enumerate } from './wording.js';

/** Calls named for one passage of a profile. */
const NAMED = 8;
/** Passages of a profile that are told apart, and the lines between two that still count as one. */
const PASSAGES = 3;
const GAP = 5;

/** How a profile differs from Docker's current default, with the lines that decide: one text, none without a profile. */
export function compared({ compared: comparison }: SeccompReport): readonly string[] {
  if (comparison === undefined) return [];
  const { looser, tighter } = comparison;
  const parts = [side('looser', looser), side('Tighter', tighter)];
  return [`with Docker's current default (since ${CURRENT_DEFAULT_SINCE}): ${parts.join('. ')}`];
}

function side(word: string, calls: readonly ComparedCall[]): string {
  if (calls.length === 0) return `${word} in nothing`;
  const passages = passagesOf(calls);
  const shown = passages.slice(0, PASSAGES).map(passageText);
  const rest = passages.slice(PASSAGES).flat();
  const more = rest.length === 0 ? [] : [`${rest.length} by further lines`];
  return `${word} in ${count(calls.length, 'call')}: ${[...shown, ...more].join('; ')}`;
}

/** Calls that lines close to each other decide, the largest group first. */
function passagesOf(calls: readonly ComparedCall[]): readonly (readonly ComparedCall[])[] {
  const passages: ComparedCall[][] = [];
  for (const call of calls.toSorted((a, b) => a.location.line - b.location.line)) {
    const last = passages.at(-1);
    const before = last?.at(-1)?.location.line ?? -Infinity;
    if (last !== undefined && call.location.line - before <= GAP) last.push(call);
    else passages.push([call]);
  }
  return passages.sort((a, b) => b.length - a.length);
}

function passageText(calls: readonly ComparedCall[]): string {
  const lines = calls.map(({ location }) => location.line);
  const [first = 0, last = 0] = [lines[0], lines.at(-1)];
  const where = first === last ? `line ${first}` : `lines ${first} to ${last}`;
  const names = calls
    .slice(0, NAMED)
    .map(({ name, extent }) => `${name}${extent === 'always' ? '' : ' with some arguments'}`);
  const more = calls.length > NAMED ? [`${calls.length - NAMED} more`] : [];
  return `${enumerate([...names, ...more])} by ${where}`;
}
