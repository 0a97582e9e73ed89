import { expect, test } from '@jest/globals';
import { ranked } from '../../../src/report/facts/ranked.js';
import { finding } from '../../support/sample-results.js';

test('findings are read by severity, and as they came within one', () => {
  const findings = (['note', 'error', 'warning', 'error', 'note'] as const).map((severity, index) =>
    finding('runs-as-root', { severity, message: String(index) }),
  );
  expect(ranked(findings).map(({ message }) => message)).toEqual(['1', '3', '2', '0', '4']);
});
