import { DOCKER_DEFAULT_CAPABILITIES } from '../capability/names.js';
import type { Filter } from '../seccomp/filter.js';
import type { StepOutcome } from '../smoke/outcome.js';
import type { CapabilityUse, Refusal, RefusalAnswer, Sighting } from '../trace/record.js';
import { MEASURED_APPLICATIONS, syscallDemand } from './demand.js';
import { refusesAlways } from './granted-call.js';
import { isDeadly } from './refusal-answer.js';
import { onlyInStep } from './step-range.js';

/** What decides how much a refusal explains; the most telling first. */
const POINTS = {
  killed: 100,
  refused: 50,
  /** Of Docker's 14, so the control run has it. */
  capability: 45,
  /** Programs are ready for calls that a kernel does not have. */
  notKnown: 20,
  onlyInTheStep: 10,
  /** At most, for a call that every measured application needs. */
  demand: 8,
  byTester: -5,
  /** Docker's current default refuses it too, and the control run works. */
  everywhere: -45,
  ownFilter: -60,
} as const;

const ENOSYS = 38;

/** How much a refused call explains of a failed step. */
export function rankOfCall({ reference }: { readonly reference: Filter }, refusal: Refusal, step: StepOutcome): number {
  const { syscall, answer, ownFilter } = refusal;
  const everywhere = syscall !== null && refusesAlways(reference, syscall);
  const demand = syscall === null ? 0 : syscallDemand(syscall).dependants / MEASURED_APPLICATIONS;
  return (
    pointsOf(answer) +
    pointsOfSighting(refusal, step) +
    demand * POINTS.demand +
    (everywhere ? POINTS.everywhere : 0) +
    (ownFilter ? POINTS.ownFilter : 0)
  );
}

/** How much a refused capability explains of a failed step. The kernel asks for many just in case. */
export function rankOfCapability(use: CapabilityUse, step: StepOutcome): number {
  const inControl = DOCKER_DEFAULT_CAPABILITIES.some((name) => name === use.capability);
  return POINTS.capability + pointsOfSighting(use, step) + (inControl ? 0 : POINTS.everywhere);
}

function pointsOf(answer: RefusalAnswer): number {
  if (isDeadly(answer)) return POINTS.killed;
  return answer.kind === 'errno' && answer.errno === ENOSYS ? POINTS.notKnown : POINTS.refused;
}

function pointsOfSighting(sighting: Sighting, step: StepOutcome): number {
  return (onlyInStep(sighting, step) ? POINTS.onlyInTheStep : 0) + (sighting.phase === 'exec' ? POINTS.byTester : 0);
}
