import { usuallySpeaksHttp, type SeenPort } from '../../core/init/checks.js';
import type { Draft } from '../../core/init/draft.js';
import type { Peaks } from '../../core/init/headroom.js';
import type { DraftSubject } from '../../core/init/static-draft.js';
import type { WrittenPath } from '../../core/init/writable-paths.js';
import type { ExerciseResult } from '../../core/smoke/outcome.js';
import type { Images } from '../images.js';
import { lazyRoute, type LazyRoute } from '../lazy-route.js';
import { runDraft, type Bench } from './bench.js';
import { settledPorts, type RunningService } from './settled-ports.js';

/** What running a service once under the engine's defaults showed. */
export interface Discovery {
  readonly result: ExerciseResult;
  readonly seen: readonly SeenPort[];
  readonly peaks: Peaks;
  readonly written: readonly WrittenPath[];
  /** How long it took until its ports were open, in milliseconds. */
  readonly settling: number;
}

/** Runs a service once under the engine's defaults, waits until it listens, asks for a page and notes what it wrote and took. */
export async function discover(bench: Bench, subject: DraftSubject, images: Images): Promise<Discovery> {
  const notes: Notes = { seen: [], peaks: { pids: null, memory: null }, written: [], settling: 0 };
  const result = await runDraft(bench, undeclared(subject), {
    images,
    beforeStop: async (container) => {
      const route = lazyRoute(bench.stage, container, await bench.stage.world.engine.inspect(container));
      await lookAround({ bench, subject, container, route }, notes).finally(() => route.close());
    },
    afterStop: async (container) => {
      notes.written.push(...(await bench.stage.world.engine.changes(container)));
    },
  });
  return { ...notes, result };
}

interface Notes {
  seen: readonly SeenPort[];
  peaks: Peaks;
  readonly written: WrittenPath[];
  settling: number;
}

/** The policy that asks for nothing. */
function undeclared({ service, image, facts }: DraftSubject): Draft {
  return {
    service,
    image,
    run: {
      capabilities: null,
      profile: null,
      noNewPrivileges: false,
      readOnly: false,
      tmpfs: [],
      volumes: [],
      user: null,
      pidsLimit: null,
      memLimit: null,
    },
    ready: facts.hasHealthcheck ? { kind: 'healthcheck' } : null,
    tests: [],
    remarks: { service: [], capabilities: [], security: [], files: [], user: [], limits: [], ready: [], tests: [] },
  };
}

async function lookAround(running: RunningService, notes: Notes): Promise<void> {
  const { bench, container, route } = running;
  const { engine, host, clock } = bench.stage.world;
  const began = clock.now();
  const ports = await settledPorts(running);
  notes.settling = clock.now() - began;
  const { running: isRunning, pid } = await engine.inspect(container);
  if (!isRunning) return;
  notes.seen = await Promise.all(ports.map((port) => askFor(bench, route, port)));
  notes.written.push(...(await engine.changes(container)));
  notes.peaks = (await host.usage(container, pid)) ?? notes.peaks;
}

/** Milliseconds for one page. */
const PAGE_TIMEOUT = 5000;

async function askFor({ stage }: Bench, route: LazyRoute, port: number): Promise<SeenPort> {
  if (!usuallySpeaksHttp(port)) return { port, http: null };
  const answer = await (
    await route.get()
  ).http({
    port,
    path: '/',
    method: 'GET',
    headers: {},
    body: null,
    timeout: PAGE_TIMEOUT,
    signal: stage.signal,
  });
  return { port, http: answer.answered ? { status: answer.status, body: answer.body } : null };
}
