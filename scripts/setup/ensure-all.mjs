import { ensureBaseImage } from './base-image.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureEngine } from './ensure-engine.mjs';

/**
 * The set-up that the demo and the tests share.
 * @returns {Promise<string>} the engine's address
 */
export async function ensureAll() {
  await ensureDependencies();
  const engine = await ensureEngine();
  await ensureBaseImage(engine);
  return engine;
}
