import { UsageError } from '../core/errors.js';
import { compareFindings } from '../core/finding.js';
import { readResult } from '../core/read-result.js';
import type { BaselineComparison } from '../core/regression/baseline.js';
import { compareWithBaseline, notCompared } from '../core/regression/compare.js';
import { regressionFindings } from '../core/regression/findings.js';
import type { CheckResult } from '../core/result.js';
import type { World } from '../ports.js';
import type { Loaded } from './load.js';

/** The largest result that is read, in bytes. */
const SIZE_LIMIT = 64 * 1024 * 1024;

/** A result with what differs from an earlier one, in `file`, and what is to be told of that. A file that is of no use is told, too. */
export async function comparedWithBaseline(
  { files }: Pick<World, 'files'>,
  result: CheckResult,
  { file, loaded }: { readonly file: string | null; readonly loaded: Loaded },
): Promise<CheckResult> {
  if (file === null) return result;
  const baseline = await comparison(files, file, result);
  const services = loaded.services.map(({ service }) => service);
  const more = regressionFindings(services, baseline, result);
  const findings = [...result.findings, ...more].sort(compareFindings);
  return { ...result, findings, findingCount: result.findingCount + more.length, baseline };
}

async function comparison(files: World['files'], file: string, result: CheckResult): Promise<BaselineComparison> {
  const text = await textOf(files, file);
  if ('mistake' in text) return notCompared(file, text.mistake);
  const read = readResult(text.text);
  if ('mistake' in read) return notCompared(file, `${file} is no result of this version of tightfit: ${read.mistake}`);
  return compareWithBaseline({ file, result: read.result }, result);
}

async function textOf(
  files: World['files'],
  file: string,
): Promise<{ readonly text: string } | { readonly mistake: string }> {
  try {
    return { text: await files.readText(file, SIZE_LIMIT) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { mistake: error.message };
  }
}
