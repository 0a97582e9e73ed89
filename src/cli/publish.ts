import { appendTrend } from '../adapters/node/trend-file.js';
import { writeFiles } from '../adapters/node/write-files.js';
import type { CheckResult } from '../core/result.js';
import { trendEntries } from '../core/trend/trend-entry.js';
import { inline } from '../report/escape/neutralize.js';
import { proposalFiles } from '../report/facts/proposal.js';
import type { Background, FormatName } from '../report/formats.js';
import { renderAs, renderFiles } from '../report/render-files.js';
import { text } from '../report/text.js';
import { complain, print, reportLook } from './print.js';

/** Where a result goes. */
export interface Publication {
  readonly format: FormatName;
  readonly reportDir?: string;
  /** A file that keeps how results were over time. */
  readonly trend?: string;
}

/** Prints a result, writes the report files and adds to the trend. A report that cannot be made or written is complained about; the verdict stands. */
export async function publish(result: CheckResult, { format, reportDir, trend }: Publication): Promise<void> {
  const background = { base: null, trend: await keptTrend(result, trend) };
  printReport(result, format, background);
  if (reportDir === undefined) return;
  const { files, problems } = renderFiles(result, background);
  const { problems: more } = await writeFiles(reportDir, [...files, ...proposalFiles(result)]);
  for (const problem of [...problems, ...more]) complain(`tightfit: ${inline(problem)}`);
}

/** Prints a result in one format, text as the terminal wants it. Gives whether that went well. */
export function printReport(result: CheckResult, format: FormatName, background: Background): boolean {
  try {
    print(format === 'text' ? text(result, reportLook()) : renderAs(format, result, background));
    return true;
  } catch (error) {
    complain(`tightfit: ${inline(`the report as ${format} could not be made: ${String(error)}`)}`);
    return false;
  }
}

async function keptTrend(result: CheckResult, file: string | undefined): Promise<Background['trend']> {
  if (file === undefined) return [];
  const { entries, problems } = await appendTrend(file, trendEntries(result));
  for (const problem of problems) complain(`tightfit: ${inline(problem)}`);
  return entries;
}
