import type { Finding } from '../finding.js';
import type { Service } from '../policy/policy.js';
import { ruleOf, type RuleId } from '../rules.js';
import { failedStep, type ExerciseResult, type StepOutcome } from './outcome.js';

/** What went wrong in a run of a service: the failing step and how the container ended. Empty when it works. */
export function stepFindings(service: Service, result: ExerciseResult): readonly Finding[] {
  const step = failedStep(result);
  const findings = step === null ? [] : [stepFinding(service, result, step)];
  return result.end.oomKilled ? [...findings, outOfMemory(service)] : findings;
}

function stepFinding(service: Service, result: ExerciseResult, step: StepOutcome): Finding {
  const rule = ruleFor(result, step);
  return {
    rule,
    severity: ruleOf(rule).severity,
    service: service.name,
    message: `${describe(step)}: ${step.difference}`,
    advice: ADVICE[rule],
    location: placeOf(service, step),
    grants: [],
  };
}

type StepRule = Extract<RuleId, 'start-refused' | 'not-ready' | 'exited-early' | 'test-failed' | 'stop-not-graceful'>;

const ADVICE: Readonly<Record<StepRule, string>> = {
  'start-refused': 'Correct what the runtime names: the command, the user, the profile or a mount.',
  'not-ready': "Look at the container's log in the report; check the port and the timeout of ready.",
  'exited-early': "Look at the container's log in the report.",
  'test-failed': "Compare with the test's expectation; the container's log is in the report.",
  'stop-not-graceful':
    'Let the service handle its stop signal, set stop_signal or init: true, or raise stop_grace_period.',
};

function ruleFor({ end }: ExerciseResult, { kind }: StepOutcome): StepRule {
  switch (kind) {
    case 'start':
      return 'start-refused';
    case 'ready':
      return end.exitCode === null ? 'not-ready' : 'exited-early';
    case 'test':
      return end.exitCode === null ? 'test-failed' : 'exited-early';
    case 'stop':
      return 'stop-not-graceful';
  }
}

/** A step as people name it: `test "list the share"`. */
export function describe({ kind, name }: StepOutcome): string {
  return kind === 'test' ? `test "${name}" failed` : `${name} failed`;
}

function placeOf(service: Service, step: StepOutcome): Finding['location'] {
  switch (step.kind) {
    case 'start':
      return service.at('run');
    case 'ready':
      return service.at('ready');
    case 'test':
      return service.at(
        'tests',
        service.tests.findIndex(({ name }) => name === step.name),
      );
    case 'stop':
      return service.at('run', 'stop_grace_period');
  }
}

function outOfMemory(service: Service): Finding {
  return {
    rule: 'out-of-memory',
    severity: ruleOf('out-of-memory').severity,
    service: service.name,
    message: 'the kernel killed a process of the container because it reached its memory limit',
    advice: 'Raise mem_limit, or make the service use less.',
    location: service.at('run', 'mem_limit'),
    grants: ['mem_limit'],
  };
}
