import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allow, answer, filterOf, refuse, when } from '../../support/resolved-profile.js';

const BIG = '18446744073709551615';

describe('operators', () => {
  test.each([
    ['EQ', 5, 0, [5n], [4n, 6n, 0x1_0000_0005n]],
    ['NE', 5, 0, [4n, 6n, 0x1_0000_0005n], [5n]],
    ['LT', 5, 0, [0n, 4n], [5n, 6n, 0x1_0000_0000n]],
    ['LE', 5, 0, [0n, 5n], [6n, 0x1_0000_0005n]],
    ['GE', 5, 0, [5n, 6n, 0x1_0000_0000n], [0n, 4n]],
    ['GT', 5, 0, [6n, 0x1_0000_0000n], [0n, 5n]],
    ['MASKED_EQ', 0x7e020000, 0, [0n, 17n, 0x80000000n], [0x20000n, 0x7e020000n, 0x10000011n]],
    ['MASKED_EQ', 3, 1, [1n, 5n, 0xfffffff1n], [0n, 2n, 3n]],
    ['MASKED_EQ', 1, 3, [1n, 3n], [0n, 2n]],
    ['EQ', BIG, 0, [2n ** 64n - 1n], [0xffffffffn, 0n]],
    ['GT', '8589934592', 0, [8589934593n], [8589934592n, 5n]],
    ['LT', '8589934592', 0, [8589934591n, 5n], [8589934592n, 2n ** 63n]],
    ['MASKED_EQ', '18446744069414584320', 0, [7n, 0xffffffffn], [0x1_0000_0000n]],
  ])('%s %s %s', (operator, value, valueTwo, holds, fails) => {
    const filter = filterOf([allow(['ioctl'], { args: [when(1, operator, value, valueTwo)] })]);
    expect(holds.map((argument) => answer(filter, 'ioctl', 9n, argument))).toEqual(holds.map(() => 'ALLOW'));
    expect(fails.map((argument) => answer(filter, 'ioctl', 9n, argument))).toEqual(fails.map(() => 'ERRNO 1'));
  });

  test('a mask of nothing always holds', () => {
    const filter = filterOf([allow(['ioctl'], { args: [when(0, 'MASKED_EQ', 0, 7)] })]);
    expect(answer(filter, 'ioctl', 1n)).toBe('ALLOW');
  });

  test('absent arguments are 0', () => {
    expect(answer(filterOf([allow(['ioctl'], { args: [when(3, 'EQ', 0)] })]), 'ioctl')).toBe('ALLOW');
  });
});

describe('conditions together', () => {
  test('of one rule on different arguments must all hold', () => {
    const filter = filterOf([allow(['ioctl'], { args: [when(0, 'EQ', 1), when(2, 'EQ', 3)] })]);
    expect(answer(filter, 'ioctl', 1n, 0n, 3n)).toBe('ALLOW');
    expect(answer(filter, 'ioctl', 1n, 0n, 4n)).toBe('ERRNO 1');
    expect(answer(filter, 'ioctl', 2n, 0n, 3n)).toBe('ERRNO 1');
  });

  test('of one rule on the same argument are rules of their own, each enough', () => {
    const filter = filterOf([allow(['ioctl'], { args: [when(0, 'EQ', 1), when(0, 'EQ', 2)] })]);
    expect([1n, 2n, 3n].map((argument) => answer(filter, 'ioctl', argument))).toEqual(['ALLOW', 'ALLOW', 'ERRNO 1']);
  });

  test('and then so is every other condition of that rule', () => {
    const args = [when(0, 'EQ', 1), when(0, 'EQ', 2), when(1, 'EQ', 7)];
    expect(answer(filterOf([allow(['ioctl'], { args })]), 'ioctl', 9n, 7n)).toBe('ALLOW');
  });

  test('of several rules are each enough', () => {
    const rules = [0, 8, 0x20000].map((value) => allow(['personality'], { args: [when(0, 'EQ', value)] }));
    expect([0n, 8n, 0x20000n, 9n].map((persona) => answer(filterOf(rules), 'personality', persona))).toEqual([
      'ALLOW',
      'ALLOW',
      'ALLOW',
      'ERRNO 1',
    ]);
  });

  test('refuse under a default that allows', () => {
    const filter = filterOf(
      [refuse(['socket'], { args: [when(0, 'EQ', 38)] })],
      {},
      { defaultAction: 'SCMP_ACT_ALLOW' },
    );
    expect([answer(filter, 'socket', 38n), answer(filter, 'socket', 2n)]).toEqual(['ERRNO 1', 'ALLOW']);
  });
});

