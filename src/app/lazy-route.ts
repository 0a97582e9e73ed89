import { EnvironmentError } from '../core/errors.js';
import type { ContainerState, Route } from '../ports.js';
import { labelsOf, type Stage } from './stage.js';

/** The way to a running container, found when a probe first needs one. */
export interface LazyRoute {
  /** Throws EnvironmentError when there is none. */
  get(): Promise<Route>;
  /** Nothing uses it any more. */
  close(): Promise<void>;
}

/** @param state as the container was right after its start */
export function lazyRoute(stage: Stage, container: string, state: ContainerState): LazyRoute {
  let opening: Promise<Route> | null = null;
  return {
    get: () => (opening ??= open(stage, container, state)),
    close: async () => {
      const route = await opening?.catch(() => null);
      await route?.close();
    },
  };
}

async function open(stage: Stage, container: string, state: ContainerState): Promise<Route> {
  const { world, cleanup } = stage;
  const { pid, network, address } = state;
  try {
    const route = await world.prober.open({ container, pid, network, address, labels: labelsOf(stage) });
    const close = cleanup.add(() => route.close());
    return { ...route, close: async () => close() };
  } catch (error) {
    // There is no way to a container that has ended, and no need of one.
    if (error instanceof EnvironmentError && !(await world.engine.inspect(container)).running) return ENDED;
    throw error;
  }
}

const REASON = 'the container has ended';

const ENDED: Route = {
  description: 'nowhere, because it has ended',
  http: () => Promise.resolve({ answered: false, reason: REASON }),
  tcp: () => Promise.resolve({ connected: false, reason: REASON }),
  close: () => Promise.resolve(),
};
