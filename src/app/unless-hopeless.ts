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
    return differences.length === 0 || watch.refused() === '' ? differences : givenUp(after, watch.refused());
  } catch (error) {
    if (watch.refused() === '' || setting.subject.signal.aborted) throw error;
    return givenUp(after, watch.refused());
  } finally {
    await watch.end();
  }
}

interface Watch {
  /** Aborts when there is no hope. */
  readonly signal: AbortSignal;
  /** The call that was refused; empty until the signal aborts. */
  readonly refused: () => string;
  readonly end: () => Promise<void>;
}

function watchRefusals({ stage, subject }: ProbeSetting, { refused }: Hopeless, after: number): Watch {
  const { clock } = stage.world;
  const over = new AbortController();
  const hopeless = new AbortController();
  let found = '';
  const look = async (): Promise<void> => {
    for (let pause = after; found === ''; pause = PAUSE) {
      await clock.sleep(pause, over.signal);
      found = (await subject.track.refusedSoFar()).find((name) => refused.has(name)) ?? '';
    }
    hopeless.abort();
  };
  const looking = look().catch((error: unknown) => {
    if (!over.signal.aborted) throw error;
  });
  return {
    signal: hopeless.signal,
    refused: () => found,
    end: async () => {
      over.abort();
      await looking;
    },
  };
}

function givenUp(after: number, call: string): Differences {
  return [`no answer within ${Math.round(after)} ms, and ${call} was refused`];
}
