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
}

/** Upper bounds taken from a run that worked, in milliseconds, and how that run ended. */
export interface Pace {
  readonly ready: number;
  readonly tests: ReadonlyMap<string, number>;
  readonly exitCode: number | null;
}
