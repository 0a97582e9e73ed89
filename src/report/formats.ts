import type { CheckResult } from '../core/result.js';
import { badge, badgeJson } from './badge.js';
import { comment } from './comment.js';
import type { TrendPoint } from './facts/trend-point.js';
import { html } from './html.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { sarif } from './sarif.js';
import { summary } from './summary.js';
import { PLAIN } from './terminal/look.js';
import { text } from './text.js';

/** What a report may tell besides its result. */
export interface Background {
  /** An earlier result to compare with. */
  readonly base: CheckResult | null;
  /** Earlier results and this one, the oldest first; empty when none are kept. */
  readonly trend: readonly TrendPoint[];
}

/** One way to write a result to a file. */
export interface Format {
  /** As users ask for it. */
  readonly name: string;
  readonly fileName: string;
  readonly render: (result: CheckResult, background: Background) => string;
}

/** Every format a result can be written in. A new one is a file beside this one and a line here. */
export const FORMATS = [
  { name: 'json', fileName: 'tightfit.json', render: json },
  { name: 'text', fileName: 'tightfit.txt', render: (result) => text(result, { palette: PLAIN, width: 80 }) },
  { name: 'html', fileName: 'tightfit.html', render: (result, { trend }) => html(result, trend) },
  { name: 'sarif', fileName: 'tightfit.sarif', render: sarif },
  { name: 'junit', fileName: 'tightfit.junit.xml', render: junit },
  { name: 'badge', fileName: 'tightfit.badge.svg', render: badge },
  { name: 'badge-json', fileName: 'tightfit.badge.json', render: badgeJson },
  { name: 'comment', fileName: 'tightfit.md', render: (result, { base }) => comment(result, base) },
  { name: 'summary', fileName: 'summary.md', render: summary },
] as const satisfies readonly Format[];

export type FormatName = (typeof FORMATS)[number]['name'];

/** The names of all formats, in the order of the list. */
export const FORMAT_NAMES: readonly FormatName[] = FORMATS.map(({ name }) => name);
