import { describe, expect, test } from '@jest/globals';
import { explanations } from '../../../src/report/facts/explanations.js';
import { exercise, finding, service } from '../../support/sample-results.js';

const FAILED = service({
  declared: exercise({
    works: false,
    steps: [{ kind: 'test', name: 'fetch', state: 'failed', difference: 'x', duration: 1, attempts: 1 }],
  }),
});
const REFUSED = { message: 'step "fetch" failed: smbd was refused getcwd (EPERM)', advice: 'Add "getcwd".' };

describe('what explains a failure', () => {
  test('stands without the step, which is named above, and with what to change', () => {
    expect(explanations(FAILED, [finding('test-failed', {}), finding('refused-at-failure', REFUSED)])).toEqual([
      'smbd was refused getcwd (EPERM). Add "getcwd".',
    ]);
  });

  test('keeps words that begin otherwise', () => {
    const message = 'step "other" failed: smbd was refused getcwd';
    expect(explanations(FAILED, [finding('refused-at-failure', { message })])).toEqual([message]);
  });

  test('is of the same service, which was run', () => {
    expect(explanations(FAILED, [finding('refused-at-failure', { ...REFUSED, service: 'other' })])).toEqual([]);
    expect(explanations(service({ declared: null }), [finding('refused-at-failure', REFUSED)])).toEqual([
      `${REFUSED.message}. ${REFUSED.advice}`,
    ]);
  });
});
