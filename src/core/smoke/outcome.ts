import type { KernelRecord } from '../trace/record.js';
import type { SurroundingsFacts } from './surroundings.js';

/** How one step of an exercise ended. */
export type StepState = 'passed' | 'failed' | 'skipped';

/** One step of an exercise: start, ready, each test by name, stop. */
export interface StepOutcome {
  readonly kind: 'start' | 'ready' | 'test' | 'stop';
  /** `start`, `ready`, `stop` or the test's name. */
  readonly name: string;
  readonly state: StepState;
  /** Empty when passed; else what was seen and what was expected, one line or several. Holds foreign text. */
  readonly difference: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly attempts: number;
}

/** A process of the container as the host's kernel shows it, or as it was when last seen. */
export interface ProcessFacts {
  /** In the host's pid namespace. */
  readonly pid: number;
  /** Names from the container's init down to this process, e.g. `nginx > nginx`. */
  readonly lineage: string;
  /** Effective ids. */
  readonly uid: number;
  readonly gid: number;
  /** Capability sets as bit masks in lower-case hexadecimal, as in /proc/<pid>/status. */
  readonly capEff: string;
  readonly capPrm: string;
  readonly capBnd: string;
  readonly capAmb: string;
  readonly noNewPrivs: boolean;
  /** 0 off, 1 strict, 2 filter. */
  readonly seccomp: number;
  /** How many filters are stacked; `null` on kernels that do not tell (before 5.9). */
  readonly seccompFilters: number | null;
}

/** How the container itself ended. */
export interface ContainerEnd {
  /** `null` while it still runs or when it never started. */
  readonly exitCode: number | null;
  readonly oomKilled: boolean;
  readonly restarts: number;
  /** The engine's or runtime's own words when it could not be started; empty otherwise. */
  readonly error: string;
}

/** Everything one run of a service showed. When the machine or the engine ends a run there is no such value, but an EnvironmentError. */
export interface ExerciseResult {
  readonly works: boolean;
  readonly steps: readonly StepOutcome[];
  readonly end: ContainerEnd;
  /** Every process seen, one entry per distinct privilege of a lineage; `null` when the host's /proc does not show them. */
  readonly processes: readonly ProcessFacts[] | null;
  /** What surrounds them; `null` when the host's /proc does not show them. */
  readonly surroundings: SurroundingsFacts | null;
  /** What the kernel saw; `null` when this run was not recorded. */
  readonly record: KernelRecord | null;
  /** Why it was not although it should have been, and what would help. */
  readonly unrecorded: { readonly reason: string; readonly advice: string } | null;
  /** The last part of the container's log. Foreign text. */
  readonly log: string;
  /** Milliseconds from creation to removal. */
  readonly duration: number;
}

/** The first step that failed, `null` when all passed. */
export function failedStep(result: Pick<ExerciseResult, 'steps'>): StepOutcome | null {
  return result.steps.find((step) => step.state === 'failed') ?? null;
}

/** Whether a run that failed got past the step at which another one failed. */
export function comesFurther(run: Pick<ExerciseResult, 'steps'>, than: Pick<ExerciseResult, 'steps'>): boolean {
  const failedAt = ({ steps }: Pick<ExerciseResult, 'steps'>): number => {
    const index = steps.findIndex(({ state }) => state === 'failed');
    return index === -1 ? steps.length : index;
  };
  return failedAt(run) > failedAt(than);
}
