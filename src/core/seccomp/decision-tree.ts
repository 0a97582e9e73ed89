import { sameOutcome, type Outcome } from './action.js';
import { chainOf, type ArgumentWidth, type Arm, type Branch, type Level, type TestNode } from './test-chain.js';

/**
 * The rules of one call, combined as libseccomp combines them. It keeps them as a tree of comparisons and not as a list,
 * and that shows where rules of different actions meet: a rule without conditions beats every other, the first such one
 * stays; a rule whose conditions begin like those of an earlier, shorter one is dropped; otherwise comparisons of later
 * arguments are tried first, then equality before `<` before `>`, then the narrower bound.
 *
 * libseccomp then prunes and compiles the tree, and goes wrong at times: 2.5.4 and 2.6.1 were seen to widen or lose rules
 * of one call that use NE, LT, LE, GT or GE beside further conditions, above 32 bits or under several actions. That is not
 * followed here. Calls compared with EQ and MASKED_EQ alone, or by one condition a rule under one action, came out the same
 * in millions of generated cases.
 * Source: https://github.com/seccomp/libseccomp/blob/v2.6.0/src/db.c (db_rule_add)
 */
export class DecisionTree {
  #unconditional: Branch | null = null;
  readonly #level: Level = [];

  constructor(readonly width: ArgumentWidth) {}

  /** Whether the rule could be added. libseccomp refuses it where the tree has another action at the same place. */
  add(branch: Branch): boolean {
    if (this.#unconditional !== null) return true;
    const chain = chainOf(branch, this.width);
    if (chain === null) {
      this.#unconditional = branch;
      return true;
    }
    return insert(this.#level, chain);
  }

  /** The rule that decides for these arguments, `null` when none does. Absent arguments are 0. */
  find(args: readonly bigint[]): Branch | null {
    return this.#unconditional ?? walk(this.#level, args);
  }

  /** The rule that decides whatever the arguments are, `null` when arguments matter. */
  get unconditional(): Branch | null {
    return this.#unconditional;
  }

  /** Every rule that decides for some arguments. */
  get branches(): readonly Branch[] {
    return this.#unconditional === null ? leavesOf(this.#level) : [this.#unconditional];
  }
}

function leavesOf(level: Level): readonly Branch[] {
  const arms = level.flatMap(({ onTrue, onFalse }) => [onTrue, onFalse]);
  return [...new Set(arms.flatMap(({ leaf, next }) => (next === null ? (leaf ?? []) : leavesOf(next))))];
}

function walk(level: Level, args: readonly bigint[]): Branch | null {
  for (const node of level) {
    const arm = holds(node, args) ? node.onTrue : node.onFalse;
    const found = arm.next === null ? arm.leaf : walk(arm.next, args);
    if (found !== null) return found;
  }
  return null;
}

function holds({ argument, high, test, mask, datum }: TestNode, args: readonly bigint[]): boolean {
  const value = args[argument] ?? 0n;
  const word = BigInt.asUintN(32, high ? value >> 32n : value) & mask;
  if (test === 'greater') return word > datum;
  return test === 'at-least' ? word >= datum : word === datum;
}

function insert(level: Level, added: TestNode): boolean {
  for (const [index, present] of level.entries()) {
    if (sameTest(present, added)) return merge(present, added);
    if (comesAfter(present, added)) {
      level.splice(index, 0, added);
      return true;
    }
  }
  level.push(added);
  return true;
}

function sameTest(a: TestNode, b: TestNode): boolean {
  return rank(a) === rank(b) && a.test === b.test && a.datum === b.datum && a.mask === b.mask;
}

function comesAfter(present: TestNode, added: TestNode): boolean {
  const difference = rank(present) - rank(added) || OPERATOR_RANK[present.operator] - OPERATOR_RANK[added.operator];
  if (difference !== 0) return difference < 0;
  const smallestFirst = OPERATOR_RANK[present.operator] === OPERATOR_RANK.SCMP_CMP_LT;
  return smallestFirst ? present.datum > added.datum : present.datum < added.datum;
}

function rank({ argument, high }: TestNode): number {
  return argument * 2 + (high ? 1 : 0);
}

const OPERATOR_RANK = {
  SCMP_CMP_EQ: 3,
  SCMP_CMP_MASKED_EQ: 3,
  SCMP_CMP_NE: 3,
  SCMP_CMP_LT: 2,
  SCMP_CMP_LE: 2,
  SCMP_CMP_GE: 1,
  SCMP_CMP_GT: 1,
} as const;

function merge(present: TestNode, added: TestNode): boolean {
  if (!mergeLeaf(present, added, 'onTrue') || !mergeLeaf(present, added, 'onFalse')) return false;
  for (const side of ['onTrue', 'onFalse'] as const) {
    const next = added[side].next;
    if (next === null) continue;
    if (present[side].leaf !== null) return true;
    const below = present[side].next;
    if (below === null) present[side].next = next;
    else if (!next.every((node) => insert(below, node))) return false;
  }
  return true;
}

function mergeLeaf(present: TestNode, added: TestNode, side: 'onTrue' | 'onFalse'): boolean {
  const leaf = added[side].leaf;
  if (leaf === null) return true;
  const arm = present[side];
  if (arm.leaf === null) {
    if (arm.next !== null && !allLeadTo(arm.next, leaf.outcome)) return false;
    arm.leaf = leaf;
    arm.next = null;
    return true;
  }
  if (sameOutcome(arm.leaf.outcome, leaf.outcome)) return true;
  if (side === 'onTrue' && added.high && added.full > present.full) arm.leaf = leaf;
  return !isEnd(present) && !isEnd(added);
}

function allLeadTo(level: Level, outcome: Outcome): boolean {
  const agrees = ({ leaf, next }: Arm): boolean =>
    (leaf === null || sameOutcome(leaf.outcome, outcome)) && (next === null || allLeadTo(next, outcome));
  return level.every(({ onTrue, onFalse }) => agrees(onTrue) && agrees(onFalse));
}

function isEnd({ onTrue, onFalse }: TestNode): boolean {
  return onTrue.next === null && onFalse.next === null;
}
