import { callWeight } from '../../core/fit/call-weight.js';
import type { ServiceResult } from '../../core/result.js';
import { syscallsOf } from '../../core/seccomp/syscalls.js';

/** A point on the scale of looseness, for comparison. */
export interface ReferenceScore {
  readonly label: string;
  readonly score: number;
}

/** What other confinements of this service would score for its syscalls; empty when its use is not known. */
export function referenceScores({ syscalls, fit }: ServiceResult, arch: string | null): readonly ReferenceScore[] {
  const measured = fit?.syscalls ?? null;
  if (syscalls === null || measured === null || measured.reference === 0) return [];
  const spoken = new Set(syscalls.rows.filter(({ state }) => !IDLE.has(state)).map(({ name }) => name));
  const open = syscallsOf(arch === 'arm64' ? 'aarch64' : 'x86_64')
    .filter(({ name }) => !spoken.has(name))
    .reduce((sum, { name, number }) => sum + callWeight({ name, number, condition: null, rule: null }).weight, 0);
  return [
    { label: 'exact fit', score: 0 },
    { label: "Docker's current default", score: 100 },
    { label: 'unconfined', score: Math.round((100 * open) / measured.reference) },
  ];
}

const IDLE: ReadonlySet<string> = new Set(['excess', 'tester', 'unknown']);
