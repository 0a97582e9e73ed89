/** What an extended header says about the entry after it; `null` where it says nothing. */
export interface PaxRecords {
  readonly path: string | null;
  readonly linkPath: string | null;
  readonly size: number | null;
  readonly uid: number | null;
  readonly gid: number | null;
  /** The value of the attribute `security.capability`. */
  readonly capability: Uint8Array | null;
}

export const NO_RECORDS: PaxRecords = {
  path: null,
  linkPath: null,
  size: null,
  uid: null,
  gid: null,
  capability: null,
};

const UTF8 = new TextDecoder();
const SPACE = 0x20;
const EQUALS = 0x3d;

/**
 * Reads an extended header, records of `length key=value\n`. The values are kept as bytes until their key is known: that of a
 * capability is no text.
 * Source: https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13_03
 * @param inherited what an earlier header said about all entries
 */
export function paxRecords(bytes: Uint8Array, inherited: PaxRecords): PaxRecords {
  const found = new Map<string, Uint8Array>();
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(SPACE, at);
    const length = Number(UTF8.decode(bytes.subarray(at, Math.max(at, space))));
    const equals = bytes.indexOf(EQUALS, space);
    if (!Number.isInteger(length) || length <= 0 || equals === -1 || equals >= at + length) break;
    found.set(UTF8.decode(bytes.subarray(space + 1, equals)), bytes.slice(equals + 1, at + length - 1));
    at += length;
  }
  return {
    path: textOf(found.get('path')) ?? inherited.path,
    linkPath: textOf(found.get('linkpath')) ?? inherited.linkPath,
    size: numberOf(found.get('size')) ?? inherited.size,
    uid: numberOf(found.get('uid')) ?? inherited.uid,
    gid: numberOf(found.get('gid')) ?? inherited.gid,
    capability: found.get('SCHILY.xattr.security.capability') ?? inherited.capability,
  };
}

function textOf(value: Uint8Array | undefined): string | null {
  return value === undefined ? null : UTF8.decode(value);
}

function numberOf(value: Uint8Array | undefined): number | null {
  const number = Number(textOf(value) ?? 'none');
  return Number.isSafeInteger(number) && number >= 0 ? number : null;
}
