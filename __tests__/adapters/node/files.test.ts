import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createFiles } from '../../../src/adapters/node/files.js';
import { UsageError } from '../../../src/core/errors.js';

const files = createFiles();
let outside = '';
let folder = '';

beforeEach(() => {
  outside = realpathSync(mkdtempSync(join(tmpdir(), 'tightfit-files-')));
  folder = join(outside, 'policy');
  mkdirSync(join(folder, 'sub'), { recursive: true });
  writeFileSync(join(folder, 'profile.json'), '{}');
  writeFileSync(join(folder, 'sub', 'deep.json'), '{}');
  writeFileSync(join(outside, 'secret'), 'secret');
  mkdirSync(join(outside, 'policy-two'));
});

afterEach(() => {
  rmSync(outside, { recursive: true });
});

const at = (path: string): string => join(folder, path);

describe('resolveInside', () => {
  test.each([
    ['profile.json', 'profile.json'],
    ['./sub/../profile.json', 'profile.json'],
    ['sub', 'sub'],
    ['sub/deep.json', 'sub/deep.json'],
  ])('finds %s', async (path, found) => {
    await expect(files.resolveInside(folder, path)).resolves.toBe(at(found));
  });

  test('finds the folder itself', async () => {
    await expect(files.resolveInside(folder, '.')).resolves.toBe(folder);
  });

  test('follows links that stay inside', async () => {
    symlinkSync('sub', at('link'));
    await expect(files.resolveInside(folder, 'link/deep.json')).resolves.toBe(at('sub/deep.json'));
  });

  test('takes a folder that is reached through a link for what it is', async () => {
    symlinkSync(folder, join(outside, 'alias'));
    await expect(files.resolveInside(join(outside, 'alias'), 'sub')).resolves.toBe(at('sub'));
  });

  test.each(['../secret', 'sub/../../secret', '..', '../policy-two', '/etc/hostname', '/'])(
    'refuses %s, which leads out',
    async (path) => {
      await expect(files.resolveInside(folder, path)).rejects.toThrow(UsageError);
      await expect(files.resolveInside(folder, path)).rejects.toThrow(`${JSON.stringify(path)} leads out of`);
    },
  );

  test('refuses a link that leads out', async () => {
    symlinkSync('../secret', at('link'));
    await expect(files.resolveInside(folder, 'link')).rejects.toThrow('"link" leads out of');
  });

  test('refuses a folder on the way that is a link out', async () => {
    symlinkSync(outside, at('up'));
    await expect(files.resolveInside(folder, 'up/secret')).rejects.toThrow('"up/secret" leads out of');
  });

  test('refuses a link to a link that leads out', async () => {
    symlinkSync('/etc', at('second'));
    symlinkSync('second', at('first'));
    await expect(files.resolveInside(folder, 'first/hostname')).rejects.toThrow('leads out of');
  });

  test('refuses links that lead in a circle', async () => {
    symlinkSync('b', at('a'));
    symlinkSync('a', at('b'));
    await expect(files.resolveInside(folder, 'a')).rejects.toThrow(
      '"a" is a symbolic link, or one that leads in a circle',
    );
  });

  test.each([
    ['nosuch', 'does not exist'],
    ['profile.json/x', 'does not exist: a part of its path is a file'],
    ['a\0b', 'is no path: it holds a NUL character'],
    ['x'.repeat(5000), 'the path is too long'],
  ])('says why %j is no path', async (path, reason) => {
    await expect(files.resolveInside(folder, path)).rejects.toThrow(UsageError);
    await expect(files.resolveInside(folder, path)).rejects.toThrow(reason);
  });

  test('refuses a named pipe and a socket', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    await expect(files.resolveInside(folder, 'pipe')).rejects.toThrow('"pipe" is a named pipe');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(at('docker.sock'), resolve));
    await expect(files.resolveInside(folder, 'docker.sock')).rejects.toThrow('"docker.sock" is a socket');
    await new Promise((resolve) => server.close(resolve));
  });

  test('gives a path inside or refuses, whatever is asked', async () => {
    symlinkSync('..', at('up'));
    symlinkSync('sub', at('in'));
    const part = fc.constantFrom('..', '.', '', 'sub', 'up', 'in', 'policy', 'deep.json', 'secret', '/etc');
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 7 }), async (parts) => {
        const found = await files.resolveInside(folder, parts.join('/')).catch((error: unknown) => error);
        if (typeof found === 'string') expect(`${found}/`.startsWith(`${folder}/`)).toBe(true);
        else expect(found).toBeInstanceOf(UsageError);
      }),
      { numRuns: 500 },
    );
  });
});

describe('readText', () => {
  test('reads text as it is', async () => {
    writeFileSync(at('text'), 'é\r\n\0');
    await expect(files.readText(at('text'), 5)).resolves.toBe('é\r\n\0');
  });

  test('refuses a file that is larger than allowed', async () => {
    writeFileSync(at('text'), 'x'.repeat(11));
    await expect(files.readText(at('text'), 11)).resolves.toHaveLength(11);
    await expect(files.readText(at('text'), 10)).rejects.toThrow(UsageError);
    await expect(files.readText(at('text'), 10)).rejects.toThrow('is larger than 10 bytes');
  });

  test('does not believe a size of zero', async () => {
    await expect(files.readText('/proc/self/status', 10)).rejects.toThrow('is larger than 10 bytes');
  });

  test('refuses what is not UTF-8', async () => {
    writeFileSync(at('binary'), Uint8Array.from([0x61, 0xff]));
    await expect(files.readText(at('binary'), 10)).rejects.toThrow('is not UTF-8 text');
  });

  test('refuses a link, even one that leads inside', async () => {
    symlinkSync('profile.json', at('link'));
    await expect(files.readText(at('link'), 10)).rejects.toThrow('is a symbolic link');
  });

  test('refuses the link that a checked file was replaced by', async () => {
    const checked = await files.resolveInside(folder, 'profile.json');
    renameSync(checked, at('old.json'));
    symlinkSync('../secret', checked);
    await expect(files.readText(checked, 10)).rejects.toThrow('is a symbolic link');
  });

  test('does not wait for a writer of a named pipe', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    await expect(files.readText(at('pipe'), 10)).rejects.toThrow('is a named pipe, not a file');
  });

  test.each([
    ['a folder', 'sub', 'is a folder, not a file'],
    ['nothing', 'nosuch', 'does not exist'],
  ])('refuses %s', async (_, path, reason) => {
    await expect(files.readText(at(path), 10)).rejects.toThrow(reason);
  });

  test('refuses a device', async () => {
    await expect(files.readText('/dev/zero', 10)).rejects.toThrow('"/dev/zero" is a device, not a file');
  });
});

describe('sha256', () => {
  test('is in lower-case hexadecimal', () => {
    expect(files.sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
