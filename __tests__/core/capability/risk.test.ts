import { expect, test } from '@jest/globals';
import { CAPABILITIES } from '../../../src/core/capability/names.js';
import { capabilityRisk, riskiestFirst } from '../../../src/core/capability/risk.js';

const WEIGHTS = { critical: 10, high: 5, medium: 2, low: 1 };

test.each(CAPABILITIES)('%s has a class, its weight and a reason', (name) => {
  const { risk, weight, reason } = capabilityRisk(name);
  expect(weight).toBe(WEIGHTS[risk]);
  expect(reason).not.toBe('');
});

test('SYS_ADMIN is critical', () => {
  expect(capabilityRisk('SYS_ADMIN').risk).toBe('critical');
});

test('the riskiest comes first, equals keep their order', () => {
  expect(riskiestFirst(['KILL', 'SETUID', 'NET_RAW', 'SETGID', 'SYS_ADMIN'])).toEqual([
    'SYS_ADMIN',
    'NET_RAW',
    'SETUID',
    'SETGID',
    'KILL',
  ]);
});
