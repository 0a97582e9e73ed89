import { goesThrough, type KernelAction, type Outcome } from '../seccomp/action.js';
import { permissions } from '../seccomp/allowed.js';
import { decide, machineCalls, nativeAbi, type Filter } from '../seccomp/filter.js';
import type { SyscallRule } from '../seccomp/profile.js';
import { findSyscall } from '../seccomp/syscalls.js';
import type { Branch } from '../seccomp/test-chain.js';
import { conditionHolds, describeAlternatives, type Conjunction } from './condition.js';

/** A call of the machine's own ABI that a filter lets through, always or with some arguments. */
export interface GrantedCall {
  readonly name: string;
  readonly number: number;
  /** With which arguments; `null`: with any. */
  readonly condition: GrantCondition | null;
  /** A rule that lets it through; `null` when the default does. */
  readonly rule: SyscallRule | null;
}

/** What decides whether a call goes through; `others`: whether it does where nothing here holds. */
export interface GrantCondition {
  readonly allowed: readonly Conjunction[];
  readonly refused: readonly Conjunction[];
  readonly others: boolean;
}

/** Values of some arguments by index, 0 to 5; the others are free. */
export type KnownArguments = Readonly<Record<number, bigint>>;

/** Every call a filter lets through, by number. Calls left to a tracer or a listener are none. */
export function grantedCalls(filter: Filter): readonly GrantedCall[] {
  const permitted = permissions(filter);
  return machineCalls(filter)
    .map(({ name, number }) => ({ name, number, permission: permitted.get(name) ?? 'never' }))
    .filter(({ permission }) => permission !== 'never')
    .map(({ name, number, permission }) => {
      const { branches, last } = rulesOf(filter, number);
      const rule = branches.find(({ outcome }) => goesThrough(outcome))?.rule ?? last.rule;
      return { name, number, condition: permission === 'always' ? null : conditionOf({ branches, last }), rule };
    });
}

function conditionOf({ branches, last }: CallRules): GrantCondition {
  return {
    allowed: conditionsOf(branches, true),
    refused: conditionsOf(branches, false),
    others: goesThrough(last),
  };
}

/** Whether a call of this name is refused whatever its arguments; false for a name without a call. */
export function refusesAlways(filter: Filter, name: string): boolean {
  const call = findSyscall(nativeAbi(filter.machine), name);
  if (call === null) return false;
  const { branches, last } = rulesOf(filter, call.number);
  return [...branches.map(({ outcome }) => outcome), last].every(({ action }) => REFUSING.has(action));
}

/** The rules about one call. */
interface CallRules {
  /** Those with conditions. */
  readonly branches: readonly Branch[];
  /** What becomes of it where no condition holds. */
  readonly last: Outcome & { readonly rule: SyscallRule | null };
}

/** What in a filter refuses a call of this name, with some arguments at least; `null` when nothing does. */
export function refusalOf(filter: Filter, name: string): CallRules['last'] | null {
  const call = findSyscall(nativeAbi(filter.machine), name);
  if (call === null) return null;
  const { branches, last } = rulesOf(filter, call.number);
  const branch = branches.find(({ outcome }) => MAY_REFUSE.has(outcome.action));
  if (branch !== undefined) return { ...branch.outcome, rule: branch.rule };
  return MAY_REFUSE.has(last.action) ? last : null;
}

function rulesOf(filter: Filter, number: number): CallRules {
  const abi = filter.abis.get(nativeAbi(filter.machine));
  if (abi === undefined || (abi.highestNumber !== null && number > abi.highestNumber)) {
    return { branches: [], last: decide(filter, number) };
  }
  const tree = abi.calls.get(number);
  const unconditional = tree?.unconditional ?? null;
  if (unconditional !== null) return { branches: [], last: { ...unconditional.outcome, rule: unconditional.rule } };
  return { branches: tree?.branches ?? [], last: { ...filter.defaultOutcome, rule: null } };
}

const REFUSING: ReadonlySet<KernelAction> = new Set([
  'SCMP_ACT_KILL_PROCESS',
  'SCMP_ACT_KILL_THREAD',
  'SCMP_ACT_TRAP',
  'SCMP_ACT_ERRNO',
]);

/** The last two leave it to somebody else; where there is nobody the call answers ENOSYS (Documentation/userspace-api/seccomp_filter.rst). */
const MAY_REFUSE: ReadonlySet<KernelAction> = new Set([...REFUSING, 'SCMP_ACT_TRACE', 'SCMP_ACT_NOTIFY']);

function conditionsOf(branches: readonly Branch[], through: boolean): readonly Conjunction[] {
  return branches.filter(({ outcome }) => goesThrough(outcome) === through).map(({ conditions }) => conditions);
}

/** With which arguments a call goes through, in words: `arg0 & 0x7e020000 == 0`. */
export function describeCondition({ allowed, refused, others }: GrantCondition): string {
  return others ? `unless ${describeAlternatives(refused)}` : `if ${describeAlternatives(allowed)}`;
}

/** Whether a call with these arguments is refused whatever its other arguments are. */
export function closes({ allowed, refused, others }: GrantCondition, known: KnownArguments): boolean {
  if (allowed.some((conditions) => conditions.every((condition) => mayHold(condition, known)))) return false;
  return !others || refused.some((conditions) => conditions.every((condition) => mustHold(condition, known)));
}

function mayHold(condition: Conjunction[number], known: KnownArguments): boolean {
  const argument = known[condition.index];
  return argument === undefined || conditionHolds(condition, argument);
}

function mustHold(condition: Conjunction[number], known: KnownArguments): boolean {
  const argument = known[condition.index];
  return argument !== undefined && conditionHolds(condition, argument);
}
