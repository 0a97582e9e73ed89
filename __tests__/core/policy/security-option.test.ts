import { describe, expect, it } from '@jest/globals';
import { parseSecurityOption } from '../../../src/core/policy/security-option.js';

describe('a security option', () => {
  it.each([
    ['seccomp:profile.json', { kind: 'file', path: 'profile.json' }],
    ['seccomp=profile.json', { kind: 'file', path: 'profile.json' }],
    ['seccomp:a=b:c.json', { kind: 'file', path: 'a=b:c.json' }],
    ['seccomp:unconfined', { kind: 'unconfined' }],
    ['seccomp=default', { kind: 'default' }],
  ])('%s chooses a filter', (text, choice) => {
    expect(parseSecurityOption(text)).toEqual({ value: { name: 'seccomp', choice } });
  });

  it.each([
    ['no-new-privileges', true],
    ['no-new-privileges:true', true],
    ['no-new-privileges=false', false],
  ])('%s is read as Docker reads it', (text, on) => {
    expect(parseSecurityOption(text)).toEqual({ value: { name: 'no-new-privileges', on } });
  });

  it.each(['', ':', 'seccomp', 'seccomp:', 'SECCOMP:default', 'no-new-privileges:1', 'apparmor=x', 'seccomp:../x'])(
    '%j is none',
    (text) => {
      expect(parseSecurityOption(text)).toHaveProperty('mistake');
    },
  );
});
