import type { Finding } from '../finding.js';
import { ruleOf } from '../rules.js';
import { failedStep, type StepOutcome } from '../smoke/outcome.js';
import { explainByModule } from './explain-module.js';
import type { Explanation } from './explanation.js';
import { explanationWords } from './explanation-words.js';
import { rankOfCall, rankOfCapability } from './explanation-rank.js';
import type { FailedSubject, Refused } from './failed-subject.js';
import { phasesOf } from './step-phases.js';
import { reachesStep } from './step-range.js';

/** Explanations given at most. */
const MOST = 5;
/** What ranks no higher is told only when there is nothing better: a control run works without it. */
const WEAK = 10;

/**
 * What may have made the first failed step fail: the calls and capabilities that were refused in it, else those refused before
 * it; the likeliest first. Empty when nothing failed, nothing was refused or nothing was recorded.
 */
export function explainFailure(subject: FailedSubject): readonly Explanation[] {
  const step = failedStep(subject.declared);
  if (step === null) return [];
  const refused = refusedIn(subject, step);
  const byOthers = refused.map((one) => explanationOf(subject, one, step));
  const all = [...byOthers, ...explainByModule(subject, step)].sort((a, b) => b.rank - a.rank);
  const strong = all.filter(({ rank }) => rank > WEAK);
  const distinct = new Map((strong.length > 0 ? strong : all).map((explanation) => [explanation.message, explanation]));
  return [...distinct.values()].slice(0, MOST);
}

/** The explanations as findings; the verdict does not hang on them. */
export function explanationFindings(subject: FailedSubject): readonly Finding[] {
  return explainFailure(subject).map(({ name, message, advice, location }) => ({
    rule: 'refused-at-failure',
    severity: ruleOf('refused-at-failure').severity,
    service: subject.service.name,
    message,
    advice,
    location,
    grants: name === null ? [] : [name],
  }));
}

function refusedIn({ declared }: FailedSubject, step: StepOutcome): readonly Refused[] {
  const { record } = declared;
  if (record === null) return [];
  const all: readonly Refused[] = [
    ...record.refused.map((sighting) => ({ kind: 'syscall', sighting }) as const),
    ...record.capabilities
      .filter(({ outcome }) => outcome === 'refused')
      .map((sighting) => ({ kind: 'capability', sighting }) as const),
  ];
  const concerned = all.filter(({ sighting }) => phasesOf(step).includes(sighting.phase));
  const names = declared.steps.map(({ name }) => name);
  const there = concerned.filter(({ sighting }) => reachesStep(sighting, step, names));
  const before = concerned.filter(({ sighting }) => names.indexOf(sighting.firstStep) < names.indexOf(step.name));
  return there.length > 0 ? there : before;
}

function explanationOf(subject: FailedSubject, refused: Refused, step: StepOutcome): Explanation {
  const { kind, sighting } = refused;
  return {
    kind,
    name: kind === 'syscall' ? sighting.syscall : sighting.capability,
    program: sighting.program,
    rank: kind === 'syscall' ? rankOfCall(subject, sighting, step) : rankOfCapability(sighting, step),
    ...explanationWords(subject, refused, step),
  };
}
