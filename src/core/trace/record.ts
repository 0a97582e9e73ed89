import type { Capability } from '../capability/names.js';
import type { AuditLine } from './audit-line.js';

/**
 * What the kernel saw of one container during one exercise. Plain JSON. Program names are foreign text, already cut to 64
 * printable characters.
 */
export interface KernelRecord {
  readonly completeness: Completeness;
  /** How capability checks were seen; `none`: this kernel shows none, so nothing is known about their use. */
  readonly capabilitySource: CapabilitySource;
  /** Calls that went through the filter, whatever they returned. */
  readonly used: readonly CallUse[];
  readonly refused: readonly Refusal[];
  /** The values seen where a call's argument is the permission. */
  readonly facts: readonly ArgumentFacts[];
  /** Every check the kernel made for the container, except the runtime's: see `exercisedCapabilities`. */
  readonly capabilities: readonly CapabilityUse[];
  readonly blindSpots: readonly BlindSpot[];
  /** Syscalls left out in the kernel, because an earlier run had seen them allowed. */
  readonly narrowed: readonly string[];
  /** Syscalls that the service made so often that the kernel left out the rest within a step: their counts are "at least". */
  readonly thinned: readonly string[];
  /** Files that processes of the container executed, as they named them. */
  readonly executed: readonly ExecutedFile[];
  /** Calls that neither the filter nor a missing capability refused. Absent: not known, as capability checks were not seen. */
  readonly denied?: readonly Denial[];
  /** What a security module says that it refused, from the kernel's log. Absent: the log was not read. */
  readonly moduleRefusals?: readonly ModuleRefusal[];
}

/**
 * A call that passed the filter, was refused no capability, and was answered EPERM or EACCES all the same: by a security module,
 * by the permissions of a file or by the call's own rules.
 */
export interface Denial extends Sighting {
  readonly syscall: string;
  readonly errno: number;
}

/** A decision of AppArmor or SELinux, one row for each of its kind in a step. */
export interface ModuleRefusal extends Omit<AuditLine, 'pid' | 'time'> {
  readonly count: number;
  /** The name of the step in which it was made. Foreign text. */
  readonly step: string;
}

export interface ExecutedFile {
  /** `exec`: by a process that was put into the container. */
  readonly phase: 'service' | 'exec';
  /** Empty where more were executed than are kept. Foreign text. */
  readonly path: string;
}

export type CapabilitySource = 'tracepoint' | 'kprobe' | 'none';

/** Whether "not seen" means "not done". Anything lost makes every "not used" statement unjudged. */
export interface Completeness {
  readonly complete: boolean;
  /** One sentence each; empty when complete. */
  readonly reasons: readonly string[];
}

/**
 * Whose need it is. `runtime`: between the filter's load and the container's command. `service`: from that command on.
 * `exec`: a process put into the container by `exec` or a health check.
 */
export type Phase = 'runtime' | 'service' | 'exec';

/** Who, when and how often. */
export interface Sighting {
  readonly phase: Phase;
  /** Base name of the file that the process executed. Foreign text. */
  readonly program: string;
  readonly count: number;
  /** Names of the steps given to `mark`; foreign text. */
  readonly firstStep: string;
  readonly lastStep: string;
}

/** One row for each phase, program and syscall. */
export interface CallUse extends Sighting {
  /** The syscall's name; `syscall_<number>` for a number without one. */
  readonly syscall: string;
}

/** One row for each phase, program, syscall and answer. */
export interface Refusal extends Sighting {
  /** `null` when the kernel does not tell: a thread killed alone leaves no other trace. */
  readonly syscall: string | null;
  readonly answer: RefusalAnswer;
  /** A filter loaded by the service itself was in force too, so the refusal may be its own doing. */
  readonly ownFilter: boolean;
}

/**
 * `errno`: the call was not made and answered this error number (0: pretended to succeed). `signal`: SIGSYS, from TRAP or
 * KILL; `survived` tells that the process went on. `thread-killed`: the thread ended without a call, its process went on.
 */
export type RefusalAnswer =
  | { readonly kind: 'errno'; readonly errno: number }
  | { readonly kind: 'signal'; readonly survived: boolean }
  | { readonly kind: 'thread-killed' };

/** The values of one argument of one syscall in one phase. */
export interface ArgumentFacts {
  readonly syscall: string;
  readonly phase: Phase;
  /** 0 to 5. */
  readonly argument: number;
  readonly values: readonly { readonly value: number; readonly count: number }[];
  /** False when there were more different values than are kept. */
  readonly complete: boolean;
}

/** One row for each phase (service or exec), program, capability and outcome. */
export interface CapabilityUse extends Sighting {
  readonly capability: Capability;
  readonly outcome: 'granted' | 'refused';
}

/** What happened out of the recorder's sight. */
export interface BlindSpot {
  /** `compat`: calls of a 32-bit ABI. `io_uring`: operations that are no syscalls. `emulation`: a tracer answers for the kernel. */
  readonly kind: 'compat' | 'io_uring' | 'emulation';
  /** Foreign text. */
  readonly programs: readonly string[];
}
