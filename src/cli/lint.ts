import { createWorld } from '../adapters/world.js';
import { lint } from '../app/lint.js';
import { exitCode, type FailOn } from '../core/verdict.js';
import { silentLog } from './log.js';
import { publish } from './publish.js';

/** Options of `tightfit lint`, as commander gives them. */
export interface LintFlags {
  readonly failOn: FailOn;
  readonly format: 'text' | 'json';
}

/** Judges a policy without running anything, prints the report and gives the exit code. */
export async function runLint(policyFile: string, flags: LintFlags, version: string): Promise<number> {
  const world = createWorld(silentLog(), { lifetime: 0 });
  const result = await lint(world, { policyFile, version, runId: world.host.uniqueName() });
  await publish(result, flags);
  return exitCode(result.verdict, flags.failOn);
}
