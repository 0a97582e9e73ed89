import type { CheckResult } from '../../core/result.js';
import { inline } from '../escape/neutralize.js';
import { baselineText, NO_DIFFERENCE, uncomparedTexts } from '../facts/baseline.js';
import { differenceLines } from './difference-lines.js';
import type { Look } from './look.js';
import { wrap } from './wrap.js';

/** Room for one sentence, in UTF-16 units. */
const SENTENCE = 1000;

/** What is not as in the baseline; nothing without one. */
export function baselineSection({ baseline }: CheckResult, { palette, width }: Look): readonly string[] {
  if (baseline === undefined) return [];
  const inner = { palette, width: width - 2 };
  const said = (text: string): readonly string[] => wrap(inline(text, SENTENCE), inner.width);
  const { run, differences } = baseline;
  return [
    palette.bold('Against the baseline'),
    ...[
      ...said(baselineText(baseline)).map(palette.dim),
      ...uncomparedTexts(baseline).flatMap(said).map(palette.yellow),
      ...(run !== null && differences.length === 0 ? said(NO_DIFFERENCE) : []),
      ...differenceLines(differences, inner).flat(),
    ].map((line) => `  ${line}`),
  ];
}
