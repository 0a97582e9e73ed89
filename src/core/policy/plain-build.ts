import type { BuildOptions } from './policy.js';

/** How an image is built where nothing is said about it. */
export const PLAIN_BUILD: BuildOptions = { cacheFrom: [], cacheTo: [], builder: null, secrets: [], network: 'default' };
