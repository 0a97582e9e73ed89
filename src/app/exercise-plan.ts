import type { ImageSource, Service } from '../core/policy/policy.js';
import type { ContainerConfinement, RecordingRequest } from '../ports.js';

/** What to run: a service, its images, the confinement to run it under and how long to wait. */
export interface ExercisePlan {
  readonly service: Service;
  readonly imageId: string;
  readonly clientImages: ReadonlyMap<ImageSource, string>;
  readonly confinement: ContainerConfinement;
  /** `null`: the image's own. */
  readonly user: string | null;
  /** Absolute folders, one for each bind volume of the service, in order. */
  readonly bindSources: readonly string[];
  /** What the kernel recorder is asked for; `null`: nothing. */
  readonly recording: RecordingRequest | null;
  /** Measured on a run that worked; `null`: the policy's own timeouts. */
  readonly pace: Pace | null;
  /** When a step can be given up before its time is over; `null`: never. */
  readonly hopeless: Hopeless | null;
  /** Done with the running container after its tests; `null`: nothing. */
  readonly beforeStop: ((container: string) => Promise<void>) | null;
  /** Given the profile that the engine gave its runtime for the container, JSON; `null` when it could not be read. Absent: not asked for. */
  readonly seccompSeen?: (profile: string | null) => void;
  /** Done with the container once it has ended, before it is removed; absent: nothing. */
  readonly afterStop?: (container: string) => Promise<void>;
}

/** Upper bounds taken from runs that worked, in milliseconds, and how such a run ended. */
export interface Pace {
  readonly ready: number;
  readonly tests: ReadonlyMap<string, number>;
  readonly stop: number;
  readonly exitCode: number | null;
}

/** A step that is late and was refused one of these calls, which no run that worked was refused, will not pass any more. */
export interface Hopeless {
  readonly refused: ReadonlySet<string>;
  /** From when on a step is late, in milliseconds, by its name. */
  readonly late: ReadonlyMap<string, number>;
  /** Called when a step is late. */
  readonly onLate?: () => void;
}
