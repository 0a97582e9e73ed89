import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { limitsFor, limitsRemark } from '../../../src/core/init/headroom.js';

const MEBIBYTE = 1024 * 1024;

it('leaves at least four times what was seen', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(2 ** 31), (pids, memory) => {
      const { pidsLimit, memLimit } = limitsFor({ pids, memory });
      expect(pidsLimit).toBeGreaterThanOrEqual(Math.max(16, 4 * pids));
      expect(memLimit).toBeGreaterThanOrEqual(Math.max(64 * MEBIBYTE, 4 * memory));
      expect(memLimit % MEBIBYTE).toBe(0);
    }),
  );
});

it('falls back to room for any ordinary service, and says what was not measured', () => {
  expect(limitsFor({ pids: null, memory: null })).toEqual({ pidsLimit: 128, memLimit: 512 * MEBIBYTE });
  expect(limitsRemark({ pids: 7, memory: null })).toContain('7 processes and threads; memory was not measured');
});
