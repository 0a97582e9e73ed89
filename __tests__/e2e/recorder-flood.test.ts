import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cpus } from 'node:os';
import { tracefsRecorder } from '../../src/adapters/tracefs/recorder.js';
import type { KernelRecord } from '../../src/core/trace/record.js';
import type { Recorder } from '../../src/ports.js';
import { engineFixture } from '../support/engine-fixture.js';
import { callsIn, makeGate, recorderLab } from '../support/recorder-lab.js';

const lab = recorderLab();
const { engine, create } = engineFixture();
let recorder: Recorder;

beforeAll(() => {
  recorder = tracefsRecorder({ script: lab.script, lifetime: 170_000 });
});

afterAll(() => recorder.close());

/** Floods all CPUs from inside a container, which makes one more call, made nowhere else, when it is over. */
async function flooded(how: string): Promise<KernelRecord> {
  const start = await recorder.begin({ local: true, narrowed: [], watched: [] });
  if ('unavailable' in start) throw new TypeError(start.unavailable.reason);
  const gate = makeGate(lab, how);
  const container = await create({
    command: ['/lab/deeds', `/lab/${how}`, how, String(2 * cpus().length), '3'],
    binds: [{ source: lab.folder, target: '/lab', readOnly: true }],
    limits: { pids: 512, memory: 256 * 1024 * 1024, cpus: cpus().length, ulimits: [] },
  });
  await start.recording.follow(container, 0);
  await engine.start(container);
  gate.open();
  await engine.ended(container, AbortSignal.timeout(60_000));
  return start.recording.end();
}

it('a flood of calls that tell nothing does not drown the others', async () => {
  const record = await flooded('flood');
  expect(record.thinned).toEqual(expect.arrayContaining(['getppid', 'getuid', 'close']));
  expect(record.completeness.complete ? callsIn(record, 'service') : record.completeness.reasons).toEqual(
    record.completeness.complete
      ? expect.arrayContaining(['getpriority', 'getppid'])
      : [expect.stringMatching(/^the kernel lost \d+ events/)],
  );
});

it('a flood of calls that are always recorded makes the record incomplete, never a call unused that was made', async () => {
  const { completeness, used } = await flooded('storm');
  const seen = used.some(({ syscall }) => syscall === 'getpriority');
  expect({ complete: completeness.complete, seen }).not.toEqual({ complete: true, seen: false });
  expect(completeness.reasons.length > 0).toBe(!completeness.complete);
});
