import type { Difference } from '../../core/diff/difference.js';
import type { BaselineComparison } from '../../core/regression/baseline.js';
import { changeLines } from '../comment/change-lines.js';
import { markdownText } from '../escape/markdown.js';
import { baselineText, isBehaviour, NO_DIFFERENCE, uncomparedTexts } from '../facts/baseline.js';
import { count } from '../facts/wording.js';
import { within } from './within.js';

/** Room for one sentence, in UTF-16 units. */
const SENTENCE = 400;

/** Bytes for each part. */
export interface ChangeBudgets {
  readonly grants: number;
  readonly behaviour: number;
}

/** What is not as in the baseline, a Markdown block each; nothing without one. */
export function baselineBlocks(baseline: BaselineComparison | undefined, budgets: ChangeBudgets): readonly string[] {
  if (baseline === undefined) return [];
  const { run, differences } = baseline;
  return [
    '### Against the baseline',
    markdownText(baselineText(baseline), SENTENCE),
    ...uncomparedTexts(baseline).map((text) => markdownText(text, SENTENCE)),
    ...(run === null ? [] : changeBlocks(differences, budgets)),
  ];
}

/** What the statements hold for first, then grants and behaviour apart. */
export function changeBlocks(differences: readonly Difference[], budgets: ChangeBudgets): readonly string[] {
  if (differences.length === 0) return [NO_DIFFERENCE];
  const isKey = ({ aspect }: Difference): boolean => aspect === 'key';
  const grants = differences.filter((one) => !isKey(one) && !isBehaviour(one));
  return [
    ...part('Holds for something else', differences.filter(isKey), budgets.grants),
    ...part('Grants', grants, budgets.grants),
    ...part('Behaviour', differences.filter(isBehaviour), budgets.behaviour),
  ];
}

function part(title: string, differences: readonly Difference[], budget: number): readonly string[] {
  if (differences.length === 0) return [];
  const more = (cut: number): string => `- and ${count(cut, 'more change')}`;
  return [`**${title}**`, within({ parts: changeLines(differences), budget, more }).join('\n')];
}
