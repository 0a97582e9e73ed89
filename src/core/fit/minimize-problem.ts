import { syscallRisk } from '../seccomp/risk.js';
import { MEASURED_APPLICATIONS, syscallDemand } from './demand.js';
import type { Candidate, MinimizeProblem } from './minimize-state.js';
import { IDENTITY_GETTERS, type RuntimeFloor } from './runtime-floor.js';

/** What the syscalls to search are made from. */
export interface SyscallGround {
  /** Calls that the search begins with. */
  readonly granted: readonly string[];
  /** Calls that were seen going through, by the service, the runtime or a tester's command; `null` when it was not recorded. */
  readonly used: readonly string[] | null;
  readonly floor: RuntimeFloor;
}

/** How a search is to be made. */
export type SearchOptions = Pick<MinimizeProblem, 'repeats' | 'tryFrozen' | 'lanes' | 'certainty' | 'seed'>;

/** Repeats as the report wants them, parts for two to four cores, and certificates that the trials imply. */
export const SEARCH_DEFAULTS: SearchOptions = {
  repeats: 20,
  tryFrozen: false,
  lanes: 4,
  certainty: 'implied',
  seed: 1,
};

/**
 * The search for the syscalls that a service needs. Frozen are the runtime's floor, what tells a program who it is and the calls
 * it ends with. clone3 is left out: it is never let through.
 */
export function syscallProblem({ granted, used, floor }: SyscallGround, options: SearchOptions): MinimizeProblem {
  const all = [...new Set([...granted, ...(used ?? [])])].filter((name) => name !== 'clone3');
  const frozen = [...new Set([...floor.calls, ...IDENTITY_GETTERS, ...ENDINGS])].sort();
  const free = all.filter((name) => !frozen.includes(name));
  const tried = free.filter((name) => used === null || used.includes(name));
  return {
    candidates: tried.map((name) => candidateOf(name, used !== null)).sort(used === null ? unlikelyFirst : riskyFirst),
    frozen,
    unseen: free.filter((name) => !tried.includes(name)).sort(),
    recorded: used !== null,
    emptyFirst: false,
    ...options,
  };
}

const ENDINGS = ['exit', 'exit_group', 'rt_sigreturn'];
/** As data/syscall-risk.csv has it for calls that Docker's current default does not name yet. */
const UNREVIEWED_WEIGHT = 3;

/** @param called whether the service is known to call it */
function candidateOf(name: string, called: boolean): Candidate {
  const { callers, dependants } = syscallDemand(name);
  const likelihood = called ? (dependants + 0.5) / (callers + 1) : dependants / MEASURED_APPLICATIONS;
  return { name, likelihood, weight: syscallRisk(name)?.weight ?? UNREVIEWED_WEIGHT };
}

function riskyFirst(a: Candidate, b: Candidate): number {
  return b.weight - a.weight || a.likelihood - b.likelihood || byName(a, b);
}

/** Without recorder large groups have to pass. */
function unlikelyFirst(a: Candidate, b: Candidate): number {
  return a.likelihood - b.likelihood || b.weight - a.weight || byName(a, b);
}

function byName(a: Candidate, b: Candidate): number {
  return a.name < b.name ? -1 : 1;
}
