import { describe, expect, it } from '@jest/globals';
import { RUNTIME_BASES } from '../../../src/core/fit/runtime-base.generated.js';
import { IDENTITY_GETTERS, runtimeFloor } from '../../../src/core/fit/runtime-floor.js';
import { compareRuntimeVersions, parseRuntimeVersion } from '../../../src/core/fit/runtime-version.js';
import { syscallRisk } from '../../../src/core/seccomp/risk.js';
import { isSyscallName } from '../../../src/core/seccomp/syscalls.js';

const MEASURED_WITH = [
  'arch_prctl',
  'close',
  'execve',
  'fstatfs',
  'futex',
  'getdents64',
  'mprotect',
  'openat',
  'rt_sigreturn',
  'write',
];

describe('runtimeFloor', () => {
  it('takes what was measured on the very version, a distribution’s suffix aside', () => {
    const floor = runtimeFloor({ name: 'runc', version: '1.1.5+ds1', noNewPrivileges: true });
    expect(floor).toEqual({
      calls: MEASURED_WITH,
      basis: 'exact',
      statement: 'what runc 1.1.5 calls with no-new-privileges',
    });
  });

  it('holds more without no-new-privileges, because the filter is loaded earlier', () => {
    const { calls } = runtimeFloor({ name: 'runc', version: '1.1.5', noNewPrivileges: false });
    expect(calls).toEqual(expect.arrayContaining(['capset', 'chdir', 'setgid', 'setgroups', 'setuid', 'futex']));
    expect(calls).toHaveLength(21);
  });

  it('takes the nearest known version below and says so', () => {
    const floor = runtimeFloor({ name: 'runc', version: '1.3.9', noNewPrivileges: false });
    expect(floor.basis).toBe('nearest');
    expect(floor.statement).toBe(
      'what runc 1.3.3 calls without no-new-privileges, because runc 1.3.9 was not measured',
    );
    expect(floor.calls).toContain('openat2');
  });

  it('leaves out what newer versions call only before the filter', () => {
    const { calls } = runtimeFloor({ name: 'runc', version: '1.4.2', noNewPrivileges: true });
    expect(
      calls.filter((name) => ['capset', 'setuid', 'setgid', 'setgroups', 'prctl', 'chdir'].includes(name)),
    ).toEqual([]);
    expect(calls).toEqual(expect.arrayContaining(['execve', 'futex', 'openat2']));
  });

  it('takes the oldest for a version older than all', () => {
    const { statement } = runtimeFloor({ name: 'runc', version: '0.1.0', noNewPrivileges: false });
    expect(statement).toBe('what runc 1.0.0-rc92 calls without no-new-privileges, because runc 0.1.0 was not measured');
  });

  it.each(['', 'unknown', 'N/A'])('takes the newest for the version %j', (version) => {
    const { basis, statement } = runtimeFloor({ name: 'runc', version, noNewPrivileges: false });
    expect(basis).toBe('nearest');
    expect(statement).toBe('what runc 1.4.2 calls without no-new-privileges, because the version of runc is not known');
  });

  it('takes what all runtimes share for one that was never measured', () => {
    expect(runtimeFloor({ name: 'runsc', version: '1.0', noNewPrivileges: true })).toEqual({
      calls: ['close', 'execve', 'write'],
      basis: 'common',
      statement: 'what every measured runtime calls, because "runsc" was not measured',
    });
  });

  it('names real calls, none of them refused by Docker’s default', () => {
    const calls = [...RUNTIME_BASES.flatMap((base) => base.calls), ...IDENTITY_GETTERS];
    expect(calls.filter((name) => !isSyscallName(name) || syscallRisk(name)?.tier === 'T3')).toEqual([]);
  });
});

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
