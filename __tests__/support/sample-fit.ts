import type { FitSubject } from '../../src/core/fit/fit-subject.js';
import { runtimeFloor } from '../../src/core/fit/runtime-floor.js';
import type { Finding } from '../../src/core/finding.js';
import type { Service } from '../../src/core/policy/policy.js';
import type { RuleId } from '../../src/core/rules.js';
import type { Profile } from '../../src/core/seccomp/profile.js';
import type { ExerciseResult, StepOutcome } from '../../src/core/smoke/outcome.js';
import type { KernelRecord } from '../../src/core/trace/record.js';
import { allowing, defaultFilter, filterOf } from './sample-filter.js';
import { exercise } from './sample-results.js';
import { sampleService } from './sample-service.js';

/** Steps of the sample service's runs. */
export const STEPS: readonly StepOutcome[] = [step('start'), step('ready'), step('test', 'answers'), step('stop')];

function step(kind: StepOutcome['kind'], name: string = kind): StepOutcome {
  return { kind, name, state: 'passed', difference: '', duration: 10, attempts: 1 };
}

/** The steps of a run in which one failed; those after it were skipped. */
export function failedAt(name: string): readonly StepOutcome[] {
  const failed = STEPS.findIndex((one) => one.name === name);
  return STEPS.map((one, index) => {
    if (index === failed) return { ...one, state: 'failed', difference: 'it did not answer' };
    return index > failed && one.kind === 'test' ? { ...one, state: 'skipped' } : one;
  });
}

export interface FitChanges {
  readonly profile?: Profile | null;
  readonly record?: KernelRecord | null;
  readonly declared?: Partial<ExerciseResult>;
  readonly service?: Partial<Service>;
  readonly grants?: FitSubject['grants'];
  readonly filter?: FitSubject['filter'];
}

/** A service that works under a profile of three calls on runc 1.1.5, without capabilities, unless changed. */
export function fitSubject(changes: FitChanges = {}): FitSubject {
  const profile = changes.profile === undefined ? allowing(['read', 'write', 'openat']) : changes.profile;
  return {
    service: sampleService(changes.service),
    profile,
    filter: changes.filter ?? (profile === null ? defaultFilter() : filterOf(profile)),
    reference: defaultFilter(),
    floor: runtimeFloor({ name: 'runc', version: '1.1.5', noNewPrivileges: true }),
    declared: exercise({ steps: STEPS, record: changes.record ?? null, ...changes.declared }),
    grants: changes.grants ?? [],
    today: '2026-11-22T10:00:00.000Z',
  };
}

/** The findings of one rule. */
export function ofRule(findings: readonly Finding[], rule: RuleId): readonly Finding[] {
  return findings.filter((finding) => finding.rule === rule);
}
