import type { SeccompReport } from '../../core/result.js';
import type { ComparedCall } from '../../core/seccomp/comparison.js';
import { count, enumerate } from './wording.js';

/** Calls named for one line of a profile. */
const NAMED = 8;

/** How a profile differs from Docker's default, with the lines that decide: one text, none without a profile. */
export function compared({ compared: comparison }: SeccompReport): readonly string[] {
  if (comparison === undefined) return [];
  const { looser, tighter } = comparison;
  const parts = [side('looser', looser), side('tighter', tighter)];
  return [`with Docker's default: ${parts.join('; ')}`];
}

function side(word: string, calls: readonly ComparedCall[]): string {
  if (calls.length === 0) return `${word} in nothing`;
  return `${word} in ${count(calls.length, 'call')}, ${enumerate(byLine(calls).map(lineText))}`;
}

interface Line {
  readonly line: number;
  readonly calls: readonly ComparedCall[];
}

function byLine(calls: readonly ComparedCall[]): readonly Line[] {
  const lines = [...new Set(calls.map(({ location }) => location.line))].sort((a, b) => a - b);
  return lines.map((line) => ({ line, calls: calls.filter(({ location }) => location.line === line) }));
}

function lineText({ line, calls }: Line): string {
  const names = calls
    .slice(0, NAMED)
    .map(({ name, extent }) => (extent === 'always' ? name : `${name} with some arguments`));
  const more = calls.length > NAMED ? [`${calls.length - NAMED} more`] : [];
  return `by line ${line}: ${enumerate([...names, ...more])}`;
}
