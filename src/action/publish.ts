import { error, notice, setOutput, summary, warning, type AnnotationProperties } from '@actions/core';
import { writeFiles } from '../adapters/node/write-files.js';
import type { CheckResult } from '../core/result.js';
import { annotations, type Annotation } from '../report/annotations.js';
import { FORMATS } from '../report/formats.js';
import { outputs } from '../report/outputs.js';
import { summary as renderSummary } from '../report/summary.js';
import { PLAIN } from '../report/terminal/look.js';
import { text } from '../report/text.js';
import type { Inputs } from './inputs.js';
import type { ActionLog } from './log.js';

/** Columns of the report in the runner's log. */
const WIDTH = 120;

/** Shows a result everywhere the inputs ask for. A report that cannot be written is a warning; the verdict stands. */
export async function publish(log: ActionLog, result: CheckResult, inputs: Inputs): Promise<void> {
  log.report(text(result, { palette: PLAIN, width: WIDTH }));
  if (inputs.annotations) annotations(result).forEach(annotate);
  if (inputs.summary) await attempt('the job summary', () => summary.addRaw(renderSummary(result)).write());
  if (inputs.reportDir !== '') await writeReports(result, inputs.reportDir);
  for (const [name, value] of Object.entries(outputs(result, inputs.reportDir))) setOutput(name, value);
}

async function writeReports(result: CheckResult, folder: string): Promise<void> {
  const files = FORMATS.map(({ fileName, render }) => ({ name: fileName, text: render(result) }));
  for (const problem of await writeFiles(folder, files)) warning(problem);
}

/** A report is a view: whatever goes wrong with it must not decide the job. */
async function attempt(what: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (cause) {
    warning(`${what} could not be written: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

const LEVELS = { error, warning, notice } as const;

function annotate({ level, title, message, place }: Annotation): void {
  const at: AnnotationProperties =
    place === null ? {} : { file: place.file, startLine: place.line, startColumn: place.column };
  LEVELS[level](message, { title, ...at });
}
