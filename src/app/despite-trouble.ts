import { EnvironmentError } from '../core/errors.js';
import type { Stage } from './stage.js';

/** How often a run is made again that the machine or the engine ended: it shows nothing about the service. */
const TROUBLES = 2;

/** Makes one of many runs; trouble that passes costs only that run. Throws EnvironmentError when it does not pass. */
export async function despiteTrouble<T>({ world, signal }: Stage, work: () => Promise<T>): Promise<T> {
  for (let trouble = 0; ; trouble += 1) {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof EnvironmentError) || trouble === TROUBLES) throw error;
      world.log.info(`${error.message}: the run shows nothing and is made again`);
    }
  }
}
