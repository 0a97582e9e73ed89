import type { ExecProbe } from '../../core/policy/policy.js';
import { OUTPUT_LIMIT, type Differences, type ProbeContext } from './context.js';
import { compareProgram } from './program.js';

/** Runs a program inside the service's container. */
export async function probeExec(context: ProbeContext, probe: ExecProbe): Promise<Differences> {
  const outcome = await context.stage.world.engine.exec(context.container, {
    command: probe.command,
    user: probe.user,
    limit: OUTPUT_LIMIT,
    signal: context.signal,
  });
  return compareProgram(probe, outcome);
}
