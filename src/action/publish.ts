import { error, notice, setOutput, summary, warning, type AnnotationProperties } from '@actions/core';
import { appendTrend } from '../adapters/node/trend-file.js';
import { writeFiles } from '../adapters/node/write-files.js';
import type { CheckResult } from '../core/result.js';
import { trendEntries } from '../core/trend/trend-entry.js';
import { annotations, type Annotation } from '../report/annotations.js';
import { inline } from '../report/escape/neutralize.js';
import { proposalFiles } from '../report/facts/proposal.js';
import { FORMATS, type Background } from '../report/formats.js';
import { outputs } from '../report/outputs.js';
import { renderFiles } from '../report/render-files.js';
import { reportFileName } from '../report/report-file-name.js';
import { summary as renderSummary } from '../report/summary.js';
import { PLAIN } from '../report/terminal/look.js';
import { text } from '../report/text.js';
import type { Inputs } from './inputs.js';
import type { ActionLog } from './log.js';

/** Columns of the report in the runner's log. */
const WIDTH = 120;

/** Shows a result everywhere the inputs ask for. A report that cannot be written is a warning; the verdict stands. */
export async function publish(log: ActionLog, result: CheckResult, inputs: Inputs): Promise<void> {
  await attempt('the report', () => {
    log.report(text(result, { palette: PLAIN, width: WIDTH }));
  });
  if (inputs.annotations) {
    await attempt('the annotations', () => {
      annotations(result).forEach(annotate);
    });
  }
  if (inputs.summary) await attempt('the job summary', () => summary.addRaw(renderSummary(result)).write());
  const trend = inputs.trend === '' ? [] : await keptTrend(result, inputs.trend);
  const paths = inputs.reportDir === '' ? { report: '' } : await writeReports(result, inputs.reportDir, trend);
  for (const [name, value] of Object.entries(outputs(result, paths))) setOutput(name, value);
}

/** Writes every format and gives the paths by the name of the output that holds each; one that was not written has no path. */
async function writeReports(
  result: CheckResult,
  folder: string,
  trend: Background['trend'],
): Promise<Readonly<Record<string, string>>> {
  const { files, problems } = renderFiles(result, { base: null, trend });
  const proposals = proposalFiles(result);
  const { written, problems: more } = await writeFiles(folder, [...files, ...proposals]);
  for (const problem of [...problems, ...more]) warning(inline(problem));
  const paths = FORMATS.map(({ name, fileName }) => {
    const ownName = reportFileName(fileName, result.run);
    const path = written.includes(ownName) ? `${folder}/${ownName}` : '';
    return [`report-${name}`, path] as const;
  });
  const proposed = proposals.map(({ name }) => name).filter((name) => written.includes(name));
  return {
    report: folder,
    ...Object.fromEntries(paths),
    proposals: proposed.map((name) => `${folder}/${name}`).join(','),
  };
}

async function keptTrend(result: CheckResult, file: string): Promise<Background['trend']> {
  const { entries, problems } = await appendTrend(file, trendEntries(result));
  for (const problem of problems) warning(inline(problem));
  return entries;
}

/** A report is a view: whatever goes wrong with it must not decide the job. */
async function attempt(what: string, write: () => unknown): Promise<void> {
  try {
    await write();
  } catch (cause) {
    warning(`${what} could not be written: ${inline(cause instanceof Error ? cause.message : String(cause))}`);
  }
}

const LEVELS = { error, warning, notice } as const;

function annotate({ level, title, message, file, line, column }: Annotation): void {
  const at: AnnotationProperties = {
    title,
    ...(file === null ? {} : { file }),
    ...(line === null ? {} : { startLine: line }),
    ...(column === null ? {} : { startColumn: column }),
  };
  LEVELS[level](message, at);
}
