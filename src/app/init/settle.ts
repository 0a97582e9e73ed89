import type { Draft } from '../../core/init/draft.js';
import { relax, relaxations } from '../../core/init/relaxations.js';
import type { WritablePaths } from '../../core/init/writable-paths.js';
import { oneLine } from '../../core/init/yaml-text.js';
import { failedStep, type ExerciseResult } from '../../core/smoke/outcome.js';
import { describe } from '../../core/smoke/step-findings.js';
import type { Images } from '../images.js';
import { runDraft, type Bench } from './bench.js';

/** A draft under which its service works, and the run that showed it. */
export interface Settled {
  readonly draft: Draft;
  readonly result: ExerciseResult;
}

/** What a draft is tried with. */
export interface Trial {
  readonly images: Images;
  readonly paths: WritablePaths;
  /** Milliseconds until the service listened when it was not confined. */
  readonly settling: number;
}

/**
 * Tries a draft, and where its service does not work, the draft without one option at a time, then without more and more of
 * them. `null`: it does not work with any.
 */
export async function settle(bench: Bench, draft: Draft, trial: Trial): Promise<Settled | null> {
  const { log } = bench.stage.world;
  const run = (tried: Draft): Promise<ExerciseResult> =>
    runDraft(bench, tried, { images: trial.images, pace: paceFor(trial.settling) });
  log.info('run confined as proposed');
  const result = await run(draft);
  if (result.works) return { draft, result };
  const options = relaxations(draft, trial.paths);
  for (const option of options) {
    log.info(`it failed (${failureOf(result)}); run again with less of ${option.option}`);
    const eased = relax(draft, option, failureOf(result));
    const again = await run(eased);
    if (again.works) return { draft: eased, result: again };
  }
  let eased = draft;
  let last = result;
  for (const option of options) {
    eased = relax(eased, option, failureOf(last));
    last = await run(eased);
    if (last.works) return { draft: eased, result: last };
  }
  return null;
}

/** How a run failed, one line. */
export function failureOf(result: Pick<ExerciseResult, 'steps' | 'end'>): string {
  const step = failedStep(result);
  if (step === null) return result.end.oomKilled ? 'a process was killed for memory' : 'it failed';
  return oneLine(`${describe(step)}: ${step.difference.split('\n')[0] ?? ''}`, 160);
}

/** A confined service may start more slowly, but one that will not start need not be waited for as long as in a check. */
function paceFor(settling: number): { ready: number; tests: Map<string, number>; stop: number; exitCode: null } {
  return { ready: Math.max(LEAST, PATIENCE * settling), tests: new Map(), stop: Infinity, exitCode: null };
}

/** How many times longer than unconfined, and the least, in milliseconds. */
const PATIENCE = 3;
const LEAST = 5000;
