import type { Test } from '../core/policy/policy.js';
import type { StepOutcome } from '../core/smoke/outcome.js';
import type { ExercisePlan } from './exercise-plan.js';
import type { Differences } from './probe/context.js';
import { probeContext, type ProbeSetting } from './probe-context.js';
import { runProbe } from './probe/probe.js';
import type { Stage } from './stage.js';
import type { Subject } from './subject.js';
import { unlessGone } from './unless-gone.js';
import { unlessHopeless } from './unless-hopeless.js';

/** Milliseconds before a further attempt. */
const PAUSE = 250;

/** A plan's tests against a running container; `skip`: none is run. */
export interface TestRun {
  readonly subject: Subject;
  readonly skip: boolean;
}

/** Runs the tests in order. After the first that fails the others are skipped: they would only repeat its noise. */
export async function runTests(stage: Stage, plan: ExercisePlan, { subject, skip }: TestRun): Promise<StepOutcome[]> {
  const outcomes: StepOutcome[] = [];
  for (const test of plan.service.tests) {
    const failed = skip || outcomes.some((outcome) => outcome.state === 'failed');
    outcomes.push(failed ? skippedTest(test) : await runTest({ stage, plan, subject }, test));
  }
  return outcomes;
}

async function runTest(setting: ProbeSetting, test: Test): Promise<StepOutcome> {
  const { stage, subject } = setting;
  const { clock } = stage.world;
  await subject.track.mark(test.name);
  const began = clock.now();
  const count = { attempts: 0 };
  const differences = await unlessGone(stage, subject, () =>
    unlessHopeless(setting, test.name, (within) => attemptTest(within, test, count)),
  );
  return {
    kind: 'test',
    name: test.name,
    state: differences.length === 0 ? 'passed' : 'failed',
    difference: differences.join('\n'),
    duration: clock.now() - began,
    attempts: count.attempts,
  };
}

async function attemptTest(setting: ProbeSetting, test: Test, count: { attempts: number }): Promise<Differences> {
  const { stage, plan, subject } = setting;
  const context = probeContext(setting, Math.min(test.timeout, plan.pace?.tests.get(test.name) ?? Infinity));
  for (;;) {
    count.attempts += 1;
    const differences = await runProbe(context, test.probe);
    if (differences.length === 0 || count.attempts > test.retries) return differences;
    await stage.world.clock.sleep(PAUSE, subject.signal);
  }
}

function skippedTest({ name }: Test): StepOutcome {
  return { kind: 'test', name, state: 'skipped', difference: '', duration: 0, attempts: 0 };
}
