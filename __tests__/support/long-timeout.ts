import { jest } from '@jest/globals';

/** Real engines build images and start services; three minutes end only what hangs. (Jest has no such project option.) */
jest.setTimeout(180_000);
