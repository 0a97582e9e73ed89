import type { ArgumentFacts, CallUse, CapabilityUse, KernelRecord, Refusal } from '../../src/core/trace/record.js';

/** A complete record in which nothing happened, unless changed. */
export function sampleRecord(changes: Partial<KernelRecord> = {}): KernelRecord {
  return {
    completeness: { complete: true, reasons: [] },
    capabilitySource: 'tracepoint',
    used: [],
    refused: [],
    facts: [],
    capabilities: [],
    blindSpots: [],
    narrowed: [],
    thinned: [],
    executed: [],
    ...changes,
  };
}

const ONCE = { phase: 'service', program: 'web', count: 1, firstStep: 'start', lastStep: 'answers' } as const;

/** A call the service made, unless changed. */
export function use(syscall: string, changes: Partial<CallUse> = {}): CallUse {
  return { syscall, ...ONCE, ...changes };
}

/** A call refused to the service with EPERM, unless changed. */
export function refusal(syscall: string | null, changes: Partial<Refusal> = {}): Refusal {
  return { syscall, answer: { kind: 'errno', errno: 1 }, ownFilter: false, ...ONCE, ...changes };
}

/** A capability check for the service, granted unless changed. */
export function check(capability: CapabilityUse['capability'], changes: Partial<CapabilityUse> = {}): CapabilityUse {
  return { capability, outcome: 'granted', ...ONCE, ...changes };
}

/** Values of a call's argument 0, unless changed. */
export function fact(syscall: string, values: readonly number[], changes: Partial<ArgumentFacts> = {}): ArgumentFacts {
  return {
    syscall,
    phase: 'service',
    argument: 0,
    values: values.map((value) => ({ value, count: 1 })),
    complete: true,
    ...changes,
  };
}
