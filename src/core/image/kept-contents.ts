import SCHEMA from '../../../result.schema.json' with { type: 'json' };
import { schemaMistake } from '../schema-mistake.js';
import type { ImageContents } from './contents.js';
import { jsonOrNull } from '../json-or-null.js';

/** What is in an image, as text to keep until its next check. */
export function keptContents(image: string, contents: ImageContents): string {
  return JSON.stringify({ image, contents });
}

/** What was kept of an image; `null` for a text that is not about it or not as `keptContents` writes it. Never throws. */
export function readKeptContents(image: string, text: string): ImageContents | null {
  const value = jsonOrNull(text);
  return isKept(value) && value.image === image ? value.contents : null;
}

interface Kept {
  readonly image: string;
  readonly contents: ImageContents;
}

const KEPT = {
  type: 'object',
  additionalProperties: false,
  required: ['image', 'contents'],
  properties: { image: { type: 'string' }, contents: { $ref: '#/$defs/contents' } },
  $defs: SCHEMA.$defs,
};

function isKept(value: unknown): value is Kept {
  return schemaMistake(KEPT, value) === null;
}
