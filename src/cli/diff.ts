import { createFiles } from '../adapters/node/files.js';
import { compareFiles } from '../app/compare-files.js';
import { isLooser } from '../core/diff/difference.js';
import type { Machine } from '../core/seccomp/arch.js';
import { diffJson } from '../report/diff-json.js';
import { diffText } from '../report/diff-text.js';
import { findingLine } from '../report/finding-line.js';
import { complain, print, reportLook } from './print.js';

/** Options of `tightfit diff`, as commander gives them. */
export interface DiffFlags {
  readonly format: 'text' | 'json';
  /** Absent: every machine whose syscalls are known. */
  readonly arch?: Machine;
}

/** The machines whose filters can be computed. */
export const MACHINES = ['amd64', 'arm64'] as const satisfies readonly Machine[];

/**
 * Prints what differs between two profiles, policies or results and gives the exit code: 0 when the second is not looser, 1 when
 * it is, 2 when one of them has a mistake. Throws UsageError when they cannot be compared.
 */
export async function runDiff(before: string, after: string, { format, arch }: DiffFlags): Promise<0 | 1 | 2> {
  const machines = arch === undefined ? MACHINES : [arch];
  const outcome = await compareFiles({ files: createFiles() }, { before, after, machines });
  if ('findings' in outcome) {
    for (const finding of outcome.findings) complain(findingLine(finding));
    return 2;
  }
  const { comparison } = outcome;
  print(format === 'json' ? diffJson(comparison) : diffText(comparison, reportLook()));
  return isLooser(comparison.differences) ? 1 : 0;
}
