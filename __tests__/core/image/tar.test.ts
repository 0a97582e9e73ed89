import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTar } from '../../../src/core/image/tar.js';
import { inPieces, tarArchive, type TarMember } from '../../support/tar-archive.js';

interface Read {
  readonly name: string;
  readonly type: string;
  readonly mode: number;
  readonly uid: number;
  readonly linkName: string;
  readonly capability: string | null;
  readonly content: string;
}

/** `keep`: how many bytes of each content are taken; the rest is left to be skipped. */
async function read(bytes: Uint8Array, { piece = 700, keep = Infinity } = {}): Promise<readonly Read[]> {
  const found: Read[] = [];
  for await (const { take, rest, size, name, type, mode, uid, linkName, capability } of readTar(
    inPieces(bytes, piece),
  )) {
    const parts = [Buffer.from(await take(Math.min(keep, 5, size)))];
    if (keep === Infinity) for await (const part of rest()) parts.push(Buffer.from(part));
    const content = Buffer.concat(parts).toString();
    const hex = capability === null ? null : Buffer.from(capability).toString('hex');
    found.push({ name, type, mode, uid, linkName, capability: hex, content });
  }
  return found;
}

function only(member: TarMember): Promise<Read | undefined> {
  return read(tarArchive([member])).then((found) => found[0]);
}

describe('an archive', () => {
  test('gives its members with type, mode, owner, link and content', async () => {
    const members = [
      { name: './bin/', type: '5', mode: 0o755 },
      { name: 'bin/su', mode: 0o4755, uid: 1000, content: 'text' },
      { name: 'bin/sh', type: '2', linkName: 'bash' },
      { name: 'bin/other', type: '1', linkName: 'bin/su', mode: 0o4755 },
      { name: 'dev/null', type: '3' },
    ];
    expect(await read(tarArchive(members))).toEqual([
      { name: './bin/', type: 'folder', mode: 0o755, uid: 0, linkName: '', capability: null, content: '' },
      { name: 'bin/su', type: 'file', mode: 0o4755, uid: 1000, linkName: '', capability: null, content: 'text' },
      { name: 'bin/sh', type: 'link', mode: 0o644, uid: 0, linkName: 'bash', capability: null, content: '' },
      { name: 'bin/other', type: 'hard-link', mode: 0o4755, uid: 0, linkName: 'bin/su', capability: null, content: '' },
      { name: 'dev/null', type: 'other', mode: 0o644, uid: 0, linkName: '', capability: null, content: '' },
    ]);
  });

  test('keeps a capability whose bytes are no text', async () => {
    const value = Buffer.from('0100000280ff0000000000000000000000000000', 'hex');
    const found = await only({ name: 'ping', pax: { 'SCHILY.xattr.security.capability': value } });
    expect(found?.capability).toBe(value.toString('hex'));
  });

  test('takes names, links, owners and sizes from extended headers, and forgets them after one member', async () => {
    const long = `${'deep/'.repeat(60)}file`;
    const found = await read(
      tarArchive([
        { name: 'short', type: '2', pax: { path: long, linkpath: 'ü\n=x', uid: '70000' } },
        { name: 'cut', longName: long, content: 'abcdef' },
        { name: 'plain' },
      ]),
    );
    expect(found.map(({ name, linkName, uid, content }) => [name, linkName, uid, content])).toEqual([
      [long, 'ü\n=x', 70000, ''],
      [long, '', 0, 'abcdef'],
      ['plain', '', 0, ''],
    ]);
  });

  test.each([
    ['cut in a header', (bytes: Uint8Array) => bytes.subarray(0, 300)],
    ['cut in a content', (bytes: Uint8Array) => bytes.subarray(0, 600)],
    ['no archive', (bytes: Uint8Array) => bytes.fill(7)],
  ])('is damaged when it is %s', async (_, damage) => {
    const bytes = damage(Buffer.from(tarArchive([{ name: 'a', content: 'x'.repeat(900) }])));
    await expect(read(bytes)).rejects.toThrow('the archive is damaged');
  });

  test.each([
    ['accepted', 1 << 20, 'x'],
    ['damaged', (1 << 20) + 1, 'the archive is damaged: an extended header of 1048577 bytes'],
  ])('with a long name of its largest size or one byte more is %s', async (_, size, expected) => {
    const archive = tarArchive([{ name: 'x', longName: 'x'.repeat(size - 1) }]);
    const outcome = await read(archive, { piece: 1 << 16 }).then(
      (found) => found[0]?.name.slice(0, 1),
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );
    expect(outcome).toBe(expected);
  });

  test('reads the same in pieces of any size, whether contents are taken or skipped', async () => {
    const name = fc.stringMatching(/^[a-z]{1,20}(\/[a-zäö]{1,20}){0,8}$/);
    const member = fc.record({
      name: fc.constant('cut'),
      longName: name,
      mode: fc.integer({ min: 0, max: 0o7777 }),
      content: fc.string({ maxLength: 2000 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(member, { maxLength: 6 }),
        fc.integer({ min: 1, max: 3000 }),
        async (members, piece) => {
          const bytes = tarArchive(members);
          const whole = await read(bytes, { piece });
          expect(whole.map(({ content }) => content)).toEqual(members.map(({ content }) => content));
          const skipped = await read(bytes, { piece, keep: 0 });
          const expected = members.map(({ longName, mode }) => ({ name: longName, mode }));
          expect(skipped.map(({ name: found, mode }) => ({ name: found, mode }))).toEqual(expected);
        },
      ),
    );
  });

  test('ends or is damaged whatever the bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), fc.nat(2999), async (noise, at) => {
        const bytes = Buffer.from(tarArchive([{ name: 'a', pax: { path: 'b' }, content: 'x' }]));
        bytes.set(noise.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length));
        const outcome = await read(bytes).then(
          () => 'read',
          (error: unknown) => (error instanceof Error ? error.message : ''),
        );
        expect(outcome).toMatch(/^read$|^the archive is damaged/);
      }),
    );
  });
});
