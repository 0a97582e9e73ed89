import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { lintService } from '../../../src/core/lint/lint.js';
import { serviceOfProfile } from '../../../src/core/lint/profile-alone.js';
import type { Finding } from '../../../src/core/finding.js';
import { parseProfile } from '../../../src/core/seccomp/parse-profile.js';
import { ENVIRONMENT } from '../../support/lint-folder.js';

const ROOT = new URL('../../../', import.meta.url);
const CALLS = ['close', 'execve', 'exit', 'exit_group', 'fstatfs', 'futex', 'getdents64', 'openat', 'write'];

function floorFindings(profile: string, version: string | null, noNewPrivileges = true): readonly Finding[] {
  const alone = serviceOfProfile('p.json');
  const service = { ...alone, run: { ...alone.run, noNewPrivileges } };
  const runtime = version === null ? {} : { runtime: { name: 'runc', version } };
  const subject = {
    service,
    profile: parseProfile('p.json', profile).profile,
    dockerfile: null,
    imageUser: null,
    environment: { ...ENVIRONMENT, ...runtime },
  };
  return lintService(subject).filter(({ rule }) => rule === 'missing-runtime-floor');
}

function allowing(names: readonly string[]): string {
  return JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', syscalls: [{ names, action: 'SCMP_ACT_ALLOW' }] });
}

describe('missing-runtime-floor', () => {
  test('is an error where this very version was seen not to start, and names what is missing', () => {
    const [found] = floorFindings(allowing([...CALLS, 'rt_sigreturn']), '1.1.5');
    expect(found).toMatchObject({ severity: 'error', grants: ['arch_prctl', 'mprotect'] });
    expect(found?.message).toContain('what runc 1.1.5 calls with no-new-privileges');
    expect(found?.message).toMatch(/without them the container does not start$/);
  });

  test('is a warning where the version was not measured, or no engine was asked', () => {
    const profile = allowing(CALLS.filter((name) => name !== 'fstatfs'));
    expect(floorFindings(profile, '1.9.9')[0]?.severity).toBe('warning');
    expect(floorFindings(profile, null)[0]).toMatchObject({ severity: 'warning', grants: ['fstatfs'] });
  });

  test('is a warning where a start was only sometimes seen to fail', () => {
    const [found] = floorFindings(allowing([...CALLS, 'arch_prctl', 'mprotect']), '1.1.5');
    expect(found).toMatchObject({ severity: 'warning', grants: ['rt_sigreturn'] });
  });

  test('asks for more without no-new-privileges', () => {
    expect(floorFindings(allowing(CALLS), null, true)).toEqual([]);
    expect(floorFindings(allowing(CALLS), null, false)[0]?.grants).toEqual(
      expect.arrayContaining(['capset', 'setuid']),
    );
  });

  test.each(['examples/samba/profile.json', 'examples/nginx/profile.json'])('has nothing to say of %s', (path) => {
    expect(floorFindings(readFileSync(new URL(path, ROOT), 'utf8'), '1.1.5')).toEqual([]);
  });
});
