import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { RELAY_PROGRAMS, RELAY_SOURCE_SHA256 } from '../../../../src/adapters/docker/relay/program.generated.js';
import { tarOf } from '../../../../src/adapters/docker/relay/tar.js';
import { ROOT } from '../../../support/cli.js';

const SOURCE = join(ROOT, 'scripts/relay/relay.c');

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The version of gcc that the programs were built with, for both architectures. */
function hasCompilers(): boolean {
  return ['x86_64-linux-gnu-gcc', 'aarch64-linux-gnu-gcc'].every((compiler) => {
    const { stdout } = spawnSync(compiler, ['-dumpfullversion'], { encoding: 'utf8' });
    return (stdout ?? '').trim() === '12.2.0';
  });
}

describe('the relay for containers', () => {
  test('was built from its source', () => {
    expect(sha256(readFileSync(SOURCE))).toBe(RELAY_SOURCE_SHA256);
  });

  test('builds to the same bytes again', () => {
    // Other compilers make other bytes; there the digest of the source above has to do.
    const words = hasCompilers() ? ['scripts/relay.mjs', '--check'] : ['--version'];
    expect(() => execFileSync(process.execPath, words, { cwd: ROOT, stdio: 'pipe' })).not.toThrow();
  });

  /** https://man7.org/linux/man-pages/man5/elf.5.html: EM_X86_64 and EM_AARCH64 */
  test.each([
    ['amd64', 62],
    ['arm64', 183],
  ] as const)('is a small static program for %s, as its digest says', (arch, machine) => {
    const bytes = Buffer.from(RELAY_PROGRAMS[arch].base64, 'base64');
    expect(sha256(bytes)).toBe(RELAY_PROGRAMS[arch].sha256);
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('\x7fELF');
    expect(bytes.readUInt16LE(18)).toBe(machine);
    expect(bytes.length).toBeLessThan(70_000);
    expect(bytes.toString('latin1')).not.toContain('ld-linux');
  });
});

describe('its archive', () => {
  test('holds one program, as tar reads it', () => {
    const archive = tarOf('relay', Buffer.from('x'.repeat(600)));
    const listed = execFileSync('tar', ['--list', '--verbose', '--numeric-owner'], {
      input: archive,
      encoding: 'utf8',
    });
    expect(listed).toMatch(/^-r-xr-xr-x 0\/0 +600 1970-01-01 00:00 relay\n$/);
    const content = execFileSync('tar', ['--extract', '--to-stdout', 'relay'], { input: archive, encoding: 'utf8' });
    expect(content).toBe('x'.repeat(600));
  });
});
