import type { SurroundingsFacts } from '../core/smoke/surroundings.js';
import type { KernelRecord } from '../core/trace/record.js';
import type { Recording } from '../ports.js';
import type { ExercisePlan } from './exercise-plan.js';
import type { Stage } from './stage.js';

/** What the kernel recorder gave for one exercise. */
export interface Tracked {
  readonly record: KernelRecord | null;
  /** Why there is no record and what would help; `null` when there is one or none was asked for. */
  readonly unrecorded: { readonly reason: string; readonly advice: string } | null;
}

/** Follows one exercise with the kernel recorder, or with nothing where there is none. */
export interface Track {
  follow(container: string, initPid: number): Promise<void>;
  mark(step: string): Promise<void>;
  /** Names of the syscalls refused in the step under way; none where nothing is recorded. */
  refusedInStep(): Promise<readonly string[]>;
  /** As root sees them; `null` where nothing is recorded. */
  surroundings(container: string, initPid: number): Promise<SurroundingsFacts | null>;
  /** The profile the engine gave its runtime, as JSON; `null` where nothing is recorded or it cannot be read. */
  seccomp(container: string, initPid: number): Promise<string | null>;
  /** The same however often it is called. */
  end(): Promise<Tracked>;
}

/** Begins to record, before the container is created. */
export async function startTrack({ world }: Stage, { recording }: ExercisePlan): Promise<Track> {
  if (recording === null) return untracked({ record: null, unrecorded: null });
  const start = await world.recorder.begin(recording);
  return 'recording' in start ? tracked(start.recording) : untracked({ record: null, unrecorded: start.unavailable });
}

function tracked(recording: Recording): Track {
  const once: { ended: Promise<Tracked> | null } = { ended: null };
  return {
    follow: (container, initPid) => recording.follow(container, initPid),
    mark: (step) => recording.mark(step),
    refusedInStep: () => recording.refusedInStep(),
    surroundings: (container, initPid) => recording.surroundings(container, initPid),
    seccomp: (container, initPid) => recording.seccomp(container, initPid),
    end: () => (once.ended ??= recording.end().then((record) => ({ record, unrecorded: null }))),
  };
}

function untracked(outcome: Tracked): Track {
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    follow: nothing,
    mark: nothing,
    refusedInStep: () => Promise.resolve([]),
    surroundings: () => Promise.resolve(null),
    seccomp: () => Promise.resolve(null),
    end: () => Promise.resolve(outcome),
  };
}
