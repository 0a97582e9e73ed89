import { explanationFindings } from '../core/fit/explain-failure.js';
import type { FitSubject } from '../core/fit/fit-subject.js';
import { judgeFit, type FitJudgement } from '../core/fit/judge-fit.js';
import { commonFloor } from '../core/fit/runtime-floor.js';
import type { ServiceFilters } from '../core/seccomp/service-filters.js';
import type { EngineFacts } from '../ports.js';
import type { Judgement } from './judge-service.js';
import type { LoadedService } from './load.js';

/** A service that was exercised, the engine it ran on and the day, ISO. */
export interface ExercisedService {
  readonly part: LoadedService;
  readonly engine: EngineFacts;
  readonly filters: ServiceFilters;
  readonly judgement: Judgement;
  readonly today: string;
}

/** Compares a service's grants with what it used; of one that failed, says what it was refused. `null` without a profile to compare. */
export function judgeExercised(exercised: ExercisedService): FitJudgement | null {
  const subject = fitSubject(exercised);
  if (subject === null) return null;
  const fit = judgeFit(subject);
  return { ...fit, findings: [...fit.findings, ...explanationFindings(subject)] };
}

function fitSubject({ part, engine, filters, judgement, today }: ExercisedService): FitSubject | null {
  const { service, profile } = part;
  const { enforced: filter, reference } = filters;
  if (filter === null) return null;
  return {
    service,
    profile: profile?.profile ?? null,
    filter,
    reference,
    floor: commonFloor({
      engine: engine.runtime,
      runtimes: service.runtimes,
      noNewPrivileges: service.run.noNewPrivileges,
    }),
    declared: judgement.declared,
    grants: judgement.grants,
    today,
  };
}
