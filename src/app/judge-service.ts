import { maskOf } from '../core/capability/mask.js';
import { DOCKER_DEFAULT_CAPABILITIES, type Capability } from '../core/capability/names.js';
import { riskiestFirst } from '../core/capability/risk.js';
import type { Finding } from '../core/finding.js';
import { activeExceptions } from '../core/fit/exceptions.js';
import { grantRows, unusedCapabilities } from '../core/fit/grant-rows.js';
import { compareInForce } from '../core/fit/in-force.js';
import { judgeUnusedCapabilities } from '../core/fit/limits.js';
import { privilegeFindings } from '../core/fit/privilege-findings.js';
import { steadyProcesses } from '../core/fit/steady-privilege.js';
import { compareSurroundings, unobservedSurroundings } from '../core/fit/surroundings-in-force.js';
import type { Service } from '../core/policy/policy.js';
import type { GrantRow, Trial } from '../core/result.js';
import { ruleOf } from '../core/rules.js';
import type { ExerciseResult } from '../core/smoke/outcome.js';
import { tryCapabilities } from './capability-trials.js';
import { controlRun, diagnoseFailure } from './control.js';
import { exerciseRecorded } from './exercise-recorded.js';
import type { ExercisePlan } from './exercise-plan.js';
import type { Stage } from './stage.js';

/** What exercising a service showed. */
export interface Judgement {
  readonly declared: ExerciseResult;
  readonly control: ExerciseResult | null;
  readonly trials: readonly Trial[];
  readonly grants: readonly GrantRow[];
  readonly findings: readonly Finding[];
}

/**
 * Exercises a service as declared, granted the capabilities of `bounding`, and further as far as that raises a question: why it
 * failed, what it does not need.
 */
export async function judgeService(
  stage: Stage,
  plan: ExercisePlan,
  bounding: readonly Capability[],
): Promise<Judgement> {
  const { log } = stage.world;
  log.info('run as declared');
  const declared = await exerciseRecorded(stage, plan);
  const inForce = inForceFindings(plan, { declared, bounding });
  if (!declared.works) {
    const { control, findings } = await diagnoseFailure(stage, plan, declared);
    const grants = grantRows({ granted: bounding, trials: [], unneeded: [], exceptions: [] });
    return { declared, control, trials: [], grants, findings: [...inForce, ...findings] };
  }
  const privilege = await comparePrivilege(stage, plan, { declared, bounding });
  const fit = await judgeCapabilities(stage, plan, { declared, bounding });
  return {
    declared,
    control: privilege.control,
    trials: fit.trials,
    grants: fit.grants,
    findings: [...inForce, ...notObserved(plan, declared), ...privilege.findings, ...fit.findings],
  };
}

function inForceFindings({ service }: ExercisePlan, { declared, bounding }: Exercised): readonly Finding[] {
  const { processes, surroundings } = declared;
  return [
    ...(processes === null ? [] : compareInForce({ service, bounding }, processes)),
    ...(surroundings === null ? [] : compareSurroundings(service, surroundings)),
  ];
}

interface Exercised {
  readonly declared: ExerciseResult;
  readonly bounding: readonly Capability[];
}

async function judgeCapabilities(
  stage: Stage,
  plan: ExercisePlan,
  { declared, bounding }: Exercised,
): Promise<Pick<Judgement, 'trials' | 'grants' | 'findings'>> {
  if (bounding.length > 0) stage.world.log.info(`run without each of ${bounding.length} granted capabilities`);
  const outcome = await tryCapabilities(stage, { plan, declared, granted: riskiestFirst(bounding) });
  const today = new Date(stage.world.clock.date()).toISOString();
  const exceptions = activeExceptions(plan.service.exceptions, today);
  const grants = grantRows({ granted: bounding, ...outcome, exceptions });
  return {
    trials: outcome.trials,
    grants,
    findings: judgeUnusedCapabilities(plan.service, unusedCapabilities(grants)),
  };
}

/** The control run shows what privilege the service's processes end up with when nothing is refused to them. */
async function comparePrivilege(
  stage: Stage,
  plan: ExercisePlan,
  { declared, bounding }: Exercised,
): Promise<{ readonly control: ExerciseResult | null; readonly findings: readonly Finding[] }> {
  if (!isWorthComparing(plan, declared)) return { control: null, findings: [] };
  stage.world.log.info('run under engine defaults to compare the privilege of its processes');
  const control = await controlRun(stage, plan);
  if (control.processes === null) return { control, findings: [] };
  if (!control.works) return { control, findings: [notCompared(plan.service)] };
  const declaredBeyond = maskOf(bounding) & ~maskOf(DOCKER_DEFAULT_CAPABILITIES);
  const baseline = { processes: steadyProcesses([control.processes]), declaredBeyond };
  return { control, findings: privilegeFindings(plan.service, baseline, declared.processes ?? []) };
}

/** A process that is neither root nor holds a capability cannot be more privileged than another. */
function isWorthComparing({ user }: ExercisePlan, { processes }: ExerciseResult): boolean {
  const chosen = user !== null && !/^(0|root)(:(0|root))?$/.test(user);
  return !chosen && (processes ?? []).some(({ uid, capPrm }) => uid === 0 || !/^0+$/.test(capPrm));
}

function notObserved({ service }: ExercisePlan, { processes, surroundings }: ExerciseResult): readonly Finding[] {
  if (processes !== null) return unobservedSurroundings(service, surroundings);
  return [
    notObservedFinding(service, {
      message: "what is in force was not checked: this machine's /proc does not show the container's processes",
      advice: 'Run where the engine runs.',
    }),
  ];
}

function notCompared(service: Service): Finding {
  return notObservedFinding(service, {
    message:
      'the privilege of its processes was not compared: the service works as declared but not under engine defaults',
    advice: 'Look at the control run in the report.',
  });
}

function notObservedFinding(service: Service, words: Pick<Finding, 'message' | 'advice'>): Finding {
  const { severity } = ruleOf('not-observed');
  return { rule: 'not-observed', severity, service: service.name, ...words, location: service.at(), grants: [] };
}
