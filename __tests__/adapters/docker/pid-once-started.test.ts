import { describe, expect, test } from '@jest/globals';
import { pidOnceStarted } from '../../../src/adapters/docker/pid-once-started.js';

const CREATED = { Running: false, ExitCode: null, Pid: 0 };
const STARTING = { Running: true, ExitCode: null, Pid: 0 };
const RUNNING = { Running: true, ExitCode: null, Pid: 7201 };
const ENDED = { Running: false, ExitCode: 0, Pid: 7201 };
const REFUSED = { Running: false, ExitCode: 126, Pid: 0 };

/** Answers one after the other, the last for ever. */
function answers(...states: readonly unknown[]): () => Promise<unknown> {
  let asked = 0;
  return () => Promise.resolve(states[Math.min(asked++, states.length - 1)]);
}

describe('pidOnceStarted', () => {
  test('waits until the engine knows it', async () => {
    expect(await pidOnceStarted(answers(CREATED, STARTING, STARTING, RUNNING))).toBe(7201);
  });

  test.each([
    ['has ended, whose pid may be another program by now', [STARTING, ENDED]],
    ['could not be started', [CREATED, REFUSED]],
    ['Podman has ended, which gives an exit code always', [{ Running: true, ExitCode: 0, Pid: 0 }, ENDED]],
  ])('gives 0 for a program that %s', async (_, states) => {
    expect(await pidOnceStarted(answers(...states))).toBe(0);
  });

  test('gives 0 when the engine does not answer', async () => {
    expect(await pidOnceStarted(() => Promise.reject(new TypeError('gone')))).toBe(0);
  });

  test('does not wait for ever', async () => {
    expect(await pidOnceStarted(answers(STARTING), 50)).toBe(0);
  });
});
