import { describe, expect, test } from '@jest/globals';
import { permissions } from '../../../src/core/seccomp/allowed.js';
import { loosenings } from '../../../src/core/seccomp/compare.js';
import { dockerDefault } from '../../../src/core/seccomp/docker-default.js';
import { resolve } from '../../../src/core/seccomp/resolve.js';
import { allow, ENVIRONMENT, filterOf, refuse, when } from '../../support/resolved-profile.js';

const docker = resolve(dockerDefault(), ENVIRONMENT);

describe('permissions', () => {
  const permissionOf = (rules: object[], members = {}): string | undefined =>
    permissions(filterOf(rules, {}, members)).get('ioctl');
  const ioctl = (...args: object[]): object => allow(['ioctl'], { args });

  test.each([
    ['no rule', [], 'never'],
    ['a rule', [ioctl()], 'always'],
    ['a rule that logs', [{ names: ['ioctl'], action: 'SCMP_ACT_LOG' }], 'always'],
    ['a rule left to a tracer', [{ names: ['ioctl'], action: 'SCMP_ACT_TRACE' }], 'never'],
    ['a condition', [ioctl(when(1, 'EQ', 5))], 'conditionally'],
    ['conditions that leave nothing out', [ioctl(when(1, 'EQ', 5)), ioctl(when(1, 'NE', 5))], 'always'],
    ['bounds that meet', [ioctl(when(1, 'LT', 5)), ioctl(when(1, 'GE', 5))], 'always'],
    ['bounds that leave one value out', [ioctl(when(1, 'LT', 5)), ioctl(when(1, 'GT', 5))], 'conditionally'],
    ['a condition nothing meets', [ioctl(when(1, 'LT', 0))], 'never'],
    ['a mask whose value has other bits', [ioctl(when(1, 'MASKED_EQ', 1, 3))], 'conditionally'],
    ['both values of a bit', [ioctl(when(1, 'MASKED_EQ', 4, 4)), ioctl(when(1, 'MASKED_EQ', 4, 0))], 'always'],
  ])('with %s', (_, rules, expected) => {
    expect(permissionOf(rules)).toBe(expected);
  });

  test('above the highest named call there are none', () => {
    expect(permissionOf([allow(['write'])], { architectures: ['SCMP_ARCH_X86_64'] })).toBe('never');
  });

  test('a default that allows gives every call but the refused ones', () => {
    const all = permissions(filterOf([refuse(['ioctl'])], {}, { defaultAction: 'SCMP_ACT_ALLOW' }));
    expect([...all].filter(([, permission]) => permission !== 'always')).toEqual([['ioctl', 'never']]);
  });
});

describe('loosenings', () => {
  test('a filter is not looser than itself', () => {
    expect(loosenings(docker, docker)).toEqual([]);
  });

  test('a call the reference refuses is told with its rule', () => {
    const filter = filterOf([allow(['read']), allow(['keyctl', 'write'])]);
    const rule = [...(filter.abis.get('x86_64')?.calls.values() ?? [])].at(-1)?.unconditional?.rule;
    expect(loosenings(filter, docker)).toEqual([
      { name: 'keyctl', number: 250, extent: 'always', rule, example: new Map() },
    ]);
  });

  test('a condition left out is told with the smallest arguments that now pass', () => {
    const filter = filterOf([allow(['clone', 'personality'])]);
    const told = loosenings(filter, docker).map(({ name, extent, example }) => [name, extent, [...example]]);
    expect(told).toEqual([
      ['clone', 'conditionally', [[0, 0x20000n]]],
      ['personality', 'conditionally', [[0, 1n]]],
    ]);
  });

  test('the same condition in other words is not looser', () => {
    const one = filterOf([allow(['ioctl'], { args: [when(0, 'LE', 4)] })]);
    const other = filterOf([allow(['ioctl'], { args: [when(0, 'LT', 5)] })]);
    expect([loosenings(one, other), loosenings(other, one)]).toEqual([[], []]);
  });

  test('a narrower condition is not looser, a wider one is', () => {
    const narrow = filterOf([allow(['ioctl'], { args: [when(0, 'EQ', 4)] })]);
    const wide = filterOf([allow(['ioctl'], { args: [when(0, 'LE', 4)] })]);
    expect(loosenings(narrow, wide)).toEqual([]);
    expect(loosenings(wide, narrow).map(({ example }) => [...example])).toEqual([[[0, 0n]]]);
  });

  test('a default that allows is looser in everything the reference refuses', () => {
    const open = filterOf([], {}, { defaultAction: 'SCMP_ACT_ALLOW' });
    const refused = [...permissions(docker)].filter(([, permission]) => permission === 'never').map(([name]) => name);
    const told = loosenings(open, docker);
    expect(told.filter(({ extent }) => extent === 'always').map(({ name }) => name)).toEqual(refused);
    expect(told.every(({ rule }) => rule === null)).toBe(true);
  });
});
