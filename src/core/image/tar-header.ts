/** Bytes of a header, and what every entry's content is filled up to. */
export const BLOCK = 512;

/** What one header block says. */
export interface TarHeader {
  readonly name: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Bytes. */
  readonly size: number;
  /** One character, see `pax` and `ustar` in tar(5). */
  readonly type: string;
  readonly linkName: string;
  /** Old GNU format for files with holes: further header blocks follow. */
  readonly extended: boolean;
}

const UTF8 = new TextDecoder();

/**
 * Reads a header block, of POSIX's format or GNU's; `null` when its checksum is wrong, so that it is none.
 * Source: https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13_06 and
 * https://www.gnu.org/software/tar/manual/html_node/Standard.html
 */
export function tarHeader(block: Uint8Array): TarHeader | null {
  if (block.length < BLOCK || checksum(block) !== number(block, 148, 8)) return null;
  const isPosix = text(block, 257, 6) === 'ustar';
  const prefix = isPosix ? text(block, 345, 155) : '';
  const name = text(block, 0, 100);
  const type = String.fromCharCode(block[156] ?? 0);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    mode: number(block, 100, 8),
    uid: number(block, 108, 8),
    gid: number(block, 116, 8),
    size: number(block, 124, 12),
    type,
    linkName: text(block, 157, 100),
    extended: type === 'S' && block[482] !== 0,
  };
}

/** Whether a block holds nothing, as the two at the end of an archive. */
export function isEmptyBlock(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0);
}

/** The sum of all bytes, with the field of the sum itself taken for spaces. */
function checksum(block: Uint8Array): number {
  let sum = 8 * 0x20;
  for (let at = 0; at < BLOCK; at++) if (at < 148 || at >= 156) sum += block[at] ?? 0;
  return sum;
}

/** Text up to the first zero byte. */
function text(block: Uint8Array, start: number, length: number): string {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return UTF8.decode(end === -1 ? field : field.subarray(0, end));
}

/** An octal number, or GNU's binary form of a large one: its first bit is set. */
function number(block: Uint8Array, start: number, length: number): number {
  const field = block.subarray(start, start + length);
  const first = field[0] ?? 0;
  if (first < 0x80) return Number.parseInt(text(block, start, length).trim() || '0', 8) || 0;
  return field.subarray(1).reduce((value, byte) => value * 256 + byte, first & 0x7f);
}
