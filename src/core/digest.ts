/**
 * 64 bits in hexadecimal, of two FNV-1a hashes: an identity, not a secret.
 * Source: http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function digest(text: string): string {
  return [OFFSET, OFFSET ^ 0x5bd1_e995].map((start) => hash32(text, start).toString(16).padStart(8, '0')).join('');
}

const OFFSET = 0x811c_9dc5;
const PRIME = 0x0100_0193;

/** Looked up once: in the contexts that tests run in, looking a global up takes longer than the multiplication. */
const { imul } = Math;

function hash32(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    hash = imul(hash ^ (unit & 0xff), PRIME);
    hash = imul(hash ^ (unit >> 8), PRIME);
  }
  return hash >>> 0;
}
