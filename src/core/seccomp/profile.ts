import type { Capability } from '../capability/names.js';
import type { Location } from '../finding.js';
import type { Action } from './action.js';
import type { SeccompArch } from './arch.js';
import type { Operator } from './operator.js';

/** A seccomp profile in Docker's format, as written: nothing resolved, every place remembered. */
export interface Profile {
  readonly file: string;
  readonly defaultAction: Action;
  readonly defaultErrnoRet: number | null;
  readonly architectures: Architectures;
  readonly flags: readonly string[];
  readonly listenerPath: string | null;
  readonly listenerMetadata: string | null;
  readonly rules: readonly SyscallRule[];
  /** Where the keys of the top level stand, by name; those that are absent have none. */
  readonly locations: ReadonlyMap<string, Location>;
  /** Where the profile begins. */
  readonly location: Location;
}

/** The two ways to say which ABIs a profile opens; without either, the engine's own. */
export type Architectures =
  | { readonly kind: 'native' }
  | { readonly kind: 'list'; readonly names: readonly SeccompArch[] }
  | { readonly kind: 'map'; readonly entries: readonly ArchMapEntry[] };

export interface ArchMapEntry {
  readonly architecture: SeccompArch;
  readonly subArchitectures: readonly SeccompArch[];
}

/** One entry of `syscalls`. */
export interface SyscallRule {
  readonly names: readonly string[];
  readonly action: Action;
  readonly errnoRet: number | null;
  readonly args: readonly ArgumentCondition[];
  readonly includes: RuleScope;
  readonly excludes: RuleScope;
  readonly comment: string;
  readonly location: Location;
  /** Where each of `names` stands, same order. */
  readonly nameLocations: readonly Location[];
}

export interface ArgumentCondition {
  /** 0 to 5. */
  readonly index: number;
  readonly operator: Operator;
  /** Unsigned, 64 bits; the mask when the operator is SCMP_CMP_MASKED_EQ. */
  readonly value: bigint;
  /** What the masked argument is compared with; 0 otherwise. */
  readonly valueTwo: bigint;
  readonly location: Location;
}

/** When a rule counts (`includes`) or does not (`excludes`). Empty lists and `null` say nothing. */
export interface RuleScope {
  readonly capabilities: readonly Capability[];
  /** Go's names: `amd64`, `arm64`. */
  readonly arches: readonly string[];
  readonly minKernel: KernelVersion | null;
}

export interface KernelVersion {
  readonly major: number;
  readonly minor: number;
}
