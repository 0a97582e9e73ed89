import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { callWeight } from '../../../src/core/fit/call-weight.js';
import { describeAlternatives } from '../../../src/core/fit/condition.js';
import { dangerousArguments } from '../../../src/core/fit/dangerous-argument.js';
import {
  closes,
  describeCondition,
  grantedCalls,
  refusalOf,
  refusesAlways,
} from '../../../src/core/fit/granted-call.js';
import { goesThrough } from '../../../src/core/seccomp/action.js';
import { decide, type Filter } from '../../../src/core/seccomp/filter.js';
import { allowing, defaultFilter, filterOf, profileOf, unconfinedFilter } from '../../support/sample-filter.js';

const ALLOW = 'SCMP_ACT_ALLOW';
const ERRNO = 'SCMP_ACT_ERRNO';

function grantOf(filter: Filter, name: string): ReturnType<typeof grantedCalls>[number] | undefined {
  return grantedCalls(filter).find((grant) => grant.name === name);
}

function conditionOf(filter: Filter, name: string): string | null | undefined {
  const grant = grantOf(filter, name);
  const condition = grant?.condition;
  return condition ? describeCondition(condition) : condition;
}

function weightOf(filter: Filter, name: string): number | undefined {
  const grant = grantOf(filter, name);
  return grant === undefined ? undefined : callWeight(grant).weight;
}

const personality = (value: number): object => ({
  names: ['personality'],
  action: ALLOW,
  args: [{ index: 0, value, op: 'SCMP_CMP_EQ' }],
});

const socketUnless = (action: string, op: string, value: number): object => ({
  names: ['socket'],
  action,
  args: [{ index: 0, value, op }],
});

describe('grantedCalls', () => {
  it('gives what goes through, by number', () => {
    const filter = filterOf(allowing(['write', 'read', 'no_such_call']));
    expect(grantedCalls(filter).map(({ name, number, condition }) => [name, number, condition])).toEqual([
      ['read', 0, null],
      ['write', 1, null],
    ]);
  });

  it('tells the rule that lets a call through', () => {
    const profile = allowing(['read'], personality(8));
    const filter = filterOf(profile);
    expect(grantOf(filter, 'read')?.rule).toBe(profile.rules[0]);
    expect(grantOf(filter, 'personality')?.rule).toBe(profile.rules[1]);
    expect(grantOf(unconfinedFilter(), 'read')?.rule).toBeNull();
  });

  it('takes conditions that leave nothing out for none', () => {
    const small = socketUnless(ALLOW, 'SCMP_CMP_LT', 12);
    const large = socketUnless(ALLOW, 'SCMP_CMP_GE', 12);
    expect(conditionOf(filterOf(allowing([], small, large)), 'socket')).toBeNull();
  });

  it('does not count what is left to a tracer or a listener', () => {
    const filter = filterOf(
      profileOf({ defaultAction: 'SCMP_ACT_TRACE', syscalls: [{ names: ['read'], action: ALLOW }] }),
    );
    expect(grantedCalls(filter).map(({ name }) => name)).toEqual(['read']);
    expect(refusesAlways(filter, 'write')).toBe(false);
  });

  it('grants nothing above the highest named call, whose stub answers ENOSYS', () => {
    const filter = filterOf(
      profileOf({
        defaultAction: ERRNO,
        architectures: ['SCMP_ARCH_X86_64'],
        syscalls: [{ names: ['read', 'mount'], action: ALLOW }],
      }),
    );
    expect(grantedCalls(filter).map(({ name }) => name)).toEqual(['read', 'mount']);
    expect(refusalOf(filter, 'openat2')).toMatchObject({ action: ERRNO, errno: 38, rule: null });
  });

  it.each([
    [[personality(8), personality(0), personality(0xffffffff)], 'personality', 'if arg0 is 0, 8 or 0xffffffff'],
    [[personality(8)], 'personality', 'if arg0 is 8'],
    [
      [socketUnless(ALLOW, 'SCMP_CMP_LT', 12), socketUnless(ALLOW, 'SCMP_CMP_EQ', 16)],
      'socket',
      'if arg0 < 12 or arg0 is 16',
    ],
  ])('puts conditions into words', (rules, name, words) => {
    expect(conditionOf(filterOf(allowing(['read'], ...rules)), name)).toBe(words);
  });

  it('puts a default that allows into words', () => {
    const filter = filterOf(profileOf({ defaultAction: ALLOW, syscalls: [socketUnless(ERRNO, 'SCMP_CMP_EQ', 38)] }));
    expect(conditionOf(filter, 'socket')).toBe('unless arg0 is 38');
    expect(conditionOf(filter, 'read')).toBeNull();
  });

  it('lets through what decide lets through', () => {
    const filters = [
      defaultFilter(),
      defaultFilter(['SYS_ADMIN']),
      unconfinedFilter(),
      filterOf(allowing(['read'], personality(8))),
    ];
    const numbers = fc.nat(480);
    const args = fc.array(fc.bigInt({ min: 0n, max: 0xffff_ffffn }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...filters), numbers, args, (filter, number, values) => {
        const grant = grantedCalls(filter).find((granted) => granted.number === number);
        const through = goesThrough(decide(filter, number, values));
        if (grant === undefined)
          expect(through && grantedCalls(unconfinedFilter()).some((call) => call.number === number)).toBe(false);
        else if (grant.condition === null) expect(through).toBe(true);
        else
          expect(through).toBe(
            !closes(
              grant.condition,
              Object.fromEntries([0, 1, 2, 3, 4, 5].map((index) => [index, values[index] ?? 0n])),
            ),
          );
      }),
      { numRuns: 100 },
    );
  });
});

