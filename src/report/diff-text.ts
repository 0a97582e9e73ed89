import type { Comparison } from '../core/diff/comparison.js';
import type { Difference, Direction } from '../core/diff/difference.js';
import { breakCommands, inline } from './escape/neutralize.js';
import { differenceSections, type DifferenceGroup, type DifferenceSection } from './facts/difference-groups.js';
import { count, enumerate } from './facts/wording.js';
import type { Look, Palette } from './terminal/look.js';
import { wrap } from './terminal/wrap.js';

/** Room for one name with its example, in UTF-16 units. */
const NAME_LENGTH = 2000;

/**
 * A comparison as a person reads it in a terminal: by service and ABI what is looser, tighter and otherwise changed; the last
 * line is `tightfit: AFTER is looser than BEFORE` or that it is not.
 */
export function diffText(comparison: Comparison, look: Look): string {
  const { before, after, basis, differences } = comparison;
  const head = [look.palette.bold(inline(`${before} → ${after}`)), ...(basis === '' ? [] : [`  ${inline(basis)}`])];
  const sections = differenceSections(differences).map((section) => lines(section, look));
  const all = [head, ...sections, [closing(comparison, look.palette)]];
  return all
    .flatMap((section) => [...section, ''])
    .slice(0, -1)
    .map((line) => `${breakCommands(line)}\n`)
    .join('');
}

function lines({ service, abi, groups }: DifferenceSection, look: Look): readonly string[] {
  const title = [service, abi].filter((part) => part !== null).join(', ');
  const indent = title === '' ? '' : '  ';
  return [
    ...(title === '' ? [] : [look.palette.bold(inline(title))]),
    ...groups.flatMap((group) => groupLines(group, indent, look)),
  ];
}

function groupLines(group: DifferenceGroup, indent: string, { palette, width }: Look): readonly string[] {
  const { direction, topic, names } = group;
  const [one, many] = topic;
  const step = inline(group.step, NAME_LENGTH);
  const start = `${indent}${paint(direction, palette)(direction)}  `;
  const [name = '', ...others] = names.map((each) => inline(each, NAME_LENGTH));
  if (others.length === 0) return [`${start}${one === '' ? '' : `${one} `}${name}: ${step}`];
  const list = wrap([name, ...others].join(', '), width - indent.length - 4);
  return [`${start}${names.length} ${many}: ${step}`, ...list.map((line) => `${indent}    ${line}`)];
}

function paint(direction: Direction, palette: Palette): (text: string) => string {
  return { looser: palette.red, tighter: palette.green, changed: palette.yellow }[direction];
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
