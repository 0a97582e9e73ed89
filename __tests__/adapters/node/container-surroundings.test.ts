import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { containerSurroundings } from '../../../src/adapters/node/container-surroundings.js';
import { NAMESPACE_KINDS, type NamespaceKind, type ProcessSurroundings } from '../../../src/core/smoke/surroundings.js';
import { ID } from '../../support/cgroup-machines.js';
import { writeProc, type ProcEntry } from '../../support/proc-folder.js';

const cgroup = `0::/docker/${ID}\n`;
const HOST = 4_026_531_000;
const OWN = 4_026_532_000;

let proc = '';

beforeEach(() => {
  proc = mkdtempSync(join(tmpdir(), 'tightfit-proc-'));
  mkdirSync(join(proc, 'self'));
  writeMember('self', { base: HOST });
});

afterEach(() => {
  rmSync(proc, { recursive: true });
});

/** Namespaces of a process, by the inode of the first; those in `shared` are the host's. */
interface Member {
  readonly base: number;
  readonly shared?: readonly NamespaceKind[];
  readonly options?: string;
}

function writeMember(name: string, { base, shared = [], options = 'ro' }: Member): void {
  const folder = join(proc, name);
  mkdirSync(join(folder, 'ns'), { recursive: true });
  NAMESPACE_KINDS.forEach((kind, index) => {
    symlinkSync(`${kind}:[${(shared.includes(kind) ? HOST : base) + index}]`, join(folder, 'ns', kind));
  });
  writeFileSync(join(folder, 'uid_map'), '0 0 4294967295\n');
  writeFileSync(join(folder, 'gid_map'), '0 100 1\n');
  writeFileSync(join(folder, 'mountinfo'), `1 0 0:73 / / ${options},relatime - overlay overlay rw\n`);
}

const MACHINE: readonly ProcEntry[] = [
  { pid: 50, parent: 1, name: 'shim' },
  { pid: 100, parent: 50, name: 'nginx', cgroup },
  { pid: 101, parent: 100, name: 'worker', cgroup },
  { pid: 200, parent: 50, name: 'exec', cgroup },
];

function look(): readonly ProcessSurroundings[] | undefined {
  return containerSurroundings(proc, ID, 100)?.processes;
}

describe('containerSurroundings', () => {
  test("tells namespaces, which of them are the host's, id maps and the root mount of every process", () => {
    writeProc(proc, MACHINE);
    writeMember('100', { base: OWN, shared: ['user', 'net'] });
    writeMember('101', { base: OWN + 50, options: 'rw' });
    const [init, worker, ...others] = look() ?? [];
    expect(others).toEqual([]);
    expect(init).toMatchObject({
      pid: 100,
      lineage: 'nginx',
      inCgroup: true,
      uidMap: { identity: true, zero: 0 },
      gidMap: { identity: false, zero: 100 },
      root: { device: '0:73', mountReadOnly: true, superReadOnly: false },
    });
    expect(init?.namespaces?.filter(({ host }) => host).map(({ kind }) => kind)).toEqual(['net', 'user']);
    expect(worker).toMatchObject({ lineage: 'nginx > worker', root: { mountReadOnly: false } });
    expect(worker?.namespaces?.[0]).toEqual({ kind: 'cgroup', id: OWN + 50, host: false });
  });

  test("takes the namespaces of whatever started the container for the host's, where the engine is in a container", () => {
    writeProc(proc, MACHINE);
    writeMember('50', { base: OWN });
    writeMember('100', { base: OWN });
    expect(look()?.[0]?.namespaces?.every(({ host, engine }) => host && engine === true)).toBe(true);
  });

  test("tells what is the machine's from what is a rootless engine's alone", () => {
    writeProc(proc, MACHINE);
    writeMember('1', { base: HOST });
    writeMember('50', { base: OWN, shared: ['time', 'uts'] });
    writeMember('100', { base: OWN, shared: ['time'] });
    const facts = look()?.[0]?.namespaces ?? [];
    expect(facts.find(({ kind }) => kind === 'time')).toMatchObject({ host: true });
    expect(facts.find(({ kind }) => kind === 'time')).not.toHaveProperty('engine');
    expect(facts.find(({ kind }) => kind === 'user')).toMatchObject({ host: true, engine: true });
    expect(facts.find(({ kind }) => kind === 'uts')).toMatchObject({ host: false });
  });

  test('leaves out what this kernel does not have and what may not be read', () => {
    writeProc(proc, MACHINE);
    writeMember('100', { base: OWN });
    rmSync(join(proc, '100', 'ns', 'time'));
    const [init, worker] = look() ?? [];
    expect(init?.namespaces?.map(({ kind }) => kind)).toEqual(NAMESPACE_KINDS.filter((kind) => kind !== 'time'));
    expect(worker).toMatchObject({ namespaces: null, uidMap: null, gidMap: null, root: null });
  });

  test('reads the mounts of a namespace where its first process changed its root from another one', () => {
    writeProc(proc, MACHINE);
    writeMember('100', { base: OWN });
    writeFileSync(join(proc, '100', 'mountinfo'), '2 1 0:5 / /proc rw - proc proc rw\n');
    writeMember('101', { base: OWN });
    expect(look()?.map(({ root }) => root?.device)).toEqual([undefined, '0:73']);
  });

  test('tells of a process that left the cgroup no more than that', () => {
    writeProc(proc, [...MACHINE, { pid: 102, parent: 101, name: 'runaway', cgroup: '0::/elsewhere\n' }]);
    writeMember('102', { base: HOST });
    expect(look()?.[2]).toEqual({
      pid: 102,
      lineage: 'nginx > worker > runaway',
      inCgroup: false,
      namespaces: null,
      uidMap: null,
      gidMap: null,
      root: null,
    });
  });

  test('says nothing of a process that is ending, which version 1 shows in no cgroup', () => {
    writeProc(proc, [...MACHINE, { pid: 102, parent: 101, name: 'ending', cgroup: '4:memory:/\n' }]);
    const stat = `102 (ending) S 101 0 0 0 0 4 ${Array.from({ length: 10 }, () => '0').join(' ')} 1 0 100 0\n`;
    writeFileSync(join(proc, '102', 'stat'), stat);
    expect(look()?.map(({ pid }) => pid)).toEqual([100, 101]);
  });

  test.each([
    ['another container', `0::/docker/${'ab'.repeat(32)}\n`],
    ['none', '0::/\n'],
  ])('tells nothing at all when the process is of %s', (_, other) => {
    writeProc(proc, [{ pid: 100, parent: 50, name: 'nginx', cgroup: other }]);
    writeMember('100', { base: OWN });
    expect(containerSurroundings(proc, ID, 100)).toBeNull();
  });

  test('tells nothing without such a process or an id', () => {
    writeProc(proc, MACHINE);
    expect(containerSurroundings(proc, ID, 4711)).toBeNull();
    expect(containerSurroundings(proc, '', 100)).toBeNull();
  });
});
