import type { Difference } from '../../core/diff/difference.js';
import { markdownCode, markdownText } from '../escape/markdown.js';
import { differenceSections, type DifferenceGroup } from '../facts/difference-groups.js';

/** Names told of one group; the others are counted. */
const NAMED = 40;

/** Room for one value, in UTF-16 units. */
const VALUE = 200;

/** A list item for each group of differences that read alike, as escaped Markdown. */
export function changeLines(differences: readonly Difference[]): readonly string[] {
  return differenceSections(differences).flatMap(({ service, groups }) => groups.map((group) => line(service, group)));
}

function line(service: string | null, { direction, topic, step, names }: DifferenceGroup): string {
  const [one, many] = topic;
  const what = names.length === 1 ? one : `${names.length} ${many}`;
  const shown = names.slice(0, NAMED).map((name) => markdownCode(name.slice(0, VALUE)));
  const list = names.length > NAMED ? [...shown, `and ${names.length - NAMED} more`] : shown;
  const whose = service === null ? '' : ` ${markdownText(service, 100)}:`;
  return `- **${direction}**${whose} ${what === '' ? '' : `${what} `}${list.join(', ')}: ${markdownText(step, VALUE)}`;
}
