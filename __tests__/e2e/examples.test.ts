import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { CheckResult, ServiceResult } from '../../src/core/result.js';
import { ROOT, tightfit } from '../support/cli.js';
import { leftovers } from '../support/leftovers.js';

const EXAMPLES = join(ROOT, 'examples');
/** Run by the tests of the check itself. */
const ELSEWHERE = new Set(['samba', 'nginx']);

interface Example {
  readonly policy: string;
  readonly verdict: string;
}

/** Every policy of every example, with the verdict that its heading comment says it must get. */
const POLICIES: readonly Example[] = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !ELSEWHERE.has(entry.name) && entry.name !== 'workflows')
  .flatMap(({ name }) =>
    readdirSync(join(EXAMPLES, name))
      .filter((file) => file.endsWith('.yml'))
      .map((file) => `${name}/${file}`),
  )
  .map((policy) => {
    const [, verdict = 'no verdict in its heading'] =
      /Verdict:\s*(?:#\s*)?(\w+)/u.exec(readFileSync(join(EXAMPLES, policy), 'utf8')) ?? [];
    return { policy, verdict };
  });

const results = new Map<string, CheckResult>();
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-examples-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

afterEach(() => {
  expect(leftovers()).toEqual([]);
});

describe('every example gets the verdict that it says it must', () => {
  it.each(POLICIES)('$policy: $verdict', async ({ policy, verdict }) => {
    const place = join(folder, policy.replaceAll('/', '-'));
    const { stdout } = await tightfit(['check', `examples/${policy}`, '--quiet', '--report-dir', place]);
    const result = JSON.parse(readFileSync(join(place, 'tightfit.json'), 'utf8')) as CheckResult;
    results.set(policy, result);
    expect(`${result.verdict}\n${result.verdict === verdict ? '' : stdout}`).toBe(`${verdict}\n`);
  });
});

function servicesOf(policy: string): readonly ServiceResult[] {
  return results.get(policy)?.services ?? [];
}

function rulesOf(policy: string): readonly string[] {
  return (results.get(policy)?.findings ?? []).map(({ rule }) => rule);
}

describe('what the examples are there to show', () => {
  it('each action of seccomp is named with its call, answer and program', () => {
    const seen = servicesOf('actions/tightfit.yml').map(({ name, syscalls }) => {
      const row = syscalls?.refused.find((one) => one.name === 'chmod');
      return row === undefined ? `${name}: not refused` : `${name}: ${row.program} ${row.answer} ${row.action ?? ''}`;
    });
    expect(seen).toEqual([
      'errno: actions EPERM SCMP_ACT_ERRNO',
      'trap: actions SIGSYS SCMP_ACT_TRAP',
      'kill-thread: actions SIGSYS SCMP_ACT_KILL_THREAD',
      'kill-process: actions SIGSYS SCMP_ACT_KILL_PROCESS',
      'trace: actions ENOSYS SCMP_ACT_TRACE',
      'log: not refused',
    ]);
  });

  it('no-new-privileges takes from ping what setuid and a file capability gave it', () => {
    for (const kind of ['setuid', 'file-capability']) {
      const advice = (results.get(`ping/${kind}-no-new-privileges.yml`)?.findings ?? []).map((one) => one.advice);
      expect(advice.join('\n')).toContain('no-new-privileges keeps setuid and file capabilities from giving it');
      expect(servicesOf(`ping/${kind}.yml`)[0]?.grants).toMatchObject([{ name: 'NET_RAW', state: 'needed' }]);
    }
  });

  it('the setuid ping runs as root, the one with a file capability holds NET_RAW as an ordinary user', () => {
    const uids = (policy: string): readonly number[] =>
      (servicesOf(policy)[0]?.declared?.processes ?? [])
        .filter(({ lineage }) => lineage === 'ping')
        .map(({ uid }) => uid);
    expect(uids('ping/file-capability.yml')).toContain(1000);
    expect(uids('ping/tightfit.yml')).toContain(1000);
  });

  it('a memory hog is named, and its limit was in force', () => {
    expect(rulesOf('limits/memory.yml')).toContain('out-of-memory');
    expect(servicesOf('limits/memory.yml')[0]?.declared?.surroundings?.limits.memory).toBe(64 * 1024 * 1024);
  });

  it('six namespaces are the container’s own, the user namespace is the machine’s', () => {
    const [process] = servicesOf('namespaces/tightfit.yml')[0]?.declared?.surroundings?.processes ?? [];
    const own = (process?.namespaces ?? []).filter(({ host }) => !host).map(({ kind }) => kind);
    expect([...own].sort()).toEqual(['cgroup', 'ipc', 'mnt', 'net', 'pid', 'uts']);
    expect(process?.uidMap?.identity).toBe(true);
  });

  it('SYS_CHROOT with root is a way out of a chroot', () => {
    expect(rulesOf('chroot/escape.yml')).toContain('chroot-escape');
    expect(rulesOf('chroot/tightfit.yml')).not.toContain('chroot-escape');
  });
});
