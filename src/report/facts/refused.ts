import type { RefusedRow } from '../../core/fit/syscall-report.js';
import type { SeccompReport, ServiceResult } from '../../core/result.js';
import type { Phase } from '../../core/trace/record.js';

/** A call that was refused, with one answer, to whomever. */
export interface RefusedCall {
  readonly name: string;
  /** What the caller met: `EPERM`. */
  readonly answer: string;
  /** Of the profile; `-` without one. */
  readonly line: string;
  /** By program, with the steps: `smbd (ready … store a file)`. Foreign text. */
  readonly by: readonly string[];
  /** The filter's action where the answer does not tell it, or whose filter it was; empty else. */
  readonly remark: string;
}

/** Every refused call as it was first met, those with the same answer from the same line as one. */
export function refusedCalls({ syscalls }: ServiceResult): readonly RefusedCall[] {
  const calls = new Map<string, RefusedRow[]>();
  for (const row of syscalls?.refused ?? []) {
    const key = JSON.stringify([row.name, row.answer, row.action, row.ownFilter, row.location]);
    calls.set(key, [...(calls.get(key) ?? []), row]);
  }
  return [...calls.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [refusedCall(first, others)]));
}

/** By what they were refused and what came of it: `by profile.json, and the service works`. Foreign text. */
export function refusedBy({ seccomp, declared }: ServiceResult): string {
  const outcome = declared?.works === true ? ', and the service works' : ' in the run that failed';
  return `${refuser(seccomp)}${outcome}`;
}

function refuser({ source }: SeccompReport): string {
  if (source === 'unconfined') return 'by a filter of its own';
  return source === 'default' ? "by the engine's default profile" : `by ${source}`;
}

function refusedCall(first: RefusedRow, others: readonly RefusedRow[]): RefusedCall {
  return {
    name: first.name ?? 'not named',
    answer: first.answer,
    line: first.location === null ? '-' : String(first.location.line),
    by: [first, ...others].map(byWhom),
    remark: remarkOf(first),
  };
}

function remarkOf({ action, ownFilter }: RefusedRow): string {
  if (ownFilter) return 'the service has a filter of its own';
  return action === null || action === 'SCMP_ACT_ERRNO' ? '' : action.replace('SCMP_ACT_', '');
}

const PHASES: Readonly<Record<Phase, string>> = {
  service: '',
  runtime: ' at start-up',
  exec: ' of a test',
};

function byWhom({ program, phase, firstStep, lastStep }: RefusedRow): string {
  const steps = firstStep === lastStep ? firstStep : `${firstStep} … ${lastStep}`;
  return `${program}${PHASES[phase]} (${steps})`;
}
