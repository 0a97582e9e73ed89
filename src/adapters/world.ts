import { fileURLToPath } from 'node:url';
import type { Log, World } from '../ports.js';
import { createEngine } from './docker/engine.js';
import { createClock } from './node/clock.js';
import { createFiles } from './node/files.js';
import { createHost } from './node/host.js';
import { createProber } from './probe/prober.js';
import { tracefsRecorder } from './tracefs/recorder.js';

/** Longer than any job: the root helper ends by then even when nobody told it to, in milliseconds. */
const RECORDER_LIFETIME = 6 * 60 * 60 * 1000;

/** The real world: this machine and the engine that `environment` leads to. Bundled, the root helper is the file beside. */
export function createWorld(log: Log, environment: Readonly<Record<string, string | undefined>> = process.env): World {
  const script = fileURLToPath(new URL('recorder.js', import.meta.url));
  return {
    engine: createEngine(environment),
    recorder: tracefsRecorder({ script, lifetime: RECORDER_LIFETIME }),
    prober: createProber(),
    files: createFiles(),
    clock: createClock(),
    host: createHost(),
    log,
  };
}
