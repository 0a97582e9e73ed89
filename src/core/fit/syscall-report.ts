import type { Location } from '../finding.js';
import type { KernelAction } from '../seccomp/action.js';
import type { SyscallRisk } from '../seccomp/risk.js';
import type { BlindSpot, CapabilitySource, Completeness, Phase } from '../trace/record.js';
import type { CveReach } from './cve-reach.js';
import type { Looseness } from './looseness.js';
import type { RuntimeFloor } from './runtime-floor.js';

/**
 * What is known of a granted call. `used`: by the service; `runtime`: by the runtime only, under the filter; `frozen`: not
 * seen, but the runtime may need it or a program learns from it who it is; `tester`: only by processes that tests or health
 * checks put into the container; `excepted`: not used and allowed to stay; `excess`: none of these; `unknown`: not seen by
 * a record that did not see everything.
 */
export type SyscallState = 'used' | 'runtime' | 'frozen' | 'tester' | 'excepted' | 'excess' | 'unknown';

/** How a service's filter fits what the service did. Plain JSON. */
export interface SyscallReport {
  /** Whether the kernel's evidence was there at all. */
  readonly recorded: boolean;
  /** Whether "not seen" means "not used"; when not, there is no `excess`, only `unknown`. */
  readonly completeness: Completeness;
  readonly capabilitySource: CapabilitySource;
  readonly floor: RuntimeFloor;
  /** Calls of the machine's own ABI that the filter lets through. */
  readonly allowed: { readonly always: number; readonly conditionally: number };
  /** How many are in each state. */
  readonly states: Readonly<Record<SyscallState, number>>;
  /** How many of the excess are in each tier. */
  readonly excessTiers: Readonly<Record<SyscallRisk['tier'], number>>;
  /** One row an allowed call, by number. */
  readonly rows: readonly SyscallRow[];
  readonly refused: readonly RefusedRow[];
  /** Calls that went through although the profile refuses them; of Docker's default nothing is said, for older ones differ. */
  readonly contradictions: readonly string[];
  readonly cves: CveReach;
  readonly blindSpots: readonly BlindSpot[];
}

/**
 * Whether code makes a call that is excess. `never`: none of the files that were executed and the libraries they are linked
 * with; `not-exercised`: theirs can, and did not in these tests; `unknown`: it cannot be told.
 */
export type SyscallReach = 'never' | 'not-exercised' | 'unknown';

export interface SyscallRow {
  readonly name: string;
  readonly number: number;
  readonly state: SyscallState;
  /** `null` for what is not excess, and where machine code was not looked at. */
  readonly reach: SyscallReach | null;
  /** With which arguments it goes through, e.g. `if arg0 & 0x7e020000 == 0`; `null`: with any. */
  readonly condition: string | null;
  /** What was passed where a condition looks; empty for a call without one. */
  readonly seen: readonly SeenArgument[];
  readonly tier: SyscallRisk['tier'];
  /** What it costs as excess. */
  readonly weight: number;
  /** Base names of what called it. Foreign text. */
  readonly programs: readonly string[];
  readonly count: number;
  /** Names of steps; `null` when it was not seen. Foreign text. */
  readonly firstStep: string | null;
  readonly lastStep: string | null;
}

export interface SeenArgument {
  /** 0 to 5. */
  readonly argument: number;
  readonly values: readonly { readonly value: number; readonly count: number }[];
  /** False when there were more different values than are kept. */
  readonly complete: boolean;
}

/** One row for each call, program, phase and answer. */
export interface RefusedRow {
  /** `null` when the kernel does not tell. */
  readonly name: string | null;
  readonly phase: Phase;
  /** Foreign text. */
  readonly program: string;
  /** What the caller met: `EPERM`, `SIGSYS`. */
  readonly answer: string;
  /** What the filter does with the call; `null` when its name is not known or a filter of the service's own may have refused it. */
  readonly action: KernelAction | null;
  readonly count: number;
  /** Foreign text. */
  readonly firstStep: string;
  readonly lastStep: string;
  /** A filter loaded by the service itself was in force too. */
  readonly ownFilter: boolean;
  /** What in the profile refuses it; `null` without a profile. */
  readonly location: Location | null;
}

/** How loose a service's confinement is, by its limit. Plain JSON. */
export interface LoosenessReport {
  /** The larger of both parts; `null` when one of them is not known. */
  readonly score: number | null;
  readonly syscalls: Looseness | null;
  readonly capabilities: Looseness | null;
  /** Above it the service is loose. */
  readonly limit: number;
  /** Above it there is a warning. */
  readonly warnAbove: number;
  /** Whether counting every grant alike would put it on the other side of the limit. */
  readonly flips: boolean;
}
