import { fileURLToPath } from 'node:url';
import type { Log, World } from '../ports.js';
import { loadDisassembler } from './disassembler/iced.js';
import { createEngine } from './docker/engine.js';
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
  return {
    engine: createEngine(process.env),
    recorder: tracefsRecorder({ script: recorderScript(), lifetime }),
    prober: createProber(),
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

/** The recorder's bundle stands beside the one that is running. */
function recorderScript(): string {
  return fileURLToPath(new URL('recorder.js', import.meta.url));
}
