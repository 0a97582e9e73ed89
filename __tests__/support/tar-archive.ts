/** One member to write. */
export interface TarMember {
  readonly name: string;
  /** As in a header: `0` file, `1` hard link, `2` link, `5` folder. */
  readonly type?: string;
  readonly mode?: number;
  readonly uid?: number;
  readonly linkName?: string;
  readonly content?: string | Uint8Array;
  /** Goes into an extended header before the member. */
  readonly pax?: Readonly<Record<string, string | Uint8Array>>;
  /** Goes into GNU's own header before the member. */
  readonly longName?: string;
}

/** A tar archive as Go and GNU write it. */
export function tarArchive(members: readonly TarMember[]): Uint8Array {
  return Buffer.concat([...members.flatMap(memberBlocks), Buffer.alloc(1024)]);
}

/** Bytes in pieces of this size. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function memberBlocks(member: TarMember): Buffer[] {
  const { pax, longName } = member;
  const content = Buffer.from(member.content ?? '');
  return [
    ...(pax === undefined
      ? []
      : withContent(header({ name: 'pax', type: 'x' }, 0), Buffer.concat(Object.entries(pax).map(record)))),
    ...(longName === undefined
      ? []
      : withContent(header({ name: '././@LongLink', type: 'L' }, 0), Buffer.from(`${longName}\0`))),
    ...withContent(header(member, content.length), content),
  ];
}

function withContent(block: Buffer, content: Buffer): Buffer[] {
  const padded = Buffer.concat([content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
  return [sized(block, content.length), padded];
}

function header({ name, type = '0', mode = 0o644, uid = 0, linkName = '' }: TarMember, size: number): Buffer {
  const block = Buffer.alloc(512);
  block.write(name.slice(0, 100), 0);
  block.write(mode.toString(8).padStart(7, '0'), 100);
  block.write(uid.toString(8).padStart(7, '0'), 108);
  block.write('0000000', 116);
  block.write('00000000000', 136);
  block.write(type, 156);
  block.write(linkName, 157);
  block.write('ustar\u000000', 257);
  return sized(block, size);
}

function sized(block: Buffer, size: number): Buffer {
  block.write(size.toString(8).padStart(11, '0'), 124);
  block.write('        ', 148);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** `length key=value\n`, where the length counts itself. */
function record([key, value]: readonly [string, string | Uint8Array]): Buffer {
  const rest = Buffer.concat([Buffer.from(` ${key}=`), Buffer.from(value), Buffer.from('\n')]);
  let length = rest.length + 1;
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length;
  return Buffer.concat([Buffer.from(String(length)), rest]);
}
