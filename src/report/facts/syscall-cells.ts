import type { SyscallReach, SyscallReport, SyscallRow } from '../../core/fit/syscall-report.js';
import type { ServiceResult } from '../../core/result.js';
import { syscallRisk } from '../../core/seccomp/risk.js';
import { syscallsOf } from '../../core/seccomp/syscalls.js';
import { groupPurpose } from '../../core/explain/syscall-group.js';
import { refusedCalls } from './refused.js';
import { enumerate } from './wording.js';

/** How a call stands, from what a reader looks for first to what is of no concern. */
export const CELL_STATES = ['refused', 'excess', 'needed', 'used', 'frozen', 'excepted', 'unknown', 'absent'] as const;

export type CellState = (typeof CELL_STATES)[number];

/** One syscall of the machine's ABI. */
export interface SyscallCell {
  readonly name: string;
  readonly state: CellState;
  readonly tier: SyscallRow['tier'] | null;
  /** Who, when, why: one sentence each. Foreign text. */
  readonly facts: readonly string[];
}

/** Syscalls that are for the same thing. */
export interface CellGroup {
  /** `files and folders`. */
  readonly purpose: string;
  readonly cells: readonly SyscallCell[];
}

/** Every syscall of the machine's own ABI, granted or not, grouped by what it is for; the largest group first. */
export function syscallCells(service: ServiceResult, arch: string | null): readonly CellGroup[] {
  const { syscalls } = service;
  if (syscalls === null) return [];
  const evidence = evidenceOf(service, syscalls);
  const groups = new Map<string, SyscallCell[]>();
  for (const { name } of syscallsOf(arch === 'arm64' ? 'aarch64' : 'x86_64')) {
    const purpose = purposeOf(name);
    groups.set(purpose, [...(groups.get(purpose) ?? []), cellOf(name, evidence)]);
  }
  return [...groups]
    .map(([purpose, cells]) => ({ purpose, cells }))
    .sort((a, b) => Number(a.purpose === OTHER) - Number(b.purpose === OTHER) || b.cells.length - a.cells.length);
}

interface Evidence {
  /** Which runtimes need a call, by its name. */
  readonly runtimes: ReadonlyMap<string, string>;
  readonly rows: ReadonlyMap<string, SyscallRow>;
  readonly refused: ReadonlyMap<string, string>;
  readonly breaks: ReadonlyMap<string, string>;
}

function evidenceOf(service: ServiceResult, { rows, floor }: SyscallReport): Evidence {
  const refused = refusedCalls(service).map(
    ({ name, answer, by }) => [name, `refused with ${answer}: ${enumerate(by)}`] as const,
  );
  const breaks = (service.minimize?.rows ?? [])
    .filter(({ kind, state, effect }) => kind === 'syscall' && state === 'needed' && effect !== null)
    .map(({ name, step, message }) => [name, `without it: ${step === '' ? '' : `${step}: `}${message}`] as const);
  return {
    runtimes: new Map(floor.needs.map(({ call, runtimes }) => [call, enumerate(runtimes)])),
    rows: new Map(rows.map((row) => [row.name, row])),
    refused: new Map(refused),
    breaks: new Map(breaks),
  };
}

function cellOf(name: string, { runtimes, rows, refused, breaks }: Evidence): SyscallCell {
  const needing = runtimes.get(name) ?? null;
  const row = rows.get(name) ?? null;
  const refusal = refused.get(name) ?? null;
  const needed = breaks.get(name) ?? null;
  const risk = syscallRisk(name);
  const state =
    row === null ? (refusal === null ? 'absent' : 'refused') : needed === null ? STATES[row.state] : 'needed';
  return {
    name,
    state,
    tier: risk?.tier ?? null,
    facts: [
      row === null ? 'not granted' : WORDS[row.state],
      ...(refusal === null ? [] : [refusal]),
      ...(needed === null ? [] : [needed]),
      ...(needing === null ? [] : [`needed to start a container by ${needing}`]),
      ...(row === null ? [] : seenBy(row)),
      ...(row === null || row.reach === null ? [] : [REACH[row.reach]]),
      ...(row?.condition === null || row?.condition === undefined ? [] : ['granted for some arguments only']),
      ...(risk === null ? [] : [`${TIERS[risk.tier]}: ${risk.reason}`]),
    ],
  };
}

function seenBy({ programs, count, firstStep, lastStep }: SyscallRow): readonly string[] {
  if (firstStep === null || programs.length === 0) return [];
  const when = lastStep === null || lastStep === firstStep ? firstStep : `${firstStep} … ${lastStep}`;
  return [`by ${enumerate(programs)}, ${count} times, in ${when}`];
}

const STATES = {
  used: 'used',
  runtime: 'frozen',
  frozen: 'frozen',
  tester: 'excess',
  excepted: 'excepted',
  excess: 'excess',
  unknown: 'unknown',
} as const satisfies Record<SyscallRow['state'], CellState>;

const WORDS = {
  used: 'granted and used',
  runtime: 'granted and used by the container runtime only',
  frozen: 'granted, kept for start-up or because a program learns from it who it is',
  tester: 'granted and used by the tests only',
  excepted: 'granted, not used, excepted by the policy',
  excess: 'granted and not used in these tests',
  unknown: 'granted; whether it is used was not seen',
} as const satisfies Record<SyscallRow['state'], string>;

const REACH = {
  never: 'no code of the executed files makes it',
  'not-exercised': 'code of the executed files can make it, not exercised in these tests',
  unknown: 'whether code of the executed files makes it cannot be told',
} as const satisfies Record<SyscallReach, string>;

const TIERS = { T0: 'harmless', T1: 'ordinary', T2: 'risky', T3: "refused by Docker's current default" } as const;

const OTHER = 'other calls';

function purposeOf(name: string): string {
  const [group] = syscallRisk(name)?.groups ?? [];
  return (group === undefined ? null : groupPurpose(group)) ?? OTHER;
}
