import type { Hopeless } from './exercise-plan.js';
import type { Differences } from './probe/context.js';
import type { ProbeSetting } from './probe-context.js';

/** Milliseconds between two looks at what was refused. */
const PAUSE = 100;

/**
 * Does a step with a running container, and gives it up once it is late and a call was refused without which it cannot pass.
 * `work` has to use the setting it is given: its signal aborts then.
 */
export async function unlessHopeless(
  setting: ProbeSetting,
  step: string,
  work: (setting: ProbeSetting) => Promise<Differences>,
): Promise<Differences> {
  const { hopeless } = setting.plan;
  const after = hopeless?.late.get(step);
  if (hopeless === null || after === undefined) return work(setting);
  const watch = watchRefusals(setting, hopeless, after);
  const signal = AbortSignal.any([setting.subject.signal, watch.signal]);
  try {
    const differences = await work({ ...setting, subject: { ...setting.subject, signal } });
    return differences.length === 0 || !watch.signal.aborted ? differences : givenUp(after);
  } catch (error) {
    if (!watch.signal.aborted || setting.subject.signal.aborted) throw error;
    return givenUp(after);
  } finally {
    await watch.end();
  }
}

interface Watch {
  /** Aborts when there is no hope. */
  readonly signal: AbortSignal;
  readonly end: () => Promise<void>;
}

function watchRefusals({ stage, subject }: ProbeSetting, { refused, onLate }: Hopeless, after: number): Watch {
  const { clock } = stage.world;
  const over = new AbortController();
  const hopeless = new AbortController();
  const look = async (): Promise<void> => {
    await clock.sleep(after, over.signal);
    onLate?.();
    while (!(await subject.track.refusedInStep()).some((name) => refused.has(name)))
      await clock.sleep(PAUSE, over.signal);
    hopeless.abort();
  };
  const looking = look().catch((error: unknown) => {
    if (!over.signal.aborted) throw error;
  });
  return {
    signal: hopeless.signal,
    end: async () => {
      over.abort();
      await looking;
    },
  };
}

function givenUp(after: number): Differences {
  return [`no answer within ${Math.round(after)} ms`];
}
