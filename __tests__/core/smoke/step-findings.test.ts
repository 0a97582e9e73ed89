import { describe, expect, it } from '@jest/globals';
import type { ExerciseResult, StepOutcome } from '../../../src/core/smoke/outcome.js';
import { stepFindings } from '../../../src/core/smoke/step-findings.js';
import { sampleService } from '../../support/sample-service.js';

function step(kind: StepOutcome['kind'], name: string, difference = ''): StepOutcome {
  return { kind, name, state: difference === '' ? 'passed' : 'failed', difference, duration: 1, attempts: 1 };
}

function result(steps: readonly StepOutcome[], end: Partial<ExerciseResult['end']> = {}): ExerciseResult {
  return {
    works: false,
    steps,
    end: { exitCode: null, oomKilled: false, restarts: 0, error: '', ...end },
    processes: null,
    surroundings: null,
    record: null,
    unrecorded: null,
    log: '',
    duration: 1,
  };
}

function rulesOf(run: ExerciseResult): readonly string[] {
  return stepFindings(sampleService(), run).map(({ rule }) => rule);
}

describe('stepFindings', () => {
  it('is empty for a run that works', () => {
    expect(rulesOf(result([step('start', 'start'), step('stop', 'stop')]))).toEqual([]);
  });

  it('names the failing step and stands at the test', () => {
    const [finding] = stepFindings(sampleService(), result([step('test', 'answers', 'status 500, expected 200')]));
    expect(finding).toMatchObject({
      rule: 'test-failed',
      severity: 'error',
      service: 'web',
      message: 'test "answers" failed: status 500, expected 200',
      location: { file: 'tightfit.yml', line: 3, column: 1 },
    });
  });

  it.each([
    ['start', null, 'start-refused'],
    ['ready', null, 'not-ready'],
    ['ready', 1, 'exited-early'],
    ['test', 139, 'exited-early'],
    ['stop', 137, 'stop-not-graceful'],
  ] as const)('tells a failed %s with exit code %s as %s', (kind, exitCode, rule) => {
    expect(rulesOf(result([step(kind, kind === 'test' ? 'answers' : kind, 'x')], { exitCode }))).toEqual([rule]);
  });

  it('adds that memory ran out', () => {
    expect(rulesOf(result([step('test', 'answers', 'x')], { exitCode: 137, oomKilled: true }))).toEqual([
      'exited-early',
      'out-of-memory',
    ]);
  });
});
