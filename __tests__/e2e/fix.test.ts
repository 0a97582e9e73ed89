import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CheckResult } from '../../src/core/result.js';
import { ROOT, tightfit } from '../support/cli.js';
import { leftovers } from '../support/leftovers.js';
import { isLeftOf } from '../support/left-of.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-fix-'));
  cpSync(resolve(ROOT, 'examples/samba'), folder, { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  expect(leftovers()).toEqual([]);
});

function file(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

async function checked(policy: string): Promise<CheckResult> {
  await tightfit(['check', join(folder, policy), '--quiet', '--report-dir', folder]);
  return JSON.parse(file('tightfit.json')) as CheckResult;
}

describe('tightfit fix', () => {
  it('makes the loose Samba tight, and changes nothing else in its policy', async () => {
    const policy = join(folder, 'loose.yml');
    const [before, profile] = [file('loose.yml'), file('profile.json')];
    expect((await checked('loose.yml')).verdict).toBe('loose');

    const words = ['fix', policy, '--result', join(folder, 'tightfit.json')];
    const dry = await tightfit([...words, '--dry-run']);
    expect(dry.stdout).toContain(
      '-      cap_add: [CHOWN, NET_RAW, SETGID, SETUID]\n+      cap_add: [SETGID, SETUID]\n',
    );
    expect(file('loose.yml')).toBe(before);

    const { code, stdout } = await tightfit(words);
    expect(code).toBe(0);
    expect(stdout).toContain('samba: 2 grants removed: CHOWN, NET_RAW');
    expect(file('loose.yml')).toBe(before.replace('CHOWN, NET_RAW, ', ''));
    expect(isLeftOf(file('profile.json'), profile)).toBe(true);

    const after = await checked('loose.yml');
    expect(after.verdict).toBe('tight');
    expect(after.findings.filter(({ rule }) => rule === 'unused-capability' || rule === 'limit-exceeded')).toEqual([]);
  });

  it('refuses a result of files that have changed since, and changes nothing', async () => {
    await checked('loose.yml');
    writeFileSync(join(folder, 'loose.yml'), `${file('loose.yml')}# later\n`);
    const before = file('loose.yml');
    const { code, stderr } = await tightfit([
      'fix',
      join(folder, 'loose.yml'),
      '--result',
      join(folder, 'tightfit.json'),
    ]);
    expect(stderr).toContain('has changed since the result was made');
    expect(code).toBe(2);
    expect(file('loose.yml')).toBe(before);
  });

  it('checks first without a result, and the Samba of the lab report works with what is left', async () => {
    const profile = file('lab-profile.json');
    const { code, stdout } = await tightfit(['fix', join(folder, 'lab.yml'), '--quiet']);
    expect(code).toBe(0);
    expect(stdout).toContain('samba: 1 grant removed: NET_BIND_SERVICE');
    expect(file('lab.yml')).toContain('cap_add: [SETGID, SETUID]');
    expect(isLeftOf(file('lab-profile.json'), profile)).toBe(true);
    const after = await checked('lab.yml');
    expect(after.services[0]?.declared?.works).toBe(true);
    expect(after.services[0]?.grants.map(({ state }) => state)).toEqual(['needed', 'needed']);
  });

  it('removes nothing from a service that is broken', async () => {
    const before = file('broken.yml');
    const { code, stderr } = await tightfit(['fix', join(folder, 'broken.yml'), '--quiet']);
    expect(stderr).toContain('the service "samba" is broken as declared');
    expect(code).toBe(2);
    expect(file('broken.yml')).toBe(before);
  });
});
