import type { Finding } from '../core/finding.js';
import { beyondDefaults } from '../core/fit/beyond-defaults.js';
import { listNames } from '../core/fit/list-names.js';
import { profileNotLoaded } from '../core/fit/profile-not-loaded.js';
import type { Service } from '../core/policy/policy.js';
import { ruleOf, type RuleId } from '../core/rules.js';
import { confiningLabel, describeLabel } from '../core/smoke/security-label.js';
import { describe, stepFindings } from '../core/smoke/step-findings.js';
import { comesFurther, failedStep, type ExerciseResult } from '../core/smoke/outcome.js';
import { ENGINE_DEFAULTS } from './engine-defaults.js';
import { exercise } from './exercise.js';
import type { ExercisePlan } from './exercise-plan.js';
import type { Stage } from './stage.js';

/** Why a declared run failed, as far as running it otherwise can tell. */
export interface Diagnosis {
  /** `null` when there was no need. */
  readonly control: ExerciseResult | null;
  readonly findings: readonly Finding[];
}

/** Runs a plan under the engine's defaults: same image, command, data and network, no confinement of ours. */
export async function controlRun(stage: Stage, plan: ExercisePlan): Promise<ExerciseResult> {
  return exercise(stage, {
    ...plan,
    confinement: ENGINE_DEFAULTS,
    user: null,
    recording: null,
    pace: null,
    hopeless: null,
    beforeStop: null,
  });
}

/** Tells a policy that breaks the service from a service that is broken by itself and from one that is flaky. */
export async function diagnoseFailure(stage: Stage, plan: ExercisePlan, declared: ExerciseResult): Promise<Diagnosis> {
  const { log } = stage.world;
  const notLoaded = profileNotLoaded(plan.service, declared);
  if (notLoaded !== null) return { control: null, findings: [notLoaded] };
  const failure = stepFindings(plan.service, declared);
  log.info('it failed; run the same image under engine defaults to see whether the confinement broke it');
  const control = await controlRun(stage, plan);
  if (!control.works && !comesFurther(control, declared)) {
    return { control, findings: [...failure, brokenByItself(plan.service, { control, declared })] };
  }
  log.info('under engine defaults it does better; run it as declared once more to see whether it fails every time');
  const again = await exercise(stage, plan);
  return {
    control,
    findings: again.works ? [flakyService(plan.service)] : [...failure, brokenByConfinement(plan.service, control)],
  };
}

function brokenByItself(
  service: Service,
  { control, declared }: { readonly control: ExerciseResult; readonly declared: ExerciseResult },
): Finding {
  if (control.end.oomKilled && failedStep(control) === null) {
    return about(service, 'broken-by-itself', {
      message:
        'under engine defaults too a process is killed for memory, so capabilities and the profile are not the cause: the memory limit is',
      advice: 'Raise mem_limit, or make the service use less.',
    });
  }
  const beyond = beyondDefaults(service.run);
  const label = confiningLabel(declared.surroundings);
  const reason =
    beyond.length > 0
      ? `; these are without ${listNames(beyond)} of the policy, so this does not show whether its confinement is the cause`
      : label === null
        ? ', so its confinement is not the cause'
        : `, so what the policy refuses beyond these is not the cause; both runs are under ${describeLabel(label)}`;
  return about(service, 'broken-by-itself', {
    message: `the service fails under engine defaults too${reason}`,
    advice: 'Correct the service, its image or its tests first.',
  });
}

function brokenByConfinement(service: Service, control: ExerciseResult): Finding {
  const step = failedStep(control);
  return about(service, 'broken-by-confinement', {
    message:
      step === null
        ? 'the service works under engine defaults and fails as declared, twice: its confinement breaks it'
        : `the service gets further under engine defaults, where ${describe(step)}, than as declared, twice: its confinement breaks it`,
    advice: 'Grant what the failing step needs: a capability, a syscall, a writable path or a higher limit.',
  });
}

/** What one run that worked and one that failed under the same confinement amount to. */
export function flakyService(service: Service): Finding {
  return about(service, 'flaky-service', {
    message: 'as declared the service failed once and worked once, so nothing follows from either run',
    advice: 'Make its start-up and tests deterministic: a ready check that means ready, longer timeouts, retries.',
  });
}

/** What it amounts to that a service works with more than its policy grants, and not with that. */
export function tooLittleGranted(service: Service): Finding {
  return about(service, 'broken-by-confinement', {
    message: 'the service works with what was found to be needed and fails as declared: its policy grants too little',
    advice: 'Apply the proposed patch and profile.',
  });
}

function about(service: Service, rule: RuleId, words: Pick<Finding, 'message' | 'advice'>): Finding {
  return { rule, severity: ruleOf(rule).severity, service: service.name, ...words, location: service.at(), grants: [] };
}
