import type { Capability } from '../capability/names.js';
import type { FloorNeed } from './runtime-floor.js';

/** What running a service without each grant showed. Plain JSON. */
export interface MinimizeReport {
  readonly key: HoldsFor;
  /** Whether the kernel's refusals were seen; without them a removal is judged by its trials alone. */
  readonly recorded: boolean;
  readonly capabilities: {
    /** What the search began with. */
    readonly from: readonly Capability[];
    readonly needed: readonly Capability[];
  };
  /** Syscalls of the machine's own ABI, sorted by name. */
  readonly syscalls: {
    /** How many the search began with. */
    readonly from: number;
    /** What the service called in these tests, with the runtime's floor. */
    readonly used: readonly string[];
    /** What it fails without, with what is never removed. */
    readonly needed: readonly string[];
    /** Never removed: the runtime's floor and the identity getters. A part of both. */
    readonly frozen: readonly string[];
    /** Those of `frozen` that are there for the runtimes the policy is to run on. */
    readonly forRuntimes: readonly FloorNeed[];
  };
  /** What breaks without it, one row a grant. */
  readonly rows: readonly BreakRow[];
  readonly confirmation: Confirmation;
  readonly trials: TrialCounts;
  readonly proposal: Proposal;
  /** What a reader must know to judge the rows, a sentence each, e.g. on `ip_unprivileged_port_start`. */
  readonly notes: readonly string[];
}

/** On what the statements hold: with another value of any of these the search has to be repeated. */
export interface HoldsFor {
  readonly imageId: string;
  readonly engine: string;
  readonly runtime: string;
  /** `null` when the engine does not tell. */
  readonly libseccomp: string | null;
  readonly kernel: string;
  readonly arch: string;
  readonly noNewPrivileges: boolean;
  /** Empty: root, as neither the policy nor the image names one. */
  readonly user: string;
  readonly capabilities: readonly Capability[];
}

/** How far a service comes without a grant, from worst to best. */
export const EFFECTS = [
  'will-not-start',
  'not-ready',
  'test-fails',
  'stops-uncleanly',
  'more-privileged',
  'works',
] as const;

export type Effect = (typeof EFFECTS)[number];

/** What one trial without one grant showed: the certificate that it is needed. */
export interface BreakRow {
  readonly kind: 'capability' | 'syscall';
  readonly name: string;
  /** `needed`: proven by this trial. `frozen`: never removed; tried once for its row or, `trial` being null, not at all. */
  readonly state: 'needed' | 'frozen';
  readonly effect: Effect | null;
  /** The first step that failed; empty when none did. Foreign text. */
  readonly step: string;
  /** What was seen there. Foreign text. */
  readonly message: string;
  /** The program whose call was refused; empty when no refusal was seen. Foreign text. */
  readonly program: string;
  /** Refused in that trial because of this removal, with the answer, e.g. `getcwd (ENOSYS)`; empty when not seen. */
  readonly refused: readonly string[];
  /** Number of the trial that showed it. */
  readonly trial: number | null;
}

/** How often the final set was run again. */
export interface Confirmation {
  readonly repeats: number;
  readonly failures: number;
  readonly privilegeRegressions: number;
  /** With 95 % confidence a run fails no more often than this: 3 / repeats when none failed. `null` without repeats. */
  readonly failureBound: number | null;
}

export interface TrialCounts {
  readonly total: number;
  readonly capabilities: number;
  readonly syscalls: number;
  /** To tell a flake from a need. */
  readonly controls: number;
  readonly confirmations: number;
  /** Milliseconds of the whole search. */
  readonly duration: number;
  /** How many ran side by side. */
  readonly jobs: number;
}

/** What to change. */
export interface Proposal {
  /** Profiles in Docker's format, as JSON text. */
  readonly usedProfile: string;
  readonly neededProfile: string;
  /** Unified diff of the policy file; empty when nothing has to change, `null` when its text cannot be changed in place. */
  readonly policyPatch: string | null;
  /** Words after `docker run`, e.g. `--cap-drop=ALL`. The profile is named `<service>.used.json`. */
  readonly runFlags: readonly string[];
}
