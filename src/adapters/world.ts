import { fileURLToPath } from 'node:url';
import type { Log, World } from '../ports.js';
import { loadDisassembler } from './disassembler/iced.js';
import { connectOnce } from './docker/connect-once.js';
import { createEngine } from './docker/engine.js';
import { startRelayContainer } from './docker/relay/container.js';
import { createHistory } from './git/history.js';
import { userCache, type CachePlace } from './node/cache-place.js';
import { createClock } from './node/clock.js';
import { createFiles } from './node/files.js';
import { createHost } from './node/host.js';
import { createProber } from './probe/prober.js';
import { tracefsRecorder } from './tracefs/recorder.js';

/** How a run uses the world. */
export interface WorldOptions {
  /** The most that the run may take, in milliseconds. */
  readonly lifetime: number;
  /** Whether what earlier runs kept is used, and something kept for later ones. Absent: not. */
  readonly cache?: boolean;
}

/** The real world, wired for an entry point. Nothing is connected or started before it is asked for. */
export function createWorld(log: Log, { lifetime, cache = false }: WorldOptions): World {
  const client = connectOnce(process.env);
  return {
    engine: createEngine(process.env, client),
    recorder: tracefsRecorder({ script: bundleBeside('recorder.js'), lifetime }),
    prober: createProber({
      script: bundleBeside('relay.js'),
      lifetime,
      startContainer: async (place) => startRelayContainer(await client(), place),
    }),
    files: createFiles(),
    history: createHistory(process.env),
    disassembler: loadDisassembler,
    clock: createClock(),
    host: createHost(),
    log,
    ...(cache ? { cache: userCache(cachePlace()) } : {}),
  };
}

function cachePlace(): CachePlace {
  return { environment: process.env, workingFolder: process.cwd(), program: fileURLToPath(import.meta.url) };
}

/** Bundles are in one folder. */
function bundleBeside(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
