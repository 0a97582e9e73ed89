import type { CheckResult } from '../core/result.js';
import { html } from './html.js';
import { json } from './json.js';
import { summary } from './summary.js';
import { PLAIN } from './terminal/look.js';
import { text } from './text.js';

/** One way to write a result to a file. */
export interface Format {
  /** As users ask for it. */
  readonly name: string;
  readonly fileName: string;
  readonly render: (result: CheckResult) => string;
}

/** Every format a result can be written in. A new one is a file beside this one and a line here. */
export const FORMATS = [
  { name: 'json', fileName: 'tightfit.json', render: json },
  { name: 'text', fileName: 'tightfit.txt', render: (result) => text(result, { palette: PLAIN, width: 80 }) },
  { name: 'html', fileName: 'tightfit.html', render: (result) => html(result) },
  { name: 'summary', fileName: 'summary.md', render: summary },
] as const satisfies readonly Format[];

export type FormatName = (typeof FORMATS)[number]['name'];
