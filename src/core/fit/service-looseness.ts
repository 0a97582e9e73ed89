import { DOCKER_DEFAULT_CAPABILITIES, type Capability } from '../capability/names.js';
import { capabilityRisk } from '../capability/risk.js';
import type { Filter } from '../seccomp/filter.js';
import { callWeight } from './call-weight.js';
import type { CapabilityUsage } from './capability-usage.js';
import { grantedCalls } from './granted-call.js';
import { couldExceed, looseness, type LoosenessInput, type WeighedGrant } from './looseness.js';
import { spokenFor } from './syscall-usage.js';
import type { LoosenessReport, SyscallRow } from './syscall-report.js';

/** Above it a service is loose, unless its policy says otherwise. */
export const FAIL_ABOVE = 35;
/** Above it there is a warning, unless the policy has a limit of its own. */
const WARN_ABOVE = 15;
/** A getter whose arguments are limited, the cheapest call there can be. */
const SMALLEST_CALL = 0.05;
const SMALLEST_CAPABILITY = 1;

/** What a service's looseness is worked out from. */
export interface LoosenessEvidence {
  readonly rows: readonly SyscallRow[];
  /** Whether a call that was not seen was not used. */
  readonly complete: boolean;
  readonly reference: Filter;
  readonly granted: readonly Capability[];
  readonly capabilities: CapabilityUsage;
  /** The policy's; `null`: the built-in one. */
  readonly limit: number | null;
}

/** How loose a service's confinement is: its syscalls, its capabilities, and the larger of both beside the limit. */
export function serviceLooseness(evidence: LoosenessEvidence): LoosenessReport {
  const syscalls = evidence.complete ? looseness(syscallInput(evidence)) : null;
  const capabilities = evidence.capabilities.unknown.length === 0 ? looseness(capabilityInput(evidence)) : null;
  const limit = evidence.limit ?? FAIL_ABOVE;
  const known = syscalls !== null && capabilities !== null;
  const score = known ? Math.max(syscalls.score, capabilities.score) : null;
  const plain = known ? Math.max(syscalls.plain, capabilities.plain) : null;
  const flips = score !== null && plain !== null && score > limit !== plain > limit;
  return { score, syscalls, capabilities, limit, warnAbove: evidence.limit ?? WARN_ABOVE, flips };
}

/** Whether the syscalls could exceed the limit, whichever of those that were not seen are used after all. */
export function couldBeLoose(evidence: LoosenessEvidence): boolean {
  return couldExceed(syscallInput(evidence), evidence.limit ?? FAIL_ABOVE);
}

function syscallInput({ rows, reference }: LoosenessEvidence): LoosenessInput {
  return {
    granted: rows,
    reference: grantedCalls(reference).map((grant) => ({ name: grant.name, weight: callWeight(grant).weight })),
    used: spokenFor(rows),
    excepted: new Set(rows.filter(({ state }) => state === 'excepted').map(({ name }) => name)),
    smallest: SMALLEST_CALL,
  };
}

function capabilityInput({ granted, capabilities }: LoosenessEvidence): LoosenessInput {
  return {
    granted: granted.map(weighed),
    reference: DOCKER_DEFAULT_CAPABILITIES.map(weighed),
    used: capabilities.used,
    excepted: capabilities.excepted,
    smallest: SMALLEST_CAPABILITY,
  };
}

function weighed(name: Capability): WeighedGrant {
  return { name, weight: capabilityRisk(name).weight };
}
