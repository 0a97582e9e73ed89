import { createFiles } from '../adapters/node/files.js';
import { readTrend } from '../adapters/node/trend-file.js';
import { writeFiles } from '../adapters/node/write-files.js';
import { UsageError } from '../core/errors.js';
import { readResult } from '../core/read-result.js';
import type { CheckResult } from '../core/result.js';
import { inline } from '../report/escape/neutralize.js';
import { renderFiles } from '../report/render-files.js';
import { complain } from './print.js';
import { printReport, type Publication } from './publish.js';

/** Options of `tightfit report`, as commander gives them. */
export interface ReportFlags extends Publication {
  /** An earlier result to compare with, for formats that do. */
  readonly base?: string;
}

/** The largest result that is read, in bytes. */
const SIZE_LIMIT = 64 * 1024 * 1024;

/**
 * Renders a result that was written earlier and gives the exit code: 0 when the reports are made, whatever the verdict is, and 2
 * when one is not. Throws UsageError for a file that is no result.
 */
export async function runReport(file: string, { format, reportDir, base, trend }: ReportFlags): Promise<0 | 2> {
  const result = await resultIn(file);
  const earlier = trend === undefined ? { entries: [], problems: [] } : await readTrend(trend);
  for (const problem of earlier.problems) complain(`tightfit: ${inline(problem)}`);
  const background = { base: base === undefined ? null : await resultIn(base), trend: earlier.entries };
  if (reportDir === undefined) return printReport(result, format, background) ? 0 : 2;
  const { files, problems } = renderFiles(result, background);
  const { problems: more } = await writeFiles(reportDir, files);
  for (const problem of [...problems, ...more]) complain(`tightfit: ${inline(problem)}`);
  return problems.length + more.length === 0 ? 0 : 2;
}

async function resultIn(file: string): Promise<CheckResult> {
  const read = readResult(await createFiles().readText(file, SIZE_LIMIT));
  if ('mistake' in read) {
    throw new UsageError(
      `${file} is no result of this version of tightfit: ${read.mistake}. Give the tightfit.json of a check.`,
    );
  }
  return read.result;
}
