import type { SyscallReport, SyscallRow } from '../../core/fit/syscall-report.js';

/** The calls of one tier that are allowed and not used by the service. */
export interface ExcessTier {
  /** `T2 risky`. */
  readonly label: string;
  /** The costliest first. */
  readonly rows: readonly SyscallRow[];
}

const LABELS = [
  ['T3', 'T3 critical'],
  ['T2', 'T2 risky'],
  ['T1', 'T1 ordinary'],
  ['T0', 'T0 minor'],
] as const;

/** The excess by tier, the riskiest first; empty where nothing may be called unused. */
export function excessTiers(report: SyscallReport): readonly ExcessTier[] {
  const idle = report.rows.filter(isIdle);
  return LABELS.map(([tier, label]) => ({
    label,
    rows: idle.filter((row) => row.tier === tier).sort(costliestFirst),
  })).filter(({ rows }) => rows.length > 0);
}

/** Calls that only commands of tests and health checks made, by number. */
export function usedByTests(report: SyscallReport): readonly string[] {
  return report.rows.filter(({ state }) => state === 'tester').map(({ name }) => name);
}

/** How many calls are allowed and not used by the service. */
export function excessCount({ states }: SyscallReport): number {
  return states.excess + states.tester;
}

function isIdle({ state }: SyscallRow): boolean {
  return state === 'excess' || state === 'tester';
}

function costliestFirst(a: SyscallRow, b: SyscallRow): number {
  return b.weight - a.weight || a.number - b.number;
}
