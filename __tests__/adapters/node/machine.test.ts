import { describe, expect, test } from '@jest/globals';
import { createClock } from '../../../src/adapters/node/clock.js';
import { createHost } from '../../../src/adapters/node/host.js';
import { UsageError } from '../../../src/core/errors.js';

describe('the host', () => {
  const host = createHost();

  test('makes names that are not the same twice', () => {
    const names = Array.from({ length: 200 }, () => host.uniqueName());
    expect(names.every((name) => /^[a-z0-9]{10}$/.test(name))).toBe(true);
    expect(new Set(names).size).toBe(200);
  });

  test('knows which process it is, in which boot', () => {
    expect(host.owner.pid).toBe(process.pid);
    expect(host.owner.bootId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  test('tells the living from the dead', () => {
    expect(host.isAlive(process.pid)).toBe(true);
    expect(host.isAlive(1)).toBe(true);
    expect(host.isAlive(2 ** 22 + 1)).toBe(false);
  });

  test('does not take a process of its own for a container', async () => {
    await expect(host.processes('a'.repeat(64), process.pid)).resolves.toBeNull();
  });

  test('counts processors', () => {
    expect(host.cpuCount).toBeGreaterThan(0);
  });
});

describe('the clock', () => {
  const clock = createClock();

  test('goes forward', async () => {
    const before = clock.now();
    await clock.sleep(2, new AbortController().signal);
    expect(clock.now()).toBeGreaterThan(before);
  });

  test('knows the year', () => {
    expect(new Date(clock.date()).getUTCFullYear()).toBeGreaterThan(2023);
  });

  test.each([
    ['before', AbortSignal.abort(new UsageError('enough'))],
    ['while', AbortSignal.any([AbortSignal.timeout(1)])],
  ])("stops sleeping when its signal aborts %s, with the signal's reason", async (_, signal) => {
    await expect(clock.sleep(600_000, signal)).rejects.toMatchObject({
      name: expect.stringMatching(/UsageError|TimeoutError/) as unknown,
    });
    expect(signal.aborted).toBe(true);
  });
});
