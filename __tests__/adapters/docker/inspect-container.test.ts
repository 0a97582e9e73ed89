import { expect, test } from '@jest/globals';
import { containerState } from '../../../src/adapters/docker/inspect-container.js';

const health = (Status: string, FailingStreak: number, Retries?: number): string =>
  containerState({ State: { Health: { Status, FailingStreak } }, Config: { Healthcheck: { Retries } } }).health;

test.each([
  ['starting', 0, undefined, 'starting'],
  ['healthy', 0, undefined, 'healthy'],
  ['unhealthy', 3, undefined, 'unhealthy'],
  ['unhealthy', 3, 0, 'unhealthy'],
  ['unhealthy', 1, 1, 'unhealthy'],
  ['', 0, undefined, 'none'],
] as const)('a health of %j after %d failures of %p is %s', (status, streak, retries, expected) => {
  expect(health(status, streak, retries)).toBe(expected);
});

test('one failure makes nothing unhealthy where the image does not say how many count, though Podman calls it that', () => {
  expect(health('unhealthy', 1)).toBe('starting');
  expect(health('unhealthy', 2, 0)).toBe('starting');
});
