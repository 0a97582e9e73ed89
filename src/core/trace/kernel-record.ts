import { CAPABILITIES } from '../capability/names.js';
import { moduleRefusals, type AuditInStep } from './module-refusals.js';
import { callNames, type NativeAbi } from './calls.js';
import type {
  ArgumentFacts,
  BlindSpot,
  CallUse,
  CapabilitySource,
  CapabilityUse,
  Completeness,
  Denial,
  KernelRecord,
  Refusal,
  Sighting,
} from './record.js';
import type { CapabilityRow, UsageRow, UsageRows } from './usage-rows.js';

/** Source: include/uapi/linux/ptrace.h, PTRACE_SYSEMU and PTRACE_SYSEMU_SINGLESTEP */
const EMULATING = [31, 32];

/** What the numbers of a recording mean. */
export interface Meaning {
  readonly abi: NativeAbi;
  /** Names of steps by number. */
  readonly steps: readonly string[];
  readonly capabilitySource: CapabilitySource;
  readonly completeness: Completeness;
  readonly narrowed: readonly string[];
  /** Numbers of calls of which only the first within a step were counted. */
  readonly thinned: readonly number[];
  /** What security modules refused, with the step of each; `null` when the kernel's log was not read. */
  readonly audit: readonly AuditInStep[] | null;
}

/** The record of a container, with names for numbers. */
export function kernelRecord(rows: UsageRows, meaning: Meaning): KernelRecord {
  const names = callNames(meaning.abi);
  const nameOf = (call: number): string => names.get(call) ?? `syscall_${call}`;
  const sighting = (row: UsageRow): Sighting => sightingOf(row, meaning.steps);
  const used: CallUse[] = rows.calls.map((row) => ({ syscall: nameOf(row.call), ...sighting(row) }));
  const refused: Refusal[] = rows.refusals.map((row) => {
    const syscall = row.call === null ? null : nameOf(row.call);
    return { syscall, answer: row.answer, ownFilter: row.ownFilter, ...sighting(row) };
  });
  const facts: ArgumentFacts[] = rows.facts.map(({ call, phase, argument, values, complete }) => ({
    syscall: nameOf(call),
    phase,
    argument,
    values: values.map(([value, count]) => ({ value, count })),
    complete,
  }));
  return {
    completeness: meaning.completeness,
    capabilitySource: meaning.capabilitySource,
    used,
    refused,
    facts,
    capabilities: rows.capabilities.flatMap((row) => capabilityUse(row, sighting(row))),
    blindSpots: blindSpots({ used, facts, compat: rows.compat }),
    narrowed: meaning.narrowed,
    thinned: meaning.thinned.map(nameOf),
    executed: rows.files,
    ...(meaning.capabilitySource === 'none' ? {} : { denied: deniedCalls(rows, nameOf, sighting) }),
    ...(meaning.audit === null ? {} : { moduleRefusals: moduleRefusals(meaning.audit) }),
  };
}

function deniedCalls(
  { denials }: UsageRows,
  nameOf: (call: number) => string,
  sighting: (row: UsageRow) => Sighting,
): readonly Denial[] {
  return denials.map((row) => ({ syscall: nameOf(row.call), errno: row.errno, ...sighting(row) }));
}

function capabilityUse({ capability, outcome }: CapabilityRow, sighting: Sighting): readonly CapabilityUse[] {
  const name = CAPABILITIES[capability];
  return name === undefined ? [] : [{ capability: name, outcome, ...sighting }];
}

function sightingOf({ phase, program, count, first, last }: UsageRow, steps: readonly string[]): Sighting {
  return { phase, program, count, firstStep: steps[first] ?? '', lastStep: steps[last] ?? '' };
}

interface Seen {
  readonly used: readonly CallUse[];
  readonly facts: readonly ArgumentFacts[];
  readonly compat: readonly string[];
}

function blindSpots({ used, facts, compat }: Seen): readonly BlindSpot[] {
  const programsOf = (syscall: string): readonly string[] => [
    ...new Set(used.filter((row) => row.syscall === syscall).map(({ program }) => program)),
  ];
  const emulates = facts.some(
    ({ syscall, values }) => syscall === 'ptrace' && values.some(({ value }) => EMULATING.includes(value)),
  );
  const spots: readonly BlindSpot[] = [
    { kind: 'compat', programs: [...new Set(compat)] },
    { kind: 'io_uring', programs: programsOf('io_uring_setup') },
    { kind: 'emulation', programs: emulates ? programsOf('ptrace') : [] },
  ];
  return spots.filter(({ programs }) => programs.length > 0);
}
