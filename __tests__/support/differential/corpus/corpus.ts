import { ACTIONS_CORPUS } from './actions.js';
import { ARCHITECTURES_CORPUS } from './architectures.js';
import { COMBINATIONS_CORPUS } from './combinations.js';
import { CONDITIONS_CORPUS } from './conditions.js';
import type { CorpusProfile } from './corpus-profile.js';
import { NAMES_CORPUS } from './names.js';
import { SCOPES_CORPUS } from './scopes.js';
import { SHAPES_CORPUS } from './shapes.js';
import { STUB_CORPUS } from './stub.js';

/** Every profile that the resolver is compared with the kernel on. */
export const CORPUS: readonly CorpusProfile[] = [
  ...SHAPES_CORPUS,
  ...ACTIONS_CORPUS,
  ...CONDITIONS_CORPUS,
  ...COMBINATIONS_CORPUS,
  ...SCOPES_CORPUS,
  ...NAMES_CORPUS,
  ...ARCHITECTURES_CORPUS,
  ...STUB_CORPUS,
];
