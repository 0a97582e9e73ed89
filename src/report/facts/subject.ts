import type { CheckResult, ServiceResult } from '../../core/result.js';
import { worse, type Verdict } from '../../core/verdict.js';

/** What a verdict is about: a service, or the run as a whole when no service's verdict says it all. */
export interface Subject {
  /** The service's name, or the policy file's as the user gave it. Foreign text. */
  readonly name: string;
  readonly verdict: Verdict;
  readonly service: ServiceResult | null;
}

/** A subject that is a service. */
export interface ServiceSubject extends Subject {
  readonly service: ServiceResult;
}

/** A verdict with what goes with it: `tight`, `loose (looseness 63)`, `tight (not run)`. */
export function verdictText({ verdict, service }: Subject, { run }: CheckResult): string {
  const looseness = service?.looseness ?? null;
  const score = looseness === null ? '' : ` (looseness ${looseness})`;
  return `${verdict}${score}${run.mode === 'lint' ? ' (not run)' : ''}`;
}

/** Everything that has a verdict of its own, as the result lists it. */
export function subjectsOf({ services, verdict, policy }: CheckResult): readonly Subject[] {
  const subjects = services.map((service) => ({ name: service.name, verdict: service.verdict, service }));
  const said = services.length > 0 && services.map((service) => service.verdict).reduce(worse) === verdict;
  return said ? subjects : [...subjects, { name: policy.file, verdict, service: null }];
}
