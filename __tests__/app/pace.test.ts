import { describe, expect, it } from '@jest/globals';
import { lateness, paceOf, wasHeldUp } from '../../src/app/pace.js';
import type { StepOutcome } from '../../src/core/smoke/outcome.js';

const END = { exitCode: 0, oomKilled: false, restarts: 0, error: '' };

function step(
  kind: StepOutcome['kind'],
  name: string,
  duration: number,
  state: StepOutcome['state'] = 'passed',
): StepOutcome {
  return { kind, name, state, difference: '', duration, attempts: 1 };
}

function run(ready: number, test: number): { steps: readonly StepOutcome[]; end: typeof END } {
  return {
    steps: [
      step('start', 'start', 200),
      step('ready', 'ready', ready),
      step('test', 'answers', test),
      step('stop', 'stop', 10),
    ],
    end: END,
  };
}

describe('paceOf', () => {
  it('gives three times what the slowest run took, and at least a second', () => {
    const pace = paceOf([run(100, 400), run(500, 300)]);
    expect(pace.ready).toBe(1500);
    expect(pace.tests.get('answers')).toBe(1200);
    expect(pace.stop).toBe(1000);
    expect(pace.exitCode).toBe(0);
  });
});

describe('lateness', () => {
  it('calls a step late before its time is over', () => {
    const late = lateness([run(100, 2000)]);
    expect(late.get('answers')).toBe(3000);
    expect(late.get('ready')).toBe(800);
  });
});

describe('wasHeldUp', () => {
  it('looks at the steps before the one that failed', () => {
    const failed = (start: number): { steps: readonly StepOutcome[] } => ({
      steps: [step('start', 'start', start), step('ready', 'ready', 5000, 'failed')],
    });
    expect(wasHeldUp(failed(210), [run(100, 100)])).toBe(false);
    expect(wasHeldUp(failed(400), [run(100, 100)])).toBe(true);
  });
});
