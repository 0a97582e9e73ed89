import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT, tightfit } from '../support/cli.js';
import { leftovers } from '../support/leftovers.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-init-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

afterEach(() => {
  expect(leftovers()).toEqual([]);
});

/** A copy of an example as its author had it before there was a policy. */
function copyOf(example: string): string {
  const copy = join(folder, example);
  cpSync(join(ROOT, 'examples', example), copy, { recursive: true });
  for (const name of readdirSync(copy)) if (/\.(?:yml|json)$/.test(name)) rmSync(join(copy, name));
  return copy;
}

function folderWith(name: string, dockerfile: string): string {
  const made = join(folder, name);
  mkdirSync(made);
  writeFileSync(join(made, 'Dockerfile'), dockerfile);
  return made;
}

describe('tightfit init on a real engine', () => {
  it('gives nginx a policy that is tight at once', async () => {
    const nginx = copyOf('nginx');
    const { code, stdout, stderr } = await tightfit(['init', nginx]);
    expect([code, stderr.includes('internal error')]).toEqual([0, false]);
    expect(stdout).toContain('nginx: tight');
    const policy = readFileSync(join(nginx, 'tightfit.yml'), 'utf8');
    expect(policy).toMatch(/cap_drop: \[ALL\]\n(?! *cap_add)/);
    expect(policy).toContain('read_only: true\n      tmpfs: [/tmp]\n');
    expect(policy).toContain('user: www-data');
    const checked = await tightfit(['check', join(nginx, 'tightfit.yml'), '--quiet']);
    expect(checked.stdout).toContain('tightfit: nginx: tight');
    const linted = await tightfit(['lint', join(nginx, 'tightfit.yml')]);
    expect(linted.code).toBe(0);
  });

  it('replaces it only when told to', async () => {
    const nginx = join(folder, 'nginx');
    const before = readFileSync(join(nginx, 'tightfit.yml'), 'utf8');
    const refused = await tightfit(['init', nginx, '--no-run']);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('are already there. Use --force');
    expect(readFileSync(join(nginx, 'tightfit.yml'), 'utf8')).toBe(before);
    const forced = await tightfit(['init', nginx, '--no-run', '--force', '--name', 'front']);
    expect(forced.code).toBe(0);
    expect(readFileSync(join(nginx, 'tightfit.yml'), 'utf8')).toContain('\n  front:\n');
  });

  it('gives Samba a policy under which it works, with fewer capabilities than it was seen to use', async () => {
    const samba = copyOf('samba');
    const { code, stdout } = await tightfit(['init', samba]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/samba: (?:tight|loose)/);
    const policy = readFileSync(join(samba, 'tightfit.yml'), 'utf8');
    expect(policy).toContain('ready: { tcp: 445');
    expect(policy).toContain('read_only: true');
    expect(policy).toContain('volumes: [/var/lib/samba]');
    const checked = await tightfit(['check', join(samba, 'tightfit.yml'), '--quiet']);
    expect(checked.stdout).toMatch(/tightfit: samba: (?:tight|loose)/);
  });

  it('says of a service that fails by itself that what it writes is a guess', async () => {
    const failing = folderWith(
      'failing',
      'FROM debian:bookworm-slim\nCMD ["sh", "-c", "echo no database >&2; exit 4"]\n',
    );
    const { code, stdout } = await tightfit(['init', failing]);
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain('ended by itself with exit code 4');
    expect(existsSync(join(failing, 'profile.json'))).toBe(false);
    expect(readFileSync(join(failing, 'tightfit.yml'), 'utf8')).toContain('# The service was run and failed');
  });

  it('takes back what breaks a service', async () => {
    const rooted = folderWith(
      'rooted',
      'FROM debian:bookworm-slim\nCMD ["sh", "-c", "trap \'exit 0\' TERM; touch /made || exit 5; echo the worker is ready; while :; do sleep 0.1; done"]\n',
    );
    const { code, stdout } = await tightfit(['init', rooted]);
    expect([code, stdout.includes('rooted: tight') || stdout.includes('rooted: loose')]).toEqual([0, true]);
    const policy = readFileSync(join(rooted, 'tightfit.yml'), 'utf8');
    expect(policy).toContain('read_only: true broke the service');
    expect(policy).not.toMatch(/^ +read_only/m);
    expect(policy).toContain("ready: { log: { present: 'the worker is ready' }");
  });

  it('writes nothing when the image cannot be built or found', async () => {
    const unbuilt = folderWith('unbuilt', 'FROM debian:bookworm-slim\nRUN exit 3\n');
    const failed = await tightfit(['init', unbuilt]);
    expect([failed.code, readdirSync(unbuilt)]).toEqual([2, ['Dockerfile']]);
    expect(failed.stderr).toMatch(/building .*Dockerfile failed/);
    const unknown = await tightfit(['init', unbuilt, '--image', 'tightfit.invalid/nothing:1']);
    expect([unknown.code, readdirSync(unbuilt)]).toEqual([2, ['Dockerfile']]);
    expect(unknown.stderr).toContain('"tightfit.invalid/nothing:1" could not be pulled');
  });

  it('prints instead of writing, and needs no engine for a guess', async () => {
    const plain = folderWith('plain', 'FROM scratch\nEXPOSE 80\nUSER 65532\nCMD ["/serve"]\n');
    const { code, stdout } = await tightfit(['init', plain, '--dry-run'], {
      env: { ...process.env, DOCKER_HOST: 'unix:///nowhere/docker.sock' },
    });
    expect([code, readdirSync(plain)]).toEqual([0, ['Dockerfile']]);
    expect(stdout).toContain('# It was not run: ');
    expect(stdout).toContain("user: '65532'");
  });
});
