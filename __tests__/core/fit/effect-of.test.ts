import { expect, test } from '@jest/globals';
import { effectOf } from '../../../src/core/fit/effect-of.js';
import type { StepOutcome } from '../../../src/core/smoke/outcome.js';
import { check, refusal, sampleRecord } from '../../support/sample-record.js';
import { exercise } from '../../support/sample-results.js';

function failing(kind: StepOutcome['kind'], name: string): StepOutcome {
  return { kind, name, state: 'failed', difference: 'nothing came\nexpected: 200', duration: 1, attempts: 1 };
}

test.each([
  ['start', 'will-not-start'],
  ['ready', 'not-ready'],
  ['test', 'test-fails'],
  ['stop', 'stops-uncleanly'],
] as const)('a failed %s shows that it %s', (kind, effect) => {
  const result = exercise({ works: false, steps: [failing(kind, 'the step')] });
  expect(effectOf({ result, gains: [], without: [] })).toEqual({
    effect,
    step: 'the step',
    message: 'nothing came',
    program: '',
    refused: [],
  });
});

test('tells the refusals of what the run is about, and whose the last was', () => {
  const enosys = { kind: 'errno', errno: 38 } as const;
  const record = sampleRecord({
    refused: [
      refusal('getcwd', { answer: enosys, program: 'smbd' }),
      refusal('futex', { program: 'other' }),
      refusal(null),
      refusal('accept', { program: 'worker' }),
    ],
    capabilities: [check('SETUID'), check('SETGID', { outcome: 'refused', program: 'su' })],
  });
  const result = exercise({ works: false, steps: [failing('ready', 'ready')], record });
  expect(effectOf({ result, gains: [], without: ['accept', 'getcwd'] })).toMatchObject({
    program: 'worker',
    refused: ['getcwd (ENOSYS)', 'accept (EPERM)'],
  });
  expect(effectOf({ result, gains: [], without: ['SETUID', 'SETGID'] })).toMatchObject({
    program: 'su',
    refused: ['SETGID'],
  });
});

test('a run that works with more privilege says who has it', () => {
  const [process] = exercise().processes ?? [];
  const gains = process === undefined ? [] : [{ process, gains: ['runs as uid 0, there as 33'] }];
  expect(effectOf({ result: exercise({ steps: [] }), gains, without: [] })).toMatchObject({
    effect: 'more-privileged',
    message: expect.stringContaining('runs as uid 0, there as 33'),
  });
});

test('a run that works as before works', () => {
  expect(effectOf({ result: exercise({ steps: [] }), gains: [], without: [] })).toMatchObject({ effect: 'works' });
});
