import type { Capability } from './names.js';

/** What a container's options say about capabilities. */
export interface CapabilityDeclaration {
  readonly add: readonly (Capability | 'ALL')[];
  readonly drop: readonly (Capability | 'ALL')[];
  /** As Docker takes it (`uid[:gid]` or a name); `null` or empty: root. */
  readonly user: string | null;
}

/** What the container's first process has, each set in bit order. */
export interface GrantedCapabilities {
  /** What the options ask for; also what a profile's `includes`/`excludes` are resolved with. */
  readonly bounding: readonly Capability[];
  /** What the first process may use: the bounding set for root, empty for any other user. */
  readonly effective: readonly Capability[];
}
