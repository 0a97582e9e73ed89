import { createWorld } from '../adapters/world.js';
import { lint } from '../app/lint.js';
import type { StandardId } from '../core/standards/standard.js';
import { exitCode, type FailOn } from '../core/verdict.js';
import type { FormatName } from '../report/formats.js';
import { silentLog } from './log.js';
import { publish } from './publish.js';

/** Options of `tightfit lint`, as commander gives them. */
export interface LintFlags {
  readonly failOn: FailOn;
  readonly format: FormatName;
  readonly standard?: readonly StandardId[];
}

/** Judges a policy without running anything, prints the report and gives the exit code. */
export async function runLint(policyFile: string, flags: LintFlags, version: string): Promise<number> {
  const world = createWorld(silentLog(), { lifetime: 0 });
  const standards = flags.standard ?? [];
  const result = await lint(world, { policyFile, standards, version, runId: world.host.uniqueName() });
  await publish(result, flags);
  return exitCode(result.verdict, flags.failOn);
}
