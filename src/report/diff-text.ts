import type { Comparison } from '../core/diff/comparison.js';
import type { Difference } from '../core/diff/difference.js';
import { breakCommands, inline } from './escape/neutralize.js';
import { count, enumerate } from './facts/wording.js';
import { differenceLines } from './terminal/difference-lines.js';
import type { Look, Palette } from './terminal/look.js';

/**
 * A comparison as a person reads it in a terminal: by service and ABI what is looser, tighter and otherwise changed; the last
 * line is `tightfit: AFTER is looser than BEFORE` or that it is not.
 */
export function diffText(comparison: Comparison, look: Look): string {
  const { before, after, basis, differences } = comparison;
  const head = [look.palette.bold(inline(`${before} → ${after}`)), ...(basis === '' ? [] : [`  ${inline(basis)}`])];
  const all = [head, ...differenceLines(differences, look), [closing(comparison, look.palette)]];
  return all
    .flatMap((section) => [...section, ''])
    .slice(0, -1)
    .map((line) => `${breakCommands(line)}\n`)
    .join('');
}

function closing({ before, after, differences }: Comparison, palette: Palette): string {
  const counts = (['looser', 'tighter', 'changed'] as const).flatMap((direction) => {
    const number = differences.filter((difference: Difference) => difference.direction === direction).length;
    return number === 0 ? [] : [`${number} ${direction}`];
  });
  const isLooser = differences.some(({ direction }) => direction === 'looser');
  const judged = isLooser ? palette.red('is looser') : palette.green('is not looser');
  const found =
    counts.length === 0 ? 'no difference' : `${count(differences.length, 'difference')}: ${enumerate(counts)}`;
  return `tightfit: ${inline(after)} ${judged} than ${inline(before)} (${found})`;
}
