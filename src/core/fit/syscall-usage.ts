import type { Filter } from '../seccomp/filter.js';
import type { CallUse, Completeness, KernelRecord, Phase } from '../trace/record.js';
import { callWeight } from './call-weight.js';
import { describeCondition, grantedCalls, refusesAlways, type GrantedCall } from './granted-call.js';
import { IDENTITY_GETTERS, type RuntimeFloor } from './runtime-floor.js';
import { spanSteps } from './step-range.js';
import type { SeenArgument, SyscallRow, SyscallState } from './syscall-report.js';

/** What was granted, what was seen of it and what is spoken for. */
export interface UsageEvidence {
  readonly filter: Filter;
  /** `null` when the run was not recorded. */
  readonly record: KernelRecord | null;
  /** Whether "not seen" means "not used": the record's own word, and whether the run came to its end. */
  readonly completeness: Completeness;
  readonly floor: RuntimeFloor;
  /** Names of syscalls that may stay unused. */
  readonly excepted: ReadonlySet<string>;
  /** Names of the steps in order. */
  readonly steps: readonly string[];
}

/** The states that take a call out of the excess without an exception. */
const SPOKEN_FOR: ReadonlySet<SyscallState> = new Set(['used', 'runtime', 'frozen']);

/** Every call that the filter lets through on the machine's own ABI beside what was seen of it, by number. */
export function syscallUsage(evidence: UsageEvidence): readonly SyscallRow[] {
  return grantedCalls(evidence.filter).map((grant) => usageRow(evidence, grant));
}

/** The names of the calls that are used, needed by the runtime or frozen: what looseness calls U. */
export function spokenFor(rows: readonly SyscallRow[]): ReadonlySet<string> {
  return new Set(rows.filter(({ state }) => SPOKEN_FOR.has(state)).map(({ name }) => name));
}

/** Calls that were made although the filter as computed refuses them whatever their arguments, sorted. */
export function contradictions({ filter, record }: UsageEvidence): readonly string[] {
  const used = new Set((record?.used ?? []).map(({ syscall }) => syscall));
  return [...used].filter((name) => refusesAlways(filter, name)).sort();
}

function usageRow(evidence: UsageEvidence, grant: GrantedCall): SyscallRow {
  const { name, number, condition } = grant;
  const sightings = (evidence.record?.used ?? []).filter(({ syscall }) => syscall === name);
  const state = stateOf(evidence, name, sightings);
  const shown = sightings.filter(({ phase }) => phase === PHASE_SHOWN[state]);
  const { tier, weight } = callWeight(grant);
  const span = spanSteps(shown, evidence.steps);
  return {
    name,
    number,
    state,
    reach: null,
    condition: condition === null ? null : describeCondition(condition),
    seen: condition === null ? [] : seenArguments(evidence.record, name),
    tier,
    weight,
    programs: [...new Set(shown.map(({ program }) => program))].sort(),
    count: shown.reduce((sum, { count }) => sum + count, 0),
    firstStep: span?.firstStep ?? null,
    lastStep: span?.lastStep ?? null,
  };
}

/** Whose sightings stand behind a state; the others stand for nothing that was seen. */
const PHASE_SHOWN: Readonly<Partial<Record<SyscallState, Phase>>> = {
  used: 'service',
  runtime: 'runtime',
  tester: 'exec',
};

/** A call that was left out in the kernel had been seen in the run before. */
function stateOf(evidence: UsageEvidence, name: string, sightings: readonly CallUse[]): SyscallState {
  const seenIn = (phase: Phase): boolean => sightings.some((sighting) => sighting.phase === phase);
  if (seenIn('service') || evidence.record?.narrowed.includes(name) === true) return 'used';
  if (seenIn('runtime')) return 'runtime';
  if (evidence.floor.calls.includes(name) || IDENTITY_GETTERS.includes(name)) return 'frozen';
  if (evidence.excepted.has(name)) return 'excepted';
  if (!evidence.completeness.complete) return 'unknown';
  return seenIn('exec') ? 'tester' : 'excess';
}

function seenArguments(record: KernelRecord | null, name: string): readonly SeenArgument[] {
  return (record?.facts ?? [])
    .filter(({ syscall, phase }) => syscall === name && phase === 'service')
    .map(({ argument, values, complete }) => ({ argument, values, complete }));
}