describe('rules of different actions for one call', () => {
  const errno = (value: number, condition: object): object =>
    refuse(['socket'], { errnoRet: value, args: [condition] });
  const conflicts = (rules: object[], members = {}): string[] =>
    filterOf(rules, {}, members).conflicts.map(({ name }) => name);

  test('the first without conditions stays', () => {
    expect(answer(filterOf([allow(['socket']), refuse(['socket'], { errnoRet: 9 })]), 'socket')).toBe('ALLOW');
  });

  test('one without conditions replaces earlier ones with conditions', () => {
    const filter = filterOf([errno(9, when(0, 'EQ', 38)), allow(['socket'])]);
    expect(answer(filter, 'socket', 38n)).toBe('ALLOW');
  });

  test('one with conditions after one without is lost without a word', () => {
    const filter = filterOf([allow(['socket']), errno(9, when(0, 'EQ', 38))]);
    expect(answer(filter, 'socket', 38n)).toBe('ALLOW');
    expect(filter.conflicts).toEqual([]);
  });

  test('equality is tried before an order, whichever stands first', () => {
    const rules = [allow(['socket'], { args: [when(0, 'GE', 1)] }), errno(9, when(0, 'EQ', 38))];
    const inBothOrders = [rules, [...rules].reverse()].map((order) => answer(filterOf(order), 'socket', 38n));
    expect(inBothOrders).toEqual(['ERRNO 9', 'ERRNO 9']);
  });

  test('a later argument is tried before an earlier one', () => {
    const rules = [allow(['socket'], { args: [when(0, 'EQ', 2)] }), errno(9, when(2, 'EQ', 5))];
    expect(answer(filterOf(rules), 'socket', 2n, 0n, 5n)).toBe('ERRNO 9');
  });

  test('the narrower of two bounds is tried first', () => {
    const rules = [errno(7, when(0, 'GT', 5)), errno(9, when(0, 'GT', 10))];
    expect([6n, 11n].map((argument) => answer(filterOf(rules), 'socket', argument))).toEqual(['ERRNO 7', 'ERRNO 9']);
  });

  test('a rule that only adds conditions to an earlier one is lost', () => {
    const longer = refuse(['socket'], { errnoRet: 9, args: [when(0, 'EQ', 2), when(1, 'EQ', 3)] });
    const filter = filterOf([allow(['socket'], { args: [when(0, 'EQ', 2)] }), longer]);
    expect(answer(filter, 'socket', 2n, 3n)).toBe('ALLOW');
  });

  test('the same conditions with another action are a conflict', () => {
    expect(conflicts([errno(9, when(0, 'EQ', 38)), allow(['socket'], { args: [when(0, 'EQ', 38)] })])).toEqual([
      'socket',
    ]);
  });

  test('the same rule twice is none', () => {
    expect(conflicts([errno(9, when(0, 'EQ', 38)), errno(9, when(0, 'EQ', 38))])).toEqual([]);
  });

  test('conditions that differ only in their upper half are a conflict where a 32-bit ABI is let in', () => {
    const rules = [errno(7, when(0, 'EQ', 1)), errno(9, when(0, 'EQ', '4294967297'))].map((rule) => ({
      ...rule,
      names: ['kill'],
    }));
    expect(conflicts(rules, { architectures: ['SCMP_ARCH_X86_64'] })).toEqual([]);
    expect(conflicts(rules, { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X32'] })).toEqual(['kill']);
  });

  test('socket rules conflict on 32-bit x86, where socketcall has no place for the family', () => {
    const rules = [allow(['socket']), errno(9, when(0, 'EQ', 38))];
    expect(conflicts(rules, { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'] })).toEqual(['socket']);
  });
});

describe('rules that all allow', () => {
  const values = [0, 1, 2, 3, 8];
  const condition = fc
    .tuple(fc.nat(2), fc.constantFrom('EQ', 'NE', 'LT', 'LE', 'GT', 'GE'), fc.constantFrom(...values))
    .map(([index, operator, value]) => ({ index, operator, value }));

  test('let a call through exactly when one of their conditions holds', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 6 }), (conditions) => {
        const filter = filterOf(
          conditions.map(({ index, operator, value }) => allow(['mmap'], { args: [when(index, operator, value)] })),
        );
        const points = values.flatMap((a) => values.flatMap((b) => values.map((c) => [a, b, c])));
        const wrong = points.filter((point) => {
          const expected = conditions.some(({ index, operator, value }) => compare(point[index] ?? 0, operator, value));
          return (answer(filter, 'mmap', ...point.map(BigInt)) === 'ALLOW') !== expected;
        });
        expect(wrong).toEqual([]);
      }),
    );
  });
});

function compare(argument: number, operator: string, value: number): boolean {
  switch (operator) {
    case 'EQ':
      return argument === value;
    case 'NE':
      return argument !== value;
    case 'LT':
      return argument < value;
    case 'LE':
      return argument <= value;
    case 'GT':
      return argument > value;
    default:
      return argument >= value;
  }
}
