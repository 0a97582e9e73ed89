/** Keeps the end of a stream of bytes. */
export interface Tail {
  readonly push: (bytes: Uint8Array) => void;
  /** What is kept, as text; what is not UTF-8 becomes U+FFFD. */
  readonly text: () => string;
  /** Whether there was more than is kept. */
  readonly truncated: () => boolean;
}

/** Keeps the last `limit` bytes, in memory of at most twice that. */
export function keepTail(limit: number): Tail {
  let chunks: Uint8Array[] = [];
  let kept = 0;
  let seen = 0;
  const merge = (): Buffer => {
    const all = Buffer.concat(chunks);
    const last = all.subarray(Math.max(0, all.length - limit));
    chunks = [last];
    kept = last.length;
    return last;
  };
  return {
    push: (bytes) => {
      chunks.push(bytes);
      kept += bytes.length;
      seen += bytes.length;
      if (kept > 2 * limit) merge();
    },
    text: () => {
      const last = merge();
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(seen > limit ? afterCutCharacter(last) : last);
    },
    truncated: () => seen > limit,
  };
}

/** A cut may leave up to three continuation bytes of UTF-8, 10xxxxxx, at the start. */
function afterCutCharacter(bytes: Buffer): Buffer {
  let start = 0;
  while (start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
  return bytes.subarray(start);
}
