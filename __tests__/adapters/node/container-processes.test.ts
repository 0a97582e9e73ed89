import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { containerProcesses } from '../../../src/adapters/node/container-processes.js';
import { writeProc, type ProcEntry } from '../../support/proc-folder.js';

const ID = 'c0ffee00'.repeat(8);
const cgroup = `0::/docker/${ID}\n`;

let proc = '';

beforeEach(() => {
  proc = mkdtempSync(join(tmpdir(), 'tightfit-proc-'));
});

afterEach(() => {
  rmSync(proc, { recursive: true });
});

/** The engine's shim 50, a container's init 100 below it, and a program that `docker exec` runs, 200. */
const MACHINE: readonly ProcEntry[] = [
  { pid: 1, parent: 0, name: 'systemd' },
  { pid: 50, parent: 1, name: 'shim' },
  { pid: 100, parent: 50, name: 'nginx', cgroup },
  { pid: 101, parent: 100, name: 'nginx', uid: 33, cgroup },
  { pid: 99, parent: 101, name: 'cgi', uid: 33, cgroup },
  { pid: 200, parent: 50, name: 'sh', cgroup },
  { pid: 201, parent: 200, name: 'cat', cgroup },
  { pid: 300, parent: 1, name: 'sshd' },
];

const lineages = (): readonly string[] | undefined =>
  containerProcesses(proc, ID, 100)?.map(({ pid, lineage }) => `${pid} ${lineage}`);

describe.each([
  ['does not list children', { children: false }],
  ['lists children', { children: true }],
])('containerProcesses where the kernel %s', (_kernel, how) => {
  test('gives init and all that descends from it, and nothing of docker exec or the host', () => {
    writeProc(proc, MACHINE, how);
    expect(lineages()).toEqual(['100 nginx', '101 nginx > nginx', '99 nginx > nginx > cgi']);
  });

  test('counts a process that init adopted', () => {
    writeProc(proc, [...MACHINE, { pid: 202, parent: 100, name: 'orphan', cgroup }], how);
    expect(lineages()).toContain('202 nginx > orphan');
  });

  test('leaves the dead out, but not one with living threads', () => {
    writeProc(
      proc,
      [
        ...MACHINE,
        { pid: 110, parent: 100, name: 'dead', state: 'Z' },
        { pid: 111, parent: 100, name: 'hiding', state: 'Z', threads: 3 },
      ],
      how,
    );
    expect(lineages()).toContain('111 nginx > hiding');
    expect(lineages()?.join()).not.toContain('dead');
  });

  test('leaves out a process that goes while it is looked at', () => {
    writeProc(proc, MACHINE, how);
    unlinkSync(join(proc, '99', 'status'));
    expect(lineages()).toEqual(['100 nginx', '101 nginx > nginx']);
  });

  test('gives what the kernel says of each', () => {
    writeProc(proc, MACHINE, how);
    expect(containerProcesses(proc, ID, 100)?.[1]).toMatchObject({ pid: 101, uid: 33, gid: 5, seccomp: 2 });
  });

  test.each([
    ['its cgroup names another container', { pid: 100, parent: 50, name: 'nginx', cgroup: '0::/docker/other\n' }],
    ['its cgroup is the root', { pid: 100, parent: 50, name: 'nginx' }],
    ['it is dead', { pid: 100, parent: 50, name: 'nginx', cgroup, state: 'Z' }],
  ])('gives nothing for an init when %s', (_, init) => {
    writeProc(proc, [init], how);
    expect(containerProcesses(proc, ID, 100)).toBeNull();
  });

  test('gives nothing where there is no such process, or no /proc', () => {
    writeProc(proc, MACHINE, how);
    expect(containerProcesses(proc, ID, 4711)).toBeNull();
    expect(containerProcesses(join(proc, 'nosuch'), ID, 100)).toBeNull();
  });
});
