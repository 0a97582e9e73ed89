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

  it.each([
    ['apparmor=docker-default', { kind: 'profile', name: 'docker-default' }],
    ['apparmor:unconfined', { kind: 'unconfined' }],
    ['apparmor=/usr/bin/x//child', { kind: 'profile', name: '/usr/bin/x//child' }],
    ['apparmor:a:b=c', { kind: 'profile', name: 'a:b=c' }],
  ])('%s chooses an AppArmor profile', (text, profile) => {
    expect(parseSecurityOption(text)).toEqual({ value: { name: 'apparmor', profile } });
  });

  it.each([
    ['label=disable', { part: 'disable' }],
    ['label:type:container_t', { part: 'type', value: 'container_t' }],
    ['label=level:s0:c100,c200', { part: 'level', value: 's0:c100,c200' }],
    ['label:user:system_u', { part: 'user', value: 'system_u' }],
    ['label=role:system_r', { part: 'role', value: 'system_r' }],
  ])('%s is a part of an SELinux label', (text, part) => {
    expect(parseSecurityOption(text)).toEqual({ value: { name: 'label', ...part } });
  });

  it.each(['', ':', 'seccomp', 'seccomp:', 'SECCOMP:default', 'no-new-privileges:1', 'seccomp:../x'])(
    '%j is none',
    (text) => {
      expect(parseSecurityOption(text)).toHaveProperty('mistake');
    },
  );

  it.each(['apparmor', 'apparmor=', 'apparmor=a b', 'apparmor=a\nb', `apparmor=${'a'.repeat(256)}`])(
    '%j names no AppArmor profile',
    (text) => {
      expect(parseSecurityOption(text)).toHaveProperty('mistake');
    },
  );

  it.each([
    'label',
    'label=',
    'label=off',
    'label=type',
    'label=type:',
    'label=kind:x',
    'label=type:a b',
    'label=filetype:x',
  ])('%j is no label', (text) => {
    expect(parseSecurityOption(text)).toHaveProperty('mistake');
  });
});
