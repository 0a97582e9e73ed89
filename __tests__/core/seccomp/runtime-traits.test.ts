import { describe, expect, test } from '@jest/globals';
import { decideByName } from '../../../src/core/seccomp/filter.js';
import { resolve } from '../../../src/core/seccomp/resolve.js';
import { runtimeRefusal, runtimeTraits } from '../../../src/core/seccomp/runtime-traits.js';
import { profileOf } from '../../support/differential/profile-of.js';

const MACHINE = { arch: 'amd64', kernel: { major: 6, minor: 12 }, capabilities: new Set<never>() } as const;

describe('the ENOSYS stub of a runtime', () => {
  test.each([
    ['runc', '1.0.0-rc92', 'none'],
    ['runc', '1.0.0-rc93', 'listed'],
    ['runc', '1.1.5+ds1', 'listed'],
    ['runc', '1.1.14', 'listed'],
    ['runc', '1.1.15+ds1', 'listed-and-native'],
    ['runc', '1.2.0', 'listed-and-native'],
    ['runc', '1.3.6+ds1', 'listed-and-native'],
    ['runc', '', 'listed-and-native'],
    ['youki', '0.5.0', 'listed-and-native'],
    ['crun', '1.21', 'none'],
  ])('%s %s: %s', (name, version, stub) => {
    expect(runtimeTraits({ name, version }).stub).toBe(stub);
  });

  test('counts for a profile without a list of architectures only from runc 1.1.15 on', () => {
    const profile = profileOf('p.json', WITHOUT_LIST);
    const errnoOf = (version: string): number | null | undefined =>
      decideByName(resolve(profile, { ...MACHINE, runtime: { name: 'runc', version } }), 'faccessat2')?.errno;
    expect(errnoOf('1.1.5')).toBe(1);
    expect(errnoOf('1.1.15')).toBe(38);
    expect(decideByName(resolve(profile, MACHINE), 'faccessat2')?.errno).toBe(38);
  });
});

/** The highest call it names is close_range. */
const WITHOUT_LIST = JSON.stringify({
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [{ names: ['read', 'close_range'], action: 'SCMP_ACT_ALLOW' }],
});

describe('an error number for an action that takes none', () => {
  const text = JSON.stringify({
    defaultAction: 'SCMP_ACT_ALLOW',
    defaultErrnoRet: 38,
    syscalls: [{ names: ['read'], action: 'SCMP_ACT_LOG', errnoRet: 1 }],
  });
  const profile = profileOf('p.json', text);
  const crun = { name: 'crun', version: '1.28' };

  test('is refused by crun alone', () => {
    expect(runtimeRefusal(profile, { runtime: crun })?.action).toBe('SCMP_ACT_ALLOW');
    expect(runtimeRefusal(profile, { runtime: { name: 'runc', version: '1.3.6' } })).toBeNull();
    expect(runtimeRefusal(profile, {})).toBeNull();
  });

  test('does not reach crun from an engine that loses it', () => {
    expect(runtimeRefusal(profile, { runtime: crun, dropsDefaultErrno: true })?.action).toBe('SCMP_ACT_LOG');
  });
});

test('crun reads six conditions of a rule', () => {
  const args = [0, 1, 2, 3, 4, 5, 6].map((value) => ({ index: 0, value, op: 'SCMP_CMP_EQ' }));
  const syscalls = [{ names: ['socket'], action: 'SCMP_ACT_ALLOW', args }];
  const profile = profileOf('p.json', JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', syscalls }));
  const passes = (name: string): boolean =>
    decideByName(resolve(profile, { ...MACHINE, runtime: { name, version: '1.3.6' } }), 'socket', [6n])?.action ===
    'SCMP_ACT_ALLOW';
  expect(passes('runc')).toBe(true);
  expect(passes('crun')).toBe(false);
});
