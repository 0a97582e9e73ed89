import { describe, expect, it } from '@jest/globals';
import { createCleanup } from '../../src/app/cleanup.js';
import { lazyRoute } from '../../src/app/lazy-route.js';
import type { Stage } from '../../src/app/stage.js';
import { EnvironmentError } from '../../src/core/errors.js';
import type { ContainerState, ProbeTarget, Route } from '../../src/ports.js';
import { fakeWorld } from '../support/fake-world.js';

const { signal } = new AbortController();

/** A stage on which ways are opened like this; `running`: whether the container still is. */
function stageWith(open: (target: ProbeTarget) => Promise<Route>, running = true): Stage {
  const world = fakeWorld({ files: {}, behave: () => ({}) });
  const inspect = (): Promise<ContainerState> => Promise.resolve({ ...STATE, running });
  const engine = { ...world.engine, inspect };
  return {
    world: { ...world, engine, prober: { open } },
    run: { id: 'r1', expires: 0 },
    cleanup: createCleanup(),
    signal,
  };
}

const STATE: ContainerState = {
  running: true,
  pid: 100,
  exitCode: 0,
  oomKilled: false,
  restarts: 0,
  error: '',
  health: 'none',
  stopSignal: 'SIGTERM',
  network: 'n',
  address: '172.18.0.2',
};

function wayThatCounts(calls: string[]): (target: ProbeTarget) => Promise<Route> {
  return ({ container, pid, network, address, labels }) => {
    calls.push([container, pid, network, address, labels['tightfit.run']].join(' '));
    return Promise.resolve({
      description: 'in memory',
      http: () => Promise.resolve({ answered: false, reason: 'no' }),
      tcp: () => Promise.resolve({ connected: true, received: '' }),
      close: () => {
        calls.push('closed');
        return Promise.resolve();
      },
    });
  };
}

describe('the way to a container', () => {
  it('is found once, when it is needed, and left once', async () => {
    const calls: string[] = [];
    const stage = stageWith(wayThatCounts(calls));
    const route = lazyRoute(stage, 'c', STATE);
    expect(calls).toEqual([]);
    expect(await route.get()).toBe(await route.get());
    await route.close();
    expect(await stage.cleanup.run()).toEqual([]);
    expect(calls).toEqual(['c 100 n 172.18.0.2 r1', 'closed']);
  });

  it('is left by the clean-up of a run that is cancelled', async () => {
    const calls: string[] = [];
    const stage = stageWith(wayThatCounts(calls));
    await lazyRoute(stage, 'c', STATE).get();
    await stage.cleanup.run();
    expect(calls.at(-1)).toBe('closed');
  });

  it('needs no leaving when nothing needed it', async () => {
    await expect(lazyRoute(stageWith(wayThatCounts([])), 'c', STATE).close()).resolves.toBeUndefined();
  });

  const none = (): Promise<never> => Promise.reject(new EnvironmentError('there is no way', 'Run as root.'));

  it('is trouble of the machine when there is none to a container that runs', async () => {
    await expect(lazyRoute(stageWith(none), 'c', STATE).get()).rejects.toThrow('there is no way');
  });

  it('leads nowhere when the container has ended', async () => {
    const route = await lazyRoute(stageWith(none, false), 'c', STATE).get();
    const request = { port: 80, timeout: 1, signal };
    expect(await route.tcp({ ...request, send: null, enough: () => true })).toEqual({
      connected: false,
      reason: 'the container has ended',
    });
    expect(await route.http({ ...request, path: '/', method: 'GET', headers: {}, body: null })).toEqual({
      answered: false,
      reason: 'the container has ended',
    });
  });
});
