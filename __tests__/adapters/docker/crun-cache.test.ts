import { describe, expect, test } from '@jest/globals';
import { apartInCache } from '../../../src/adapters/docker/crun-cache.js';

interface Rules {
  readonly syscalls: readonly {
    readonly names: readonly string[];
    readonly action: string;
    readonly errnoRet?: number;
  }[];
}

const marked = (json: string): Rules => JSON.parse(apartInCache(json)) as Rules;
const RULE = { names: ['chmod'], action: 'SCMP_ACT_ERRNO' };

describe('a profile for crun', () => {
  test('begins with a rule that does what is done anyway', () => {
    const { syscalls } = marked(
      JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', defaultErrnoRet: 38, syscalls: [RULE] }),
    );
    expect(syscalls).toHaveLength(2);
    expect(syscalls[0]).toMatchObject({ action: 'SCMP_ACT_ERRNO', errnoRet: 38 });
    expect(syscalls[1]).toEqual(RULE);
  });

  test.each([
    ['SCMP_ACT_ERRNO', 1],
    ['SCMP_ACT_ALLOW', undefined],
  ])('answers %s with the number %j that nothing was said of', (defaultAction, errnoRet) => {
    expect(marked(JSON.stringify({ defaultAction, syscalls: [RULE] })).syscalls[0]?.errnoRet).toBe(errnoRet);
  });

  test('names profiles apart that differ in an error number only', () => {
    const [one, other] = [1, 38].map(
      (errnoRet) =>
        marked(JSON.stringify({ defaultAction: 'SCMP_ACT_ALLOW', syscalls: [{ ...RULE, errnoRet }] })).syscalls[0],
    );
    expect(one?.names).not.toEqual(other?.names);
  });

  test('stays as it is when it is no JSON', () => {
    expect(apartInCache('{bad')).toBe('{bad');
  });

  test('may have no rules', () => {
    expect(marked('{"defaultAction":"SCMP_ACT_ALLOW","syscalls": [ ]}').syscalls).toHaveLength(1);
    expect(apartInCache('{"defaultAction":"SCMP_ACT_ALLOW"}')).toBe('{"defaultAction":"SCMP_ACT_ALLOW"}');
  });

  test('keeps numbers of 64 bits', () => {
    const json =
      '{"defaultAction":"SCMP_ACT_ALLOW","syscalls":[{"names":["read"],"args":[{"value":18446744073709551615}]}]}';
    expect(apartInCache(json)).toContain('18446744073709551615');
  });
});