describe('the weight of a conditional grant', () => {
  it.each([
    ['clone', 0.75],
    ['personality', 0.75],
    ['socket', 0.75],
    ['ptrace', 3],
    ['read', 1],
    ['getpid', 0.2],
  ])('of Docker’s default: %s %d', (name, weight) => {
    expect(weightOf(defaultFilter(), name)).toBe(weight);
  });

  it('is whole where the dangerous part is open', () => {
    expect(weightOf(defaultFilter(['SYS_ADMIN']), 'clone')).toBe(3);
    expect(weightOf(filterOf(allowing([], personality(0x40000))), 'personality')).toBe(3);
    expect(weightOf(filterOf(allowing([], socketUnless(ALLOW, 'SCMP_CMP_EQ', 38))), 'socket')).toBe(3);
  });

  it('is whole where the kernel ignores what the condition compares: an int has no upper half', () => {
    const not38 = [socketUnless(ALLOW, 'SCMP_CMP_NE', 38)];
    expect(weightOf(filterOf(allowing([], ...not38)), 'socket')).toBe(3);
    const neither = {
      names: ['socket'],
      action: ALLOW,
      args: [{ index: 0, value: 0xffff_ffff, valueTwo: 2, op: 'SCMP_CMP_MASKED_EQ' }],
    };
    expect(weightOf(filterOf(allowing([], neither)), 'socket')).toBe(0.75);
  });

  it('is whole for a call none of whose arguments is known to be the danger', () => {
    const limited = { names: ['kill'], action: ALLOW, args: [{ index: 1, value: 0, op: 'SCMP_CMP_EQ' }] };
    expect(weightOf(filterOf(allowing([], limited)), 'kill')).toBe(1);
  });

  it('needs every argument of a dangerous pair to be known', () => {
    expect(dangerousArguments('setsockopt')).toContainEqual({ 1: 0n, 2: 64n });
    expect(dangerousArguments('read')).toEqual([]);
    expect(dangerousArguments('constructor')).toEqual([]);
  });
});

describe('refusesAlways', () => {
  it.each([
    ['keyctl', true],
    ['clone3', true],
    ['read', false],
    ['personality', false],
    ['no_such_call', false],
  ])('%s under Docker’s default: %s', (name, refused) => {
    expect(refusesAlways(defaultFilter(), name)).toBe(refused);
  });
});

describe('describeAlternatives', () => {
  it('counts what is too long to list', () => {
    const values = Array.from({ length: 12 }, (_, value) => [
      {
        index: 0,
        operator: 'SCMP_CMP_EQ',
        value: BigInt(value),
        valueTwo: 0n,
        location: { file: '', line: 1, column: 1 },
      } as const,
    ]);
    expect(describeAlternatives(values)).toBe('arg0 is 0, 1, 2, 3, 4, 5, 6, 7 or 4 more');
  });
});
