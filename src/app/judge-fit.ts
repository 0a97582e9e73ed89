import { grantedCapabilities } from '../core/capability/grant.js';
import { DOCKER_DEFAULT_CAPABILITIES } from '../core/capability/names.js';
import { explanationFindings } from '../core/fit/explain-failure.js';
import type { FitSubject } from '../core/fit/fit-subject.js';
import { judgeFit, type FitJudgement } from '../core/fit/judge-fit.js';
import { runtimeFloor } from '../core/fit/runtime-floor.js';
import { dockerDefault } from '../core/seccomp/docker-default.js';
import { enforcedFilter } from '../core/seccomp/enforced-filter.js';
import type { Filter } from '../core/seccomp/filter.js';
import { resolve } from '../core/seccomp/resolve.js';
import type { EngineFacts } from '../ports.js';
import type { Judgement } from './judge-service.js';
import type { JudgedMachine } from './judged-machine.js';

import type { LoadedService } from './load.js';

/** A service that was exercised, the engine it ran on and the day, ISO. */
export interface ExercisedService {
  readonly part: LoadedService;
  readonly engine: EngineFacts;
  readonly machine: JudgedMachine;
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

/** The filter a service's container runs under; `null` when its profile is not known. */
export function filterOf({ service, profile }: LoadedService, machine: JudgedMachine): Filter | null {
  const asked = { choice: service.run.seccomp.kind, profile: profile?.profile ?? null };
  const capabilities = new Set(grantedCapabilities(service.run, machine.allCapabilities).bounding);
  return enforcedFilter(asked, { ...machine, capabilities });
}

function fitSubject({ part, engine, machine, judgement, today }: ExercisedService): FitSubject | null {
  const { service, profile } = part;
  const filter = filterOf(part, machine);
  if (filter === null) return null;
  return {
    service,
    profile: profile?.profile ?? null,
    filter,
    reference: resolve(dockerDefault(), { ...machine, capabilities: new Set(DOCKER_DEFAULT_CAPABILITIES) }),
    floor: runtimeFloor({ ...engine.runtime, noNewPrivileges: service.run.noNewPrivileges }),
    declared: judgement.declared,
    grants: judgement.grants,
    today,
  };
}
