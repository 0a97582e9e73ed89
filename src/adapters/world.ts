import type { Log, World } from '../ports.js';
import { createEngine } from './docker/engine.js';
import { createClock } from './node/clock.js';
import { createFiles } from './node/files.js';
import { createHost } from './node/host.js';
import { createProber } from './probe/prober.js';

/** The real world: this machine and the engine that `environment` leads to. */
export function createWorld(log: Log, environment: Readonly<Record<string, string | undefined>> = process.env): World {
  return {
    engine: createEngine(environment),
    prober: createProber(),
    files: createFiles(),
    clock: createClock(),
    host: createHost(),
    log,
  };
}
