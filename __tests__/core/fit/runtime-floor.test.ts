import { describe, expect, it, test } from '@jest/globals';
import { RUNTIME_BASES } from '../../../src/core/fit/runtime-base.generated.js';
import {
  commonFloor,
  diesOf,
  IDENTITY_GETTERS,
  rangesFloor,
  runtimeFloor,
} from '../../../src/core/fit/runtime-floor.js';
import { DEFAULT_RUNTIMES, parseRuntimeRange, type RuntimeRange } from '../../../src/core/fit/runtime-range.js';
import { compareRuntimeVersions, parseRuntimeVersion } from '../../../src/core/fit/runtime-version.js';
import { syscallRisk } from '../../../src/core/seccomp/risk.js';
import { isSyscallName } from '../../../src/core/seccomp/syscalls.js';

const OF_RUNC_1_1_5 = ['close', 'execve', 'fstatfs', 'futex', 'getdents64', 'openat', 'rt_sigreturn', 'write'];

describe('runtimeFloor', () => {
  it('takes what was measured on the very version, a distribution’s suffix aside', () => {
    const floor = runtimeFloor({ name: 'runc', version: '1.1.5+ds1', noNewPrivileges: true });
    expect(floor).toMatchObject({
      calls: OF_RUNC_1_1_5,
      basis: 'exact',
      statement: 'what runc 1.1.5 needs with no-new-privileges',
    });
    expect(floor.needs).toContainEqual({ call: 'write', answers: ['EPERM', 'ENOSYS'], runtimes: ['runc 1.1.5'] });
  });

  it('holds more without no-new-privileges, because the filter is loaded earlier', () => {
    const { calls } = runtimeFloor({ name: 'runc', version: '1.1.5', noNewPrivileges: false });
    expect(calls).toEqual(expect.arrayContaining(['capset', 'chdir', 'setgid', 'setgroups', 'setuid', 'futex']));
  });

  it('has statx and fstat for runc 1.3.6, which dies of every refusal of them', () => {
    const runtime = { name: 'runc', version: '1.3.6', noNewPrivileges: true };
    expect(runtimeFloor(runtime).calls).toEqual(expect.arrayContaining(['fstat', 'statx']));
    for (const call of ['fstat', 'statx']) {
      expect([diesOf(runtime, call, 'EPERM'), diesOf(runtime, call, 'ENOSYS')]).toEqual([true, true]);
    }
  });

  it('leaves out what a runtime calls and can do without', () => {
    const { calls } = runtimeFloor({ name: 'runc', version: '1.1.5', noNewPrivileges: true });
    expect(calls.filter((name) => ['nanosleep', 'epoll_pwait', 'sched_yield'].includes(name))).toEqual([]);
  });

  it('takes both neighbours of a version that was not measured, and says so', () => {
    const { basis, statement, calls } = runtimeFloor({ name: 'runc', version: '1.2.4', noNewPrivileges: true });
    expect(basis).toBe('nearest');
    expect(statement).toBe(
      'what runc 1.1.15 and runc 1.3.6 need with no-new-privileges, because runc 1.2.4 was not measured',
    );
    expect(calls).toEqual(expect.arrayContaining([...OF_RUNC_1_1_5, 'statx']));
  });

  it.each([
    ['1.4.2', 'what runc 1.3.6 needs with no-new-privileges, because runc 1.4.2 was not measured'],
    ['0.1.0', 'what runc 1.1.5 needs with no-new-privileges, because runc 0.1.0 was not measured'],
    ['', 'what runc 1.3.6 needs with no-new-privileges, because the version of runc is not known'],
    ['N/A', 'what runc 1.3.6 needs with no-new-privileges, because the version of runc is not known'],
  ])('takes the nearest measured one for the version %j', (version, statement) => {
    expect(runtimeFloor({ name: 'runc', version, noNewPrivileges: true }).statement).toBe(statement);
  });

  it('takes what was recorded for a version older than all measured ones, as a doubt', () => {
    const runtime = { name: 'runc', version: '1.0.0-rc92', noNewPrivileges: false };
    expect(runtimeFloor(runtime).calls).toContain('capset');
    expect(diesOf(runtime, 'capset', 'EPERM')).toBe(false);
  });

  it('takes what all runtimes share for one that was never measured', () => {
    expect(runtimeFloor({ name: 'runsc', version: '1.0', noNewPrivileges: true })).toMatchObject({
      calls: ['execve', 'write'],
      basis: 'common',
      statement: 'what every measured runtime needs with no-new-privileges, because "runsc" was not measured',
    });
  });

  it('names real calls, none of them refused by Docker’s default', () => {
    const floors = [true, false].map((noNewPrivileges) => rangesFloor(DEFAULT_RUNTIMES, noNewPrivileges));
    const calls = [...floors.flatMap((floor) => floor.calls), ...IDENTITY_GETTERS];
    expect(calls.filter((name) => !isSyscallName(name) || syscallRisk(name)?.tier === 'T3')).toEqual([]);
  });
});

