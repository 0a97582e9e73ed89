import { writeFiles } from '../adapters/node/write-files.js';
import type { CheckResult } from '../core/result.js';
import { FORMATS } from '../report/formats.js';
import { json } from '../report/json.js';
import { text } from '../report/text.js';
import { complain, print, reportLook } from './print.js';

/** Where a result goes. */
export interface Publication {
  readonly format: 'text' | 'json';
  readonly reportDir?: string;
}

/** Prints a result and writes the report files. A report that cannot be written is complained about; the verdict stands. */
export async function publish(result: CheckResult, { format, reportDir }: Publication): Promise<void> {
  print(format === 'json' ? json(result) : text(result, reportLook()));
  if (reportDir === undefined) return;
  const files = FORMATS.map(({ fileName, render }) => ({ name: fileName, text: render(result) }));
  for (const problem of await writeFiles(reportDir, files)) complain(`tightfit: ${problem}`);
}
