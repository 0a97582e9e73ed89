import { describe, expect, it } from '@jest/globals';
import { compareSurroundings, unobservedSurroundings } from '../../../src/core/fit/surroundings-in-force.js';
import type { RunOptions } from '../../../src/core/policy/policy.js';
import type {
  LimitFacts,
  NamespaceKind,
  ProcessSurroundings,
  SurroundingsFacts,
} from '../../../src/core/smoke/surroundings.js';
import { sampleService } from '../../support/sample-service.js';
import { sampleMember, sampleSurroundings } from '../../support/sample-surroundings.js';

const MIB = 1024 * 1024;
const { limits: LIMITS } = sampleSurroundings();
const WRITABLE = { device: '0:73', mountReadOnly: false, superReadOnly: false };

function say(facts: SurroundingsFacts, run: Partial<RunOptions> = {}): readonly string[] {
  const findings = compareSurroundings(sampleService({ run }), facts);
  return findings.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);
}

function sayOfLimits(limits: Partial<LimitFacts>, run: Partial<RunOptions> = {}): readonly string[] {
  return say(sampleSurroundings({ limits: { ...LIMITS, ...limits } }), run);
}

function sayOf(...processes: readonly ProcessSurroundings[]): readonly string[] {
  return say(sampleSurroundings({ processes }));
}

/** The sample's namespaces, of which some are the host's or others than init's. */
function namespaces(
  changed: Partial<Record<NamespaceKind, 'host' | 'engine' | number>>,
): ProcessSurroundings['namespaces'] {
  return (sampleMember().namespaces ?? []).map((namespace) => {
    const change = changed[namespace.kind];
    if (change === undefined) return namespace;
    if (change === 'engine') return { ...namespace, host: true, engine: true };
    return change === 'host' ? { ...namespace, host: true } : { ...namespace, id: change, host: false };
  });
}

describe('compareSurroundings', () => {
  it('has nothing to say when what is in force is what was declared', () => {
    expect(say(sampleSurroundings())).toEqual([]);
  });

  it('places a finding at what it is about', () => {
    const [finding] = compareSurroundings(sampleService(), sampleSurroundings({ limits: { ...LIMITS, pids: 65 } }));
    expect(finding).toMatchObject({ service: 'web', grants: ['pids_limit'], location: { line: 3 } });
  });
});

