import type { Ready } from '../core/policy/policy.js';
import type { StepOutcome } from '../core/smoke/outcome.js';
import type { ContainerState } from '../ports.js';
import type { ExercisePlan } from './exercise-plan.js';
import type { Differences } from './probe/context.js';
import { probeContext, type ProbeSetting } from './probe-context.js';
import { runProbe } from './probe/probe.js';
import type { Stage } from './stage.js';
import type { Subject } from './subject.js';
import { unlessGone } from './unless-gone.js';
import { unlessHopeless } from './unless-hopeless.js';

/** Milliseconds between two attempts, and for one attempt. */
const PAUSE = 50;
const ATTEMPT = 2000;

/** Waits until the service is ready; stops waiting at once when the container ends or turns unhealthy. */
export async function waitUntilReady(stage: Stage, plan: ExercisePlan, subject: Subject): Promise<StepOutcome> {
  const { clock } = stage.world;
  const { ready } = plan.service;
  await subject.track.mark('ready');
  const began = clock.now();
  const count = { attempts: 0 };
  const differences =
    ready === null
      ? []
      : await unlessGone(stage, subject, () =>
          unlessHopeless({ stage, plan, subject }, 'ready', (setting) => attemptUntilReady(setting, ready, count)),
        );
  return {
    kind: 'ready',
    name: 'ready',
    state: differences.length === 0 ? 'passed' : 'failed',
    difference: differences.join('\n'),
    duration: clock.now() - began,
    attempts: count.attempts,
  };
}

async function attemptUntilReady(
  waiting: ProbeSetting,
  ready: Ready,
  count: { attempts: number },
): Promise<Differences> {
  const { clock } = waiting.stage.world;
  const timeout = Math.min(ready.timeout, waiting.plan.pace?.ready ?? Infinity);
  const deadline = clock.now() + timeout;
  for (;;) {
    count.attempts += 1;
    const left = deadline - clock.now();
    const { differences, final } = await attempt(waiting, ready, Math.max(1, left));
    if (differences.length === 0 || final) return differences;
    if (clock.now() + PAUSE >= deadline) return [`not ready within ${timeout} ms`, ...differences];
    await clock.sleep(PAUSE, waiting.subject.signal);
  }
}

interface Attempt {
  readonly differences: Differences;
  /** Whether waiting longer cannot help. */
  readonly final: boolean;
}

async function attempt({ stage, plan, subject }: ProbeSetting, ready: Ready, left: number): Promise<Attempt> {
  const { engine } = stage.world;
  if (ready.probe.kind === 'healthcheck') return healthOutcome(await engine.health(subject.container, left));
  if (subject.state.health !== 'none') {
    const { health } = await engine.inspect(subject.container);
    if (health === 'unhealthy') return healthOutcome(health);
  }
  const context = probeContext({ stage, plan, subject }, Math.min(ATTEMPT, left));
  return { differences: await runProbe(context, ready.probe), final: false };
}

function healthOutcome(health: ContainerState['health']): Attempt {
  if (health === 'unhealthy') return { differences: ['the health check says unhealthy'], final: true };
  if (health === 'healthy') return { differences: [], final: false };
  if (health === 'starting') return { differences: ['the health check is still starting'], final: false };
  return { differences: ['the image has no health check'], final: true };
}
