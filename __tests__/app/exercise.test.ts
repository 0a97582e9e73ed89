import { describe, expect, it } from '@jest/globals';
import { createCleanup } from '../../src/app/cleanup.js';
import { exercise } from '../../src/app/exercise.js';
import { ENGINE_DEFAULTS } from '../../src/app/engine-defaults.js';
import type { ExercisePlan } from '../../src/app/exercise-plan.js';
import type { Stage } from '../../src/app/stage.js';
import type { Service } from '../../src/core/policy/policy.js';
import { failedStep } from '../../src/core/smoke/outcome.js';
import { fakeWorld, type Behaviour, type FakeWorld } from '../support/fake-world.js';
import { ANYTHING, sampleService } from '../support/sample-service.js';

const OK = { answered: true, status: 200, headers: {}, body: 'hello' } as const;

function world(behaviour: Behaviour): FakeWorld {
  return fakeWorld({ files: {}, behave: () => ({ http: OK, ...behaviour }) });
}

function stageOf(fake: FakeWorld, signal = new AbortController().signal): Stage {
  return { world: fake, run: { id: 'r1', expires: 0 }, cleanup: createCleanup(), signal };
}

function planFor(service: Service, changes: Partial<ExercisePlan> = {}): ExercisePlan {
  return {
    service,
    imageId: 'sha256:1',
    clientImages: new Map(),
    confinement: { ...ENGINE_DEFAULTS, capDrop: ['ALL'], noNewPrivileges: true, readOnly: true },
    user: null,
    bindSources: [],
    recording: null,
    pace: null,
    hopeless: null,
    beforeStop: null,
    ...changes,
  };
}

