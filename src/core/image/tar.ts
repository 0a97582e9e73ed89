import { EnvironmentError } from '../errors.js';
import { ByteSource } from './byte-source.js';
import { NO_RECORDS, paxRecords, type PaxRecords } from './pax.js';
import { BLOCK, isEmptyBlock, tarHeader, type TarHeader } from './tar-header.js';

/** One member of an archive. Its content can be taken until the next member is asked for. */
export interface TarEntry {
  /** As written, e.g. `./usr/bin/`. */
  readonly name: string;
  /** `other`: a device, a socket or a pipe. */
  readonly type: 'file' | 'hard-link' | 'link' | 'folder' | 'other';
  /** Permission bits with setuid, setgid and sticky. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Bytes. */
  readonly size: number;
  /** Where a link leads, as written; empty for what is none. */
  readonly linkName: string;
  /** The value of the attribute `security.capability`; `null` without one. */
  readonly capability: Uint8Array | null;
  /** The next bytes of the content, fewer than asked for only at its end; see `ByteSource.take`. */
  readonly take: (size: number) => Promise<Uint8Array>;
  /** What is left of the content, in pieces. */
  readonly rest: () => AsyncIterable<Uint8Array>;
}

/** Longer extended headers and names are no honest archive's, in bytes. */
const LONGEST_HEADER = 1 << 20;

const UTF8 = new TextDecoder();

/**
 * Reads an archive as it comes, with the extended headers of POSIX and GNU. Written here because the libraries decode extended
 * headers as text, which destroys file capabilities. Throws EnvironmentError when it is damaged.
 */
export async function* readTar(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry, void> {
  const source = new ByteSource(pieces);
  let global = NO_RECORDS;
  let local: PaxRecords | null = null;
  for (;;) {
    const header = await nextHeader(source);
    if (header === null) return;
    const { type, size } = header;
    if (type === 'x' || type === 'g') {
      const records = paxRecords(await wholeOf(source, size), type === 'g' ? global : (local ?? global));
      if (type === 'g') global = records;
      else local = records;
    } else if (type === 'L' || type === 'K') {
      const name = UTF8.decode(await wholeOf(source, size)).replace(/\0[^]*$/, '');
      local = { ...(local ?? global), ...(type === 'L' ? { path: name } : { linkPath: name }) };
    } else {
      yield* member(source, header, local ?? global);
      local = null;
    }
  }
}

/** The next header; `null` at the end of the archive. */
async function nextHeader(source: ByteSource): Promise<TarHeader | null> {
  const block = await source.take(BLOCK);
  if (block.length === 0) return null;
  const header = tarHeader(block);
  if (header !== null) return header;
  if (block.length < BLOCK || !isEmptyBlock(block)) throw damaged('a header is no header');
  while ((await source.some(Number.MAX_SAFE_INTEGER)).length > 0);
  return null;
}

/** The content of a header's own kind. */
async function wholeOf(source: ByteSource, size: number): Promise<Uint8Array> {
  if (size > LONGEST_HEADER) throw damaged(`an extended header of ${size} bytes`);
  const bytes = (await source.take(size)).slice();
  if (bytes.length < size || !(await source.skip(padding(size)))) throw damaged('it ends too early');
  return bytes;
}

async function* member(source: ByteSource, header: TarHeader, records: PaxRecords): AsyncGenerator<TarEntry, void> {
  if (header.extended) await skipExtensions(source);
  const type = TYPES[header.type] ?? 'other';
  const size = WITHOUT_CONTENT.has(header.type) ? 0 : (records.size ?? header.size);
  let left = size;
  const next = async (read: (size: number) => Promise<Uint8Array>, most: number): Promise<Uint8Array> => {
    const wanted = Math.min(most, left);
    const bytes = await read(wanted);
    left -= bytes.length;
    if (bytes.length === 0 && wanted > 0) throw damaged('it ends too early');
    return bytes;
  };
  yield {
    name: records.path ?? header.name,
    type,
    mode: header.mode & 0o7777,
    uid: records.uid ?? header.uid,
    gid: records.gid ?? header.gid,
    size,
    linkName: records.linkPath ?? header.linkName,
    capability: records.capability,
    take: (most) => next((wanted) => source.take(wanted), most),
    rest: async function* () {
      while (left > 0) yield await next((wanted) => source.some(wanted), left);
    },
  };
  if (!(await source.skip(left + padding(size)))) throw damaged('it ends too early');
}

/** Links, devices, folders and pipes: a size they say is not to be believed, as Go's reader does. */
const WITHOUT_CONTENT: ReadonlySet<string> = new Set(['1', '2', '3', '4', '5', '6']);

const TYPES: Readonly<Record<string, TarEntry['type']>> = {
  '0': 'file',
  '\0': 'file',
  '7': 'file',
  S: 'file',
  '1': 'hard-link',
  '2': 'link',
  '5': 'folder',
};

/** Source: https://www.gnu.org/software/tar/manual/html_node/Standard.html (struct sparse_header) */
async function skipExtensions(source: ByteSource): Promise<void> {
  for (;;) {
    const block = await source.take(BLOCK);
    if (block.length < BLOCK) throw damaged('it ends too early');
    if (block[504] === 0) return;
  }
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

function damaged(reason: string): EnvironmentError {
  return new EnvironmentError(`the archive is damaged: ${reason}`, 'Try again; then look at the engine and its disk.');
}
