import { describe, expect, it } from '@jest/globals';
import { createCleanup } from '../../src/app/cleanup.js';
import { exerciseRecorded } from '../../src/app/exercise-recorded.js';
import { ENGINE_DEFAULTS } from '../../src/app/engine-defaults.js';
import type { ExercisePlan } from '../../src/app/exercise-plan.js';
import type { KernelRecord } from '../../src/core/trace/record.js';
import type { Recorder, RecordingRequest } from '../../src/ports.js';
import { fakeWorld, type FakeWorld } from '../support/fake-world.js';
import { sampleRecord, use } from '../support/sample-record.js';
import { sampleService } from '../support/sample-service.js';

const LOST = { complete: false, reasons: ['the kernel lost 9 events'] };
const OK = { answered: true, status: 200, headers: {}, body: '' } as const;

const PLAN: ExercisePlan = {
  service: sampleService(),
  imageId: 'sha256:1',
  clientImages: new Map(),
  confinement: { ...ENGINE_DEFAULTS, capDrop: ['ALL'], noNewPrivileges: true, readOnly: true },
  user: null,
  bindSources: [],
  recording: { local: true, narrowed: [], watched: [] },
  pace: null,
  hopeless: null,
  beforeStop: null,
};

/** A world whose recorder gives what `answer` makes of each request, in order. */
function recordedWorld(answer: (request: RecordingRequest) => KernelRecord): {
  world: FakeWorld;
  asked: RecordingRequest[];
} {
  const asked: RecordingRequest[] = [];
  const fake = fakeWorld({ files: {}, behave: () => ({ http: OK }) });
  const begin: Recorder['begin'] = (request) => {
    asked.push(request);
    const nothing = (): Promise<void> => Promise.resolve();
    return Promise.resolve({
      recording: {
        follow: nothing,
        mark: nothing,
        refusedInStep: () => Promise.resolve([]),
        seccomp: () => Promise.resolve(null),
        surroundings: () => Promise.resolve(null),
        end: () => Promise.resolve(answer(request)),
      },
    });
  };
  return { world: { ...fake, recorder: { ...fake.recorder, begin } }, asked };
}

async function exerciseIn(world: FakeWorld): Promise<KernelRecord | null> {
  const signal = new AbortController().signal;
  const stage = { world, run: { id: 'r1', expires: 0 }, cleanup: createCleanup(), signal };
  return (await exerciseRecorded(stage, PLAN)).record;
}

describe('a run whose events were lost', () => {
  it('is repeated without what was already seen, and keeps what the first run saw', async () => {
    const { world, asked } = recordedWorld(({ narrowed }) =>
      narrowed.length === 0
        ? sampleRecord({ completeness: LOST, used: [use('write', { count: 1_000_000 })] })
        : sampleRecord({ narrowed, used: [use('fsync')] }),
    );
    const record = await exerciseIn(world);
    expect(asked.map(({ narrowed }) => narrowed)).toEqual([[], ['write']]);
    expect(record?.completeness.complete).toBe(true);
    expect(record?.used.map(({ syscall }) => syscall).sort()).toEqual(['fsync', 'write']);
  });

  it('is repeated at most twice and then says that it is incomplete', async () => {
    const calls = ['write', 'read', 'lseek', 'fsync'];
    const { world, asked } = recordedWorld(({ narrowed }) =>
      sampleRecord({
        completeness: LOST,
        narrowed,
        used: calls.slice(0, narrowed.length + 1).map((name) => use(name)),
      }),
    );
    const record = await exerciseIn(world);
    expect(asked).toHaveLength(3);
    expect(record?.completeness).toEqual(LOST);
  });

  it('is not repeated when there is nothing more to leave out', async () => {
    const { world, asked } = recordedWorld(() => sampleRecord({ completeness: LOST }));
    expect((await exerciseIn(world))?.completeness.complete).toBe(false);
    expect(asked).toHaveLength(1);
  });
});