describe('exercise', () => {
  it('runs start, ready, tests and stop and leaves nothing behind', async () => {
    const fake = world({});
    const result = await exercise(stageOf(fake), planFor(sampleService()));
    expect(result.works).toBe(true);
    expect(result.steps.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'start passed',
      'ready passed',
      'answers passed',
      'stop passed',
    ]);
    expect(fake.present.size).toBe(0);
  });

  it('labels what it makes and puts the service on a network of its own', async () => {
    const fake = world({});
    await exercise(stageOf(fake), planFor(sampleService()));
    expect(fake.created[0]).toMatchObject({
      labels: { 'tightfit.run': 'r1', 'tightfit.owner': '4242@boot' },
      alias: 'web',
      limits: { pids: 64, memory: 268435456, cpus: 2 },
    });
  });

  it('says what the runtime said when it refuses to start', async () => {
    const result = await exercise(stageOf(world({ refused: 'exec: "serve": not found' })), planFor(sampleService()));
    expect(failedStep(result)).toMatchObject({ name: 'start', difference: 'exec: "serve": not found' });
    expect(result.works).toBe(false);
  });

  it('stops waiting at once when the container ends', async () => {
    const fake = world({ ends: { exitCode: 3 }, log: 'no licence\n', tcp: { connected: false, reason: 'refused' } });
    const began = fake.clock.now();
    const result = await exercise(stageOf(fake), planFor(sampleService()));
    expect(failedStep(result)).toMatchObject({
      name: 'ready',
      difference: 'the container ended with exit code 3; it last wrote: no licence',
    });
    expect(fake.clock.now() - began).toBeLessThan(1000);
  });

  it('gives up on a service that is never ready after its timeout, and skips its tests', async () => {
    const fake = world({ tcp: { connected: false, reason: 'connection refused' } });
    const result = await exercise(stageOf(fake), planFor(sampleService()));
    expect(failedStep(result)?.difference).toBe('not ready within 5000 ms\nport 80: connection refused');
    expect(result.steps.map(({ state }) => state)).toEqual(['passed', 'failed', 'skipped', 'skipped']);
  });

  it('does not wait for a service that turns unhealthy', async () => {
    const fake = world({ health: 'unhealthy' });
    const service = sampleService({ ready: { probe: { kind: 'healthcheck' }, timeout: 60_000 } });
    const result = await exercise(stageOf(fake), planFor(service));
    expect(failedStep(result)?.difference).toBe('the health check says unhealthy');
  });

  it('shows what an HTTP answer lacks', async () => {
    const fake = world({ http: { answered: true, status: 500, headers: {}, body: 'oops' } });
    const result = await exercise(stageOf(fake), planFor(sampleService()));
    expect(failedStep(result)).toMatchObject({
      kind: 'test',
      name: 'answers',
      difference: 'GET :80/: status 500, expected 200',
      attempts: 1,
    });
  });

  it('tries a test again as often as it may', async () => {
    const test = sampleService().tests[0];
    const service = sampleService({ tests: test === undefined ? [] : [{ ...test, retries: 2 }] });
    const fake = world({ http: { answered: false, reason: 'connection reset' } });
    const result = await exercise(stageOf(fake), planFor(service));
    expect(failedStep(result)?.attempts).toBe(3);
  });

  it('fails a service that has to be killed', async () => {
    const result = await exercise(stageOf(world({ stopCode: 137 })), planFor(sampleService()));
    expect(failedStep(result)).toMatchObject({
      name: 'stop',
      difference: 'still running 10000 ms after SIGTERM, so it was killed',
    });
  });

  it.each([
    ['SIGKILL', 137],
    ['9', 137],
    ['SIGRTMIN+3', 165],
    ['SIGABRT', 134],
  ])('takes a service that its own %s ended as stopped', async (stopSignal, stopCode) => {
    const { run } = sampleService();
    const service = sampleService({ run: { ...run, stopSignal } });
    const result = await exercise(stageOf(world({ stopCode })), planFor(service));
    expect(failedStep(result)).toBeNull();
  });

  it('fails a service that ignores a signal of its own', async () => {
    const { run } = sampleService();
    const service = sampleService({ run: { ...run, stopSignal: 'SIGRTMIN+3' } });
    const result = await exercise(stageOf(world({ stopCode: 137 })), planFor(service));
    expect(failedStep(result)?.difference).toBe('still running 10000 ms after SIGRTMIN+3, so it was killed');
  });

  it('fails a service that crashes while it stops, after complete output', async () => {
    const result = await exercise(stageOf(world({ stopCode: 139 })), planFor(sampleService()));
    expect(failedStep(result)?.difference).toBe('ended by signal 11 (exit code 139) instead of stopping');
  });

  it('holds a trial to the exit code of the run it is compared with', async () => {
    const pace = { ready: 2000, tests: new Map<string, number>(), stop: 1000, exitCode: 0 };
    const result = await exercise(stageOf(world({ stopCode: 1 })), planFor(sampleService(), { pace }));
    expect(failedStep(result)?.difference).toBe('ended with exit code 1, expected 0');
  });

  it('compares what a client on the same network writes', async () => {
    const image = { kind: 'image', reference: 'client:1' } as const;
    const probe = {
      kind: 'client',
      image,
      command: ['get'],
      environment: {},
      exitCode: 0,
      stdout: { ...ANYTHING, contains: ['hello'] },
      stderr: ANYTHING,
    } as const;
    const service = sampleService({ tests: [{ name: 'fetch', timeout: 1000, retries: 0, probe }] });
    const fake = fakeWorld({
      files: {},
      behave: ({ alias }) => (alias === 'client' ? { program: { exitCode: 1, stderr: 'NT_STATUS_DENIED\n' } } : {}),
    });
    const result = await exercise(stageOf(fake), planFor(service, { clientImages: new Map([[image, 'sha256:c']]) }));
    expect(failedStep(result)?.difference).toContain('exit code 1, expected 0; it said: NT_STATUS_DENIED');
    expect(fake.present.size).toBe(0);
  });

  it('ends with the reason when cancelled, and the undo list removes everything', async () => {
    const controller = new AbortController();
    const fake = fakeWorld({
      files: {},
      behave: () => {
        controller.abort();
        return { tcp: { connected: false, reason: 'refused' } };
      },
    });
    const stage = stageOf(fake, controller.signal);
    await expect(exercise(stage, planFor(sampleService()))).rejects.toMatchObject({ name: 'AbortError' });
    await stage.cleanup.run();
    expect(fake.present.size).toBe(0);
  });
});
