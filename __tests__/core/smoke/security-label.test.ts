import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  confiningLabel,
  describeLabel,
  hasProfile,
  labelPart,
  parseSecurityLabel,
} from '../../../src/core/smoke/security-label.js';
import { sampleMember } from '../../support/sample-surroundings.js';

const CONTEXT = 'system_u:system_r:container_t:s0:c1,c2';

describe('a label', () => {
  it.each([
    ['docker-default (enforce)\n', { module: 'apparmor', profile: 'docker-default', mode: 'enforce' }],
    ['tf-complain (complain)\n', { module: 'apparmor', profile: 'tf-complain', mode: 'complain' }],
    ['unconfined\n', { module: 'apparmor', profile: 'unconfined', mode: '' }],
    ['a//&:ns:b (mixed)', { module: 'apparmor', profile: 'a//&:ns:b', mode: 'mixed' }],
    ['a b (x) (enforce)', { module: 'apparmor', profile: 'a b (x)', mode: 'enforce' }],
    [`${CONTEXT}\0`, { module: 'selinux', context: CONTEXT }],
    ['user_u:user_r:user_t', { module: 'selinux', context: 'user_u:user_r:user_t' }],
    ['', null],
    ['floor', null],
    ['docker-default (strange)', null],
    ['a\nb (enforce)', null],
  ])('%j is read', (text, label) => {
    expect(parseSecurityLabel(text)).toEqual(label);
  });

  it('of any text is read without failing, and none holds a character that does not print', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(JSON.stringify(parseSecurityLabel(text))).toMatch(/^[ -~]*$/);
      }),
    );
  });

  it.each([
    ['docker-default (enforce)', 'AppArmor profile docker-default (enforce)'],
    ['unconfined', 'no AppArmor profile'],
    [CONTEXT, `SELinux label ${CONTEXT}`],
  ])('%s is told', (text, words) => {
    const label = parseSecurityLabel(text);
    expect(label === null ? null : describeLabel(label)).toBe(words);
  });

  it.each([
    ['web (enforce)', true],
    ['other//&web (enforce)', true],
    ['other//&:ns:web (mixed)', true],
    [':ns://web (enforce)', true],
    ['webs (enforce)', false],
    [CONTEXT, false],
  ])('%s has the profile web: %s', (text, expected) => {
    const label = parseSecurityLabel(text);
    expect(label !== null && hasProfile(label, 'web')).toBe(expected);
  });

  it('of SELinux has four parts', () => {
    const label = { module: 'selinux', context: CONTEXT } as const;
    const parts = (['user', 'role', 'type', 'level'] as const).map((part) => labelPart(label, part));
    expect(parts).toEqual(['system_u', 'system_r', 'container_t', 's0:c1,c2']);
  });
});

describe('what confines a run', () => {
  it.each([
    ['web (enforce)', true],
    [CONTEXT, true],
    ['web (complain)', false],
    ['web (unconfined)', false],
    ['unconfined', false],
  ])('%s: %s', (text, expected) => {
    const processes = [{ ...sampleMember(), label: parseSecurityLabel(text) }];
    expect(confiningLabel({ processes }) !== null).toBe(expected);
  });

  it('is not known where no label was read', () => {
    expect(confiningLabel(null)).toBeNull();
    expect(confiningLabel({ processes: [sampleMember()] })).toBeNull();
  });
});
