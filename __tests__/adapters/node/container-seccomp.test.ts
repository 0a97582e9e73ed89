import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { containerSeccomp } from '../../../src/adapters/node/container-seccomp.js';
import { ID } from '../../support/cgroup-machines.js';
import { writeProc } from '../../support/proc-folder.js';

const SECCOMP = { defaultAction: 'SCMP_ACT_ERRNO', syscalls: [{ names: ['read'], action: 'SCMP_ACT_ALLOW' }] };
const SPECIFICATION = { linux: { cgroupsPath: `/docker/${ID}`, seccomp: SECCOMP } };

let proc = '';
let bundle = '';

beforeEach(() => {
  proc = mkdtempSync(join(tmpdir(), 'tightfit-proc-'));
  bundle = join(proc, 'root-of-50', ID, 'userdata');
  mkdirSync(bundle, { recursive: true });
  writeProc(proc, [
    { pid: 50, parent: 1, name: 'keeper' },
    { pid: 100, parent: 50, name: 'init', cgroup: `0::/docker/${ID}\n` },
  ]);
});

afterEach(() => {
  rmSync(proc, { recursive: true });
});

function shim(): void {
  writeFileSync(join(proc, '50/cmdline'), '/usr/bin/containerd-shim-runc-v2\0-namespace\0moby\0');
  symlinkSync(bundle, join(proc, '50/cwd'));
}

function write(specification: unknown): void {
  writeFileSync(join(bundle, 'config.json'), JSON.stringify(specification));
}

const look = (): unknown => JSON.parse(containerSeccomp(proc, ID, 100) ?? 'null');

describe('containerSeccomp', () => {
  test("reads it in the folder that containerd's shim works in", () => {
    shim();
    write(SPECIFICATION);
    expect(look()).toEqual(SECCOMP);
  });

  test('reads it in the folder that conmon was given, as conmon sees it', () => {
    writeFileSync(join(proc, '50/cmdline'), `/usr/bin/conmon\0-r\0/usr/bin/crun\0-b\0/${ID}/userdata\0-p\0pidfile\0`);
    symlinkSync(join(proc, 'root-of-50'), join(proc, '50/root'));
    write(SPECIFICATION);
    expect(look()).toEqual(SECCOMP);
  });

  test.each([
    ['of another container', { linux: { cgroupsPath: '/docker/other', seccomp: SECCOMP } }],
    ['without a profile', { linux: { cgroupsPath: `/docker/${ID}` } }],
    ['without a part about Linux', {}],
    ['that is no object', null],
    ['with a number that JavaScript cannot hold', { linux: { ...SPECIFICATION.linux, seccomp: { x: 2 ** 60 } } }],
  ])('takes nothing from a specification %s', (_, specification) => {
    shim();
    write(specification);
    expect(look()).toBeNull();
  });

  test('takes nothing from a text that is not JSON, and from no text', () => {
    shim();
    expect(look()).toBeNull();
    writeFileSync(join(bundle, 'config.json'), '{');
    expect(look()).toBeNull();
  });

  test('neither follows a link nor waits for a pipe', () => {
    shim();
    write(SPECIFICATION);
    execFileSync('mv', [join(bundle, 'config.json'), join(bundle, 'other.json')]);
    symlinkSync(join(bundle, 'other.json'), join(bundle, 'config.json'));
    expect(look()).toBeNull();
    rmSync(join(bundle, 'config.json'));
    execFileSync('mkfifo', [join(bundle, 'config.json')]);
    expect(look()).toBeNull();
  });

  test('tells nothing of a process that is not in the container', () => {
    shim();
    write(SPECIFICATION);
    expect(containerSeccomp(proc, ID, 50)).toBeNull();
    expect(containerSeccomp(proc, ID, 0)).toBeNull();
  });
});
