import { expect, test } from '@jest/globals';
import { isCheckDue } from '../../../src/adapters/docker/health.js';

const ENDED = '2026-12-01T01:57:55.741936232Z';
const inspected = (log: readonly object[] | null): object => ({
  State: { Health: { Status: 'starting', FailingStreak: 0, Log: log } },
  Config: { Healthcheck: { Test: ['CMD', 'true'], Interval: 30_000_000_000 } },
});

test('a health check that was never run is due at once, as by the timers of systemd', () => {
  expect(isCheckDue(inspected(null), Date.parse(ENDED))).toBe(true);
});

test('a health check is due again when its interval is over, and not before: each failure counts', () => {
  const checked = inspected([{ End: '2026-12-01T01:50:00Z' }, { End: ENDED, ExitCode: 1 }]);
  expect(isCheckDue(checked, Date.parse(ENDED) + 29_000)).toBe(false);
  expect(isCheckDue(checked, Date.parse(ENDED) + 30_000)).toBe(true);
});
