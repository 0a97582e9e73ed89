import type { CheckedService } from './check-service.js';
import type { LoadedService } from './load.js';
import { logOfService } from './log-of-service.js';
import type { Stage } from './stage.js';

/** The services to judge and how. */
export interface ServicesWork {
  readonly parts: readonly LoadedService[];
  /** How many are judged side by side. */
  readonly jobs: number;
  readonly judge: (stage: Stage, part: LoadedService) => Promise<CheckedService>;
}

/**
 * Judges services in their order, so many at a time, and gives what is known of each that was begun, in the same order. After a
 * cancellation none is begun. Throws what the first that failed threw, once nothing runs any more.
 */
export async function judgeServices(
  stage: Stage,
  { parts, jobs, judge }: ServicesWork,
): Promise<readonly CheckedService[]> {
  const width = Math.min(jobs, parts.length);
  if (width > 1) stage.world.log.phase(`${parts.length} services, ${width} side by side`);
  const waiting = [...parts.entries()];
  const done = new Map<number, CheckedService>();
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !stage.signal.aborted; next = waiting.shift()) {
      const [place, part] = next;
      done.set(place, await judge(width > 1 ? stageOf(stage, part) : stage, part));
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: width }, () => stopAtFailure(work, waiting)));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return [...done].sort(([a], [b]) => a - b).map(([, checked]) => checked);
}

/** A failure that is no service's is a mistake of ours: nothing new is begun. */
async function stopAtFailure(work: () => Promise<void>, waiting: unknown[]): Promise<void> {
  try {
    await work();
  } catch (error) {
    waiting.length = 0;
    throw error;
  }
}

function stageOf(stage: Stage, { service }: LoadedService): Stage {
  return { ...stage, world: { ...stage.world, log: logOfService(stage.world.log, service.name) } };
}
