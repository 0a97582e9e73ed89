import type { Difference, Direction } from '../../core/diff/difference.js';
import { inline } from '../escape/neutralize.js';
import { differenceSections, type DifferenceGroup, type DifferenceSection } from '../facts/difference-groups.js';
import type { Look, Palette } from './look.js';
import { wrap } from './wrap.js';

/** Room for one name with its example, in UTF-16 units. */
const NAME_LENGTH = 2000;

/** Differences by service and ABI, a list of lines for each: those that read alike together. */
export function differenceLines(differences: readonly Difference[], look: Look): readonly (readonly string[])[] {
  return differenceSections(differences).map((section) => lines(section, look));
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
  const start = `${direction}  `;
  const painted = `${indent}${paint(direction, palette)(direction)}  `;
  const [name = '', ...others] = names.map((each) => inline(each, NAME_LENGTH));
  const head =
    others.length === 0 ? `${one === '' ? '' : `${one} `}${name}: ${step}` : `${names.length} ${many}: ${step}`;
  const [first = '', ...rest] = wrap(head, Math.max(20, width - indent.length - start.length));
  const list = others.length === 0 ? [] : wrap([name, ...others].join(', '), width - indent.length - 4);
  return [`${painted}${first}`, ...[...rest, ...list].map((line) => `${indent}    ${line}`)];
}

function paint(direction: Direction, palette: Palette): (text: string) => string {
  return { looser: palette.red, tighter: palette.green, changed: palette.yellow }[direction];
}