describe('the floor of several runtimes', () => {
  it('is what any of them needs, with the versions that need it', () => {
    const { needs, statement } = rangesFloor(ranges('runc 1.1', 'runc 1.3'), true);
    expect(needs).toContainEqual({ call: 'statx', answers: ['EPERM', 'ENOSYS'], runtimes: ['runc 1.3.6'] });
    expect(needs).toContainEqual({
      call: 'write',
      answers: ['EPERM', 'ENOSYS'],
      runtimes: ['runc 1.1.5', 'runc 1.1.15', 'runc 1.3.6'],
    });
    expect(statement).toBe(
      'what runc 1.1, runc 1.3 need with no-new-privileges, measured on runc 1.1.5, runc 1.1.15, runc 1.3.6',
    );
  });

  it('counts the engine’s own runtime too', () => {
    const engine = { name: 'runc', version: '1.3.6' };
    const { calls } = commonFloor({ engine, runtimes: ranges('runc 1.1'), noNewPrivileges: true });
    expect(calls).toEqual(expect.arrayContaining([...OF_RUNC_1_1_5, 'fstat', 'statx']));
  });

  it('holds every known runc from 1.1 on and every crun by default', () => {
    const { needs } = rangesFloor(DEFAULT_RUNTIMES, true);
    const all = new Set(needs.flatMap(({ runtimes }) => runtimes));
    const measured = RUNTIME_BASES.filter((base) => base.measured && base.noNewPrivileges);
    expect([...all].sort()).toEqual(measured.map(({ runtime, version }) => `${runtime} ${version}`).sort());
  });

  test('asks for more calls, never for fewer, the more runtimes there are', () => {
    const one = rangesFloor(ranges('runc 1.1'), false).calls;
    const all = rangesFloor(DEFAULT_RUNTIMES, false).calls;
    expect(all).toEqual(expect.arrayContaining([...one]));
  });
});

function ranges(...texts: readonly string[]): readonly RuntimeRange[] {
  return texts.map(parseRuntimeRange).filter((range) => range !== null);
}

describe('runtime versions', () => {
  it('are ordered, release candidates before their release', () => {
    const texts = [
      '1.0.0-rc92',
      '1.0.0-rc93',
      '1.0.0',
      '1.0.1',
      '1.1',
      'v1.1.5',
      '1.1.15-0ubuntu1',
      '1.2.0~rc.1',
      '1.2.0',
    ];
    const versions = texts.map(parseRuntimeVersion).filter((version) => version !== null);
    expect(versions).toHaveLength(texts.length);
    for (const [index, version] of versions.entries()) {
      const next = versions[index + 1];
      if (next !== undefined) expect(compareRuntimeVersions(version, next)).toBeLessThan(0);
      expect(compareRuntimeVersions(version, version)).toBe(0);
    }
  });

  it.each(['', 'one', '1', '-1.2'])('%j is none', (text) => {
    expect(parseRuntimeVersion(text)).toBeNull();
  });
});
