import type { Action } from './action.js';
import type { Machine, SeccompArch } from './arch.js';
import type { ArgumentCondition, SyscallRule } from './profile.js';

/** A profile resolved for one machine, kernel and capability set: what the kernel enforces. */
export interface Filter {
  readonly machine: Machine;
  /** The ABIs it lets in; calls of every other one kill. */
  readonly architectures: readonly SeccompArch[];
  readonly defaultOutcome: Outcome;
  /** Numbers above this answer ENOSYS (runc's stub); `null`: there is no stub. */
  readonly highestNumber: number | null;
  /** What is said about each named call of the machine's own ABI, by number. */
  readonly calls: ReadonlyMap<number, CallRules>;
}

export interface CallRules {
  readonly name: string;
  /** In the order they are tried; the first that holds decides, else the default. */
  readonly branches: readonly Branch[];
}

export interface Branch {
  /** All must hold; empty: always. */
  readonly conditions: readonly ArgumentCondition[];
  readonly outcome: Outcome;
  readonly rule: SyscallRule;
}

export interface Outcome {
  readonly action: Action;
  /** The error number the caller sees; `null` unless the action is ERRNO (or TRACE, the tracer's message). */
  readonly errno: number | null;
}

export interface Decision extends Outcome {
  /** The rule of the profile that decided. */
  readonly rule: SyscallRule | null;
  readonly reason: 'rule' | 'default' | 'above-highest' | 'unlisted-abi';
}
