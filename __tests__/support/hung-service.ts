import { UsageError } from '../../src/core/errors.js';
import { createCleanup } from '../../src/app/cleanup.js';
import { ENGINE_DEFAULTS } from '../../src/app/engine-defaults.js';
import type { ProbeSetting } from '../../src/app/probe-context.js';
import { fakeWorld } from './fake-world.js';
import { sampleService } from './sample-service.js';

/** A service that does not answer. */
export interface Hung {
  /** What the recorder saw refused in the step. */
  readonly refused: readonly string[];
  /** When the step `ready` is late, in milliseconds; `null`: not known. */
  readonly late: number | null;
}

/** A trial without epoll_wait of a service that does not answer. */
export function settingOf({ refused, late }: Hung): ProbeSetting {
  const world = fakeWorld({ files: {}, behave: () => ({}) });
  const never = new AbortController().signal;
  const nothing = (): Promise<void> => Promise.resolve();
  const state = { running: true, pid: 1, exitCode: 0, oomKilled: false, restarts: 0, error: '' };
  return {
    stage: { world, run: { id: 'r1', expires: 0 }, cleanup: createCleanup(), signal: never },
    plan: {
      service: sampleService(),
      imageId: 'sha256:a',
      clientImages: new Map(),
      confinement: { ...ENGINE_DEFAULTS, noNewPrivileges: true, readOnly: true },
      user: null,
      bindSources: [],
      recording: null,
      pace: null,
      hopeless: { refused: new Set(['epoll_wait']), late: new Map(late === null ? [] : [['ready', late]]) },
      beforeStop: null,
    },
    subject: {
      container: 'c',
      network: 'n',
      state: { ...state, health: 'none', stopSignal: 'SIGTERM', network: '', address: '' },
      signal: never,
      route: { get: () => Promise.reject(new UsageError('no probe here')), close: nothing },
      observer: { look: nothing, watch: nothing, seen: () => null },
      surroundings: { look: nothing, seen: () => null },
      track: {
        follow: nothing,
        mark: nothing,
        refusedInStep: () => Promise.resolve(refused),
        seccomp: () => Promise.resolve(null),
        surroundings: () => Promise.resolve(null),
        end: () => Promise.resolve({ record: null, unrecorded: null }),
      },
    },
  };
}
