import type { ExerciseResult } from '../core/smoke/outcome.js';
import { narrowing, widen } from '../core/trace/narrow.js';
import { exercise } from './exercise.js';
import type { ExercisePlan } from './exercise-plan.js';
import type { Stage } from './stage.js';

/** How often a run is repeated because its events came too fast to be recorded. */
const REPEATS = 2;

/**
 * Exercises a service with the recorder on. When events were lost the kernel is told to leave out what was already seen allowed,
 * and the run is repeated: flooding a recorder is a known way to hide. What is still incomplete then says so.
 */
export async function exerciseRecorded(stage: Stage, plan: ExercisePlan): Promise<ExerciseResult> {
  let result = await exercise(stage, plan);
  stage.world.log.detail(recordText(result));
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const { record, works } = result;
    if (!works || plan.recording === null || record === null || record.completeness.complete) return result;
    const narrowed = narrowing(record);
    if (narrowed.length === record.narrowed.length) return result;
    stage.world.log.info(
      `${record.completeness.reasons.join('; ')}: run again with ${narrowed.length} syscalls left out`,
    );
    const again = await exercise(stage, { ...plan, recording: { ...plan.recording, narrowed } });
    stage.world.log.detail(recordText(again));
    result = { ...again, record: again.record === null ? null : widen(again.record, record) };
  }
  return result;
}

/** e.g. `failed after 5230 ms; recorded 61 syscalls used, 2 refused, nothing lost`. */
function recordText({ works, duration, record, unrecorded }: ExerciseResult): string {
  const ended = `${works ? 'worked' : 'failed'}, ${Math.round(duration)} ms`;
  if (record === null) return `${ended}; not recorded${unrecorded === null ? '' : `: ${unrecorded.reason}`}`;
  const { used, refused, completeness } = record;
  const gaps = completeness.complete ? 'nothing lost' : completeness.reasons.join('; ');
  return `${ended}; recorded ${used.length} syscalls used, ${refused.length} refused, ${gaps}`;
}
