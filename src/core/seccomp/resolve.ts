import type { Capability } from '../capability/names.js';
import type { Machine } from './arch.js';
import type { KernelVersion } from './profile.js';

/** What a profile is resolved for. */
export interface ResolveEnvironment {
  readonly arch: Machine;
  readonly kernel: KernelVersion;
  /** The container's bounding set. */
  readonly capabilities: ReadonlySet<Capability>;
}
