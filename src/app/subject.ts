import type { ContainerState } from '../ports.js';
import type { Observer } from './observe.js';
import type { LazyRoute } from './lazy-route.js';
import type { SurroundingsObserver } from './observe-surroundings.js';
import type { Track } from './track.js';

/** A container that is being exercised. */
export interface Subject {
  readonly container: string;
  readonly network: string;
  /** As it was right after the start. */
  readonly state: ContainerState;
  /** Aborts when the container ends or the run is cancelled. */
  readonly signal: AbortSignal;
  readonly route: LazyRoute;
  readonly observer: Observer;
  readonly surroundings: SurroundingsObserver;
  readonly track: Track;
}
