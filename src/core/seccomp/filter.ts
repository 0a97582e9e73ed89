import type { KernelAction, Outcome } from './action.js';
import type { Machine, SeccompArch } from './arch.js';
import type { Conflict } from './call-trees.js';
import type { DecisionTree } from './decision-tree.js';
import type { SyscallRule } from './profile.js';
import { findSyscall, syscallsOf, type Abi } from './syscalls.js';

/** A profile resolved for one machine, kernel and capability set: what the kernel enforces. */
export interface Filter {
  readonly machine: Machine;
  /** Every ABI it lets in, the machine's own first; calls of any other one are killed. */
  readonly opens: readonly SeccompArch[];
  readonly defaultOutcome: Outcome;
  /** The machine's own ABI and, where they are let in, x32 and x86 on amd64 and arm on arm64: all that these machines run. */
  readonly abis: ReadonlyMap<Abi, AbiFilter>;
  /** Rules that libseccomp refuses beside an earlier one: the container will not start. */
  readonly conflicts: readonly Conflict[];
}

export interface AbiFilter {
  /** Numbers above this answer ENOSYS, by the stub runc puts before the filter; `null`: there is no stub. */
  readonly highestNumber: number | null;
  /** What the rules say about each call they name, by number. */
  readonly calls: ReadonlyMap<number, DecisionTree>;
}

/** What becomes of one call, and why. */
export interface Decision {
  readonly action: KernelAction;
  readonly errno: number | null;
  /** `above-highest`: runc's ENOSYS stub; `unlisted-abi`: the ABI is not let in. */
  readonly reason: 'rule' | 'default' | 'above-highest' | 'unlisted-abi';
  /** The rule that decided, unless it was none. */
  readonly rule: SyscallRule | null;
}

/** The machine's own ABI. */
export function nativeAbi(machine: Machine): Abi {
  return machine === 'amd64' ? 'x86_64' : 'aarch64';
}

/**
 * What becomes of the call with this number, below 2^31, in the machine's own ABI; on amd64 a number with the x32 bit
 * (0x40000000) is an x32 call. Arguments are unsigned, absent ones 0.
 */
export function decide(filter: Filter, number: number, args: readonly bigint[] = []): Decision {
  const isX32 = filter.machine === 'amd64' && number >= X32_BIT;
  return isX32
    ? decideIn(filter, 'x32', { number: number - X32_BIT, args })
    : decideIn(filter, nativeAbi(filter.machine), { number, args });
}

/** What becomes of a call of an ABI, by its number there; x32 numbers without their bit. */
export function decideIn(filter: Filter, abi: Abi, { number, args }: NumberedCall): Decision {
  const calls = filter.abis.get(abi);
  if (calls === undefined) return KILLED;
  if (calls.highestNumber !== null && number > calls.highestNumber) return NOT_KNOWN;
  const branch = calls.calls.get(number)?.find(args) ?? null;
  if (branch === null) return { ...filter.defaultOutcome, reason: 'default', rule: null };
  return { ...branch.outcome, reason: 'rule', rule: branch.rule };
}

/** A call as the kernel gets it. Arguments are unsigned, absent ones 0. */
export interface NumberedCall {
  readonly number: number;
  readonly args: readonly bigint[];
}

/** What becomes of the call with this name, `null` when the machine's own ABI has no such call. */
export function decideByName(filter: Filter, name: string, args: readonly bigint[] = []): Decision | null {
  const call = findSyscall(nativeAbi(filter.machine), name);
  return call === null ? null : decide(filter, call.number, args);
}

/** Every known call of the machine's own ABI by ascending number. */
export function machineCalls({ machine }: Filter): ReturnType<typeof syscallsOf> {
  return syscallsOf(nativeAbi(machine));
}

const X32_BIT = 0x4000_0000;
const ENOSYS = 38;
/** libseccomp's action for a wrong ABI: https://github.com/seccomp/libseccomp/blob/v2.6.0/src/db.c (act_badarch). */
const KILLED: Decision = { action: 'SCMP_ACT_KILL_THREAD', errno: null, reason: 'unlisted-abi', rule: null };
const NOT_KNOWN: Decision = { action: 'SCMP_ACT_ERRNO', errno: ENOSYS, reason: 'above-highest', rule: null };
