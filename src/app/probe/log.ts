import type { LogProbe } from '../../core/policy/policy.js';
import { compareExpected } from '../../core/smoke/expectation.js';
import { OUTPUT_LIMIT, type Differences, type ProbeContext } from './context.js';

/** Milliseconds between two looks at a log that does not yet say what is awaited. */
const PAUSE = 100;

/** Looks at the container's log until it says what is expected, or time is up. */
export async function probeLog(context: ProbeContext, probe: LogProbe): Promise<Differences> {
  const { engine, clock } = context.stage.world;
  const deadline = clock.now() + context.timeout - PAUSE;
  for (;;) {
    const { both } = await engine.logs(context.container, OUTPUT_LIMIT);
    const differences = compareExpected(probe.text, both);
    if (differences.length === 0 || clock.now() >= deadline) return differences.map((text) => `log: ${text}`);
    await clock.sleep(PAUSE, context.signal);
  }
}
