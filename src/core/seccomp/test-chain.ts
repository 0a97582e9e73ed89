import type { Outcome } from './action.js';
import type { Operator } from './operator.js';
import type { ArgumentCondition, SyscallRule } from './profile.js';

/** One rule for one call as libseccomp gets it: at most one condition for each argument, all of which must hold. */
export interface Branch {
  readonly conditions: readonly ArgumentCondition[];
  readonly outcome: Outcome;
  readonly rule: SyscallRule;
}

/** How wide an ABI's arguments are compared; of a wider one only the low half counts. */
export type ArgumentWidth = 32 | 64;

/** Comparisons tried in order; the first that leads to a leaf decides. */
export type Level = TestNode[];

/** One comparison of a 32-bit word, the only size the kernel's filter machine knows. */
export interface TestNode {
  readonly argument: number;
  /** Whether the upper word is compared. */
  readonly high: boolean;
  readonly test: 'equal' | 'masked-equal' | 'greater' | 'at-least';
  readonly mask: bigint;
  readonly datum: bigint;
  /** The operator and the whole value of the condition it was made for: libseccomp orders by them. */
  readonly operator: Operator;
  readonly full: bigint;
  readonly onTrue: Arm;
  readonly onFalse: Arm;
}

/** Where a comparison leads: to a leaf, to further comparisons, or to neither. */
export interface Arm {
  leaf: Branch | null;
  next: Level | null;
}

/**
 * The comparisons that lead to `leaf` when all conditions hold, in the order of the arguments; `null` when nothing is left
 * to compare. 64-bit values are compared as two words.
 * Source: https://github.com/seccomp/libseccomp/blob/v2.6.0/src/db.c (_db_rule_gen_64, _db_rule_gen_32)
 */
export function chainOf(leaf: Branch, width: ArgumentWidth): TestNode | null {
  const compared = leaf.conditions
    .filter((condition) => !alwaysHolds(condition, width))
    .sort((a, b) => b.index - a.index);
  let first: TestNode | null = null;
  for (const condition of compared) {
    const target: Arm = first === null ? { leaf, next: null } : { leaf: null, next: [first] };
    first = width === 64 ? wide(condition, target) : narrow(condition, target);
  }
  return first;
}

function alwaysHolds({ operator, value }: ArgumentCondition, width: ArgumentWidth): boolean {
  return operator === 'SCMP_CMP_MASKED_EQ' && BigInt.asUintN(width, value) === 0n;
}

function narrow(condition: ArgumentCondition, target: Arm): TestNode {
  return word(condition, { high: false, test: testOf(condition.operator), ...arms(condition.operator, target) });
}

function wide(condition: ArgumentCondition, target: Arm): TestNode {
  const { operator } = condition;
  const test = testOf(operator);
  const low = word(condition, { high: false, test, ...arms(operator, target) });
  const equal = { high: true, onTrue: { leaf: null, next: [low] } };
  if (test === 'equal' || test === 'masked-equal') {
    const onFalse = operator === 'SCMP_CMP_NE' ? { ...target } : nowhere();
    return word(condition, { ...equal, test, onFalse });
  }
  const less = operator === 'SCMP_CMP_LT' || operator === 'SCMP_CMP_LE';
  const atBorder = word(condition, { ...equal, test: 'equal', onFalse: less ? { ...target } : nowhere() });
  const onTrue = less ? nowhere() : { ...target };
  return word(condition, { high: true, test: 'greater', onTrue, onFalse: { leaf: null, next: [atBorder] } });
}

/** The kernel compares with `==`, `>` and `>=` only; the other operators are their opposites. */
function testOf(operator: Operator): TestNode['test'] {
  if (operator === 'SCMP_CMP_MASKED_EQ') return 'masked-equal';
  if (operator === 'SCMP_CMP_EQ' || operator === 'SCMP_CMP_NE') return 'equal';
  return operator === 'SCMP_CMP_GT' || operator === 'SCMP_CMP_LE' ? 'greater' : 'at-least';
}

function arms(operator: Operator, target: Arm): Pick<TestNode, 'onTrue' | 'onFalse'> {
  const opposite = operator === 'SCMP_CMP_NE' || operator === 'SCMP_CMP_LT' || operator === 'SCMP_CMP_LE';
  return opposite ? { onTrue: nowhere(), onFalse: { ...target } } : { onTrue: { ...target }, onFalse: nowhere() };
}

function nowhere(): Arm {
  return { leaf: null, next: null };
}

type NodeShape = Pick<TestNode, 'high' | 'test' | 'onTrue' | 'onFalse'>;

function word({ index, operator, value, valueTwo }: ArgumentCondition, shape: NodeShape): TestNode {
  const masked = operator === 'SCMP_CMP_MASKED_EQ';
  const full = masked ? valueTwo : value;
  const part = (whole: bigint): bigint => BigInt.asUintN(32, shape.high ? whole >> 32n : whole);
  const mask = masked ? part(value) : ALL_BITS;
  return { ...shape, argument: index, operator, full, mask, datum: part(full) & mask };
}

const ALL_BITS = 0xffff_ffffn;