describe('the root mount', () => {
  it('is looser when it is writable although declared read_only', () => {
    expect(sayOf(sampleMember({ root: WRITABLE }))).toEqual([
      'error in-force-looser: process "serve" (host pid 100) has the root filesystem mounted read-write, declared is read_only',
    ]);
  });

  it('is read-only when the mount is, or the file system', () => {
    expect(sayOf(sampleMember({ root: { ...WRITABLE, superReadOnly: true } }))).toEqual([]);
  });

  it('is a note when it is read-only although not declared so', () => {
    expect(say(sampleSurroundings(), { readOnly: false })).toEqual([
      'note in-force-differs: the root filesystem is mounted read-only, although the policy does not say so',
    ]);
    expect(say(sampleSurroundings({ processes: [sampleMember({ root: WRITABLE })] }), { readOnly: false })).toEqual([]);
  });

  it("matters in a process's own mount namespace when it is the container's file system again", () => {
    const sandboxed = sampleMember({ pid: 101, lineage: 'serve > box', namespaces: namespaces({ mnt: 5 }) });
    const [looser] = sayOf(sampleMember(), { ...sandboxed, root: WRITABLE });
    expect(looser).toContain('in-force-looser: process "serve > box" (host pid 101) has the root filesystem');
    const elsewhere = sayOf(sampleMember(), { ...sandboxed, root: { ...WRITABLE, device: '0:99' } });
    expect(elsewhere.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});

describe('limits', () => {
  it.each<[Partial<LimitFacts>, string]>([
    [{ pids: 65 }, 'the limit of the number of processes in force is 65, declared is 64'],
    [{ pids: 'unlimited' }, 'the number of processes is not limited, declared is 64'],
    [{ memory: 512 * MIB }, 'the limit of memory in force is 512 MiB, declared is 256 MiB'],
    [{ memory: 'unlimited', memoryAndSwap: 'unlimited' }, 'memory is not limited, declared is 256 MiB'],
  ])('are looser: %j', (limits, message) => {
    expect(sayOfLimits(limits)).toEqual([`error in-force-looser: ${message}`]);
  });

  it('compare processors, where fewer than declared are fine', () => {
    expect(sayOfLimits({ cpus: 1.5 }, { cpus: 1 })).toEqual([
      'error in-force-looser: the limit of processor time in force is 1.5 processors, declared is 1 processor',
    ]);
    expect(sayOfLimits({ cpus: 2 }, { cpus: 4 })).toEqual([]);
    expect(sayOfLimits({ cpus: 0.3333 }, { cpus: 0.333 })).toEqual([]);
  });

  it('warn when swap comes on top of memory', () => {
    expect(sayOfLimits({ memoryAndSwap: 'unlimited' })).toEqual([
      'warning in-force-looser: the sum of memory and swap is not limited, declared is 256 MiB',
    ]);
  });

  it('are a note when stricter, but not for what is no whole page', () => {
    expect(sayOfLimits({ pids: 32 })).toEqual([
      'note in-force-differs: the limit of the number of processes in force is 32, declared is 64',
    ]);
    expect(sayOfLimits({ memory: MIB, memoryAndSwap: MIB })).toEqual([
      'note in-force-differs: the limit of memory in force is 1 MiB, declared is 256 MiB',
    ]);
    expect(sayOfLimits({ memory: 8_388_608, memoryAndSwap: 8_388_608 }, { memLimit: 8_390_001 })).toEqual([]);
  });

  it('are compared only where the policy sets and the kernel tells them', () => {
    const none = { pidsLimit: null, memLimit: null, cpus: null };
    expect(sayOfLimits({ pids: 'unlimited', memory: 'unlimited', memoryAndSwap: 'unlimited' }, none)).toEqual([]);
    expect(sayOfLimits({ pids: null, memory: null, memoryAndSwap: null, cpus: null }, { cpus: 1 })).toEqual([]);
  });
});

describe('namespaces', () => {
  it.each<NamespaceKind>(['cgroup', 'ipc', 'mnt', 'net', 'pid', 'uts'])("must not be the host's: %s", (kind) => {
    expect(sayOf(sampleMember({ namespaces: namespaces({ [kind]: 'host' }) }))).toEqual([
      `error in-force-looser: process "serve" (host pid 100) is in the host's ${kind} namespace`,
    ]);
  });

  it("must not be a rootless engine's either, but for the user namespace", () => {
    expect(sayOf(sampleMember({ namespaces: namespaces({ user: 'engine' }) }))).toEqual([]);
    expect(sayOf(sampleMember({ namespaces: namespaces({ net: 'engine', pid: 'host' }) }))).toEqual([
      'error in-force-looser: process "serve" (host pid 100) is in the host\'s pid namespace',
      'error in-force-looser: process "serve" (host pid 100) is in the engine\'s net namespace',
    ]);
  });

  it('are looked at for every process, and told once for a lineage', () => {
    const escaped = sampleMember({ lineage: 'serve > x', namespaces: namespaces({ net: 'host', pid: 'host' }) });
    expect(sayOf(sampleMember(), { ...escaped, pid: 101 }, { ...escaped, pid: 102 })).toEqual([
      'error in-force-looser: process "serve > x" (host pid 101) is in the host\'s net and pid namespaces',
    ]);
  });

  it("are a note when a process has some of its own that the container's first does not have", () => {
    const sandbox = sampleMember({ pid: 101, lineage: 'serve > box', namespaces: namespaces({ mnt: 5, user: 6 }) });
    expect(sayOf(sampleMember(), sandbox)).toEqual([
      'note in-force-differs: process "serve > box" (host pid 101) has mnt and user namespaces of its own, other than the container\'s first process',
    ]);
  });

  it('may be unknown', () => {
    expect(sayOf(sampleMember({ namespaces: null }), sampleMember({ lineage: 'serve > x' }))).toEqual([]);
  });

  it('are of no use to a process outside the cgroup', () => {
    const outsider = { inCgroup: false, namespaces: null, root: null, uidMap: null, gidMap: null };
    expect(sayOf(sampleMember(), sampleMember({ pid: 9, lineage: 'serve > x', ...outsider }))).toEqual([
      'error in-force-looser: process "serve > x" (host pid 9) has left the container\'s cgroup, so that no limit of the policy holds for it',
    ]);
  });
});

describe('the user id map', () => {
  it.each([
    [100_000, 'uid 0 of the container is uid 100000 on the host, not its root'],
    [0, 'uid 0 of the container is uid 0 on the host'],
    [null, 'uid 0 of the container is nobody on the host'],
  ])('is a note when ids are remapped: %s', (zero, message) => {
    const member = sampleMember({ uidMap: { identity: false, zero } });
    expect(sayOf(member, { ...member, lineage: 'serve > worker' })).toEqual([
      `note in-force-differs: user ids are remapped: ${message}`,
    ]);
  });
});

describe('unobservedSurroundings', () => {
  const notes = (facts: SurroundingsFacts | null): readonly string[] =>
    unobservedSurroundings(sampleService(), facts).map(({ rule, message, advice }) => `${rule}: ${message}. ${advice}`);

  it('has nothing to say when all was seen', () => {
    expect(notes(sampleSurroundings())).toEqual([]);
  });

  it('says what was not checked', () => {
    const hidden = sampleMember({ namespaces: null });
    expect(notes(sampleSurroundings({ processes: [hidden, { ...hidden, root: null }] }))).toEqual([
      'not-observed: of what is in force, this was not checked: the namespaces of 2 processes and the root mount of 1 process. Run as root, or allow password-less sudo for this user.',
    ]);
    expect(notes(sampleSurroundings({ limits: { ...LIMITS, pids: null, cpus: null } }))).toEqual([
      'not-observed: of what is in force, this was not checked: the limit of processes and the limit of processor time. ',
    ]);
    expect(notes(null)).toEqual([
      'not-observed: of what is in force, this was not checked: namespaces, root mount and cgroup limits. ',
    ]);
  });
});
