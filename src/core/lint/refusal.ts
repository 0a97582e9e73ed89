import type { Location } from '../finding.js';
import { errnoName } from '../fit/refusal-answer.js';
import { goesThrough, type KernelAction, type Outcome } from '../seccomp/action.js';
import { decideByName, type Decision } from '../seccomp/filter.js';
import type { ResolvedProfile } from './rule.js';

/** A call that a profile does not let through. */
export interface Refusal {
  readonly name: string;
  readonly decision: Decision;
  /** What a caller meets, to follow `is`: `refused with EPERM`. */
  readonly words: string;
  /** The name in the rule that decided, else the profile's default. */
  readonly location: Location;
}

/** The refusal of a call with these arguments; `null` when it goes through, is left to a listener or does not exist. */
export function findRefusal(confined: ResolvedProfile, name: string, args: readonly bigint[] = []): Refusal | null {
  const decision = decideByName(confined.filter, name, args);
  if (decision === null || goesThrough(decision) || decision.action === 'SCMP_ACT_NOTIFY') return null;
  return { name, decision, words: describeRefusal(decision), location: locateRefusal(confined, name, decision) };
}

function describeRefusal({ action, errno }: Outcome): string {
  const words = WORDS[action];
  if (words !== undefined) return words;
  return errno === 0 ? 'skipped as if it had succeeded' : `refused with ${errnoName(errno ?? 0)}`;
}

const WORDS: Readonly<Partial<Record<KernelAction, string>>> = {
  SCMP_ACT_KILL_PROCESS: 'answered by killing the process',
  SCMP_ACT_KILL_THREAD: 'answered by killing the thread',
  SCMP_ACT_TRAP: 'answered with SIGSYS, which kills a program that does not expect it',
  SCMP_ACT_TRACE: 'left to a tracer and refused with ENOSYS without one',
};

/** Where to change what becomes of a call. */
function locateRefusal({ profile }: ResolvedProfile, name: string, { rule }: Decision): Location {
  if (rule === null) return profile.locations.get('defaultAction') ?? profile.location;
  return rule.nameLocations[rule.names.indexOf(name)] ?? rule.location;
}
