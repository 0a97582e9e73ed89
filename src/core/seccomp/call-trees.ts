import { outcomeOf, sameOutcome, type Outcome } from './action.js';
import { DecisionTree } from './decision-tree.js';
import { multiplexed } from './multiplexed.js';
import type { ArgumentCondition, SyscallRule } from './profile.js';
import { libseccompSince, type LibseccompVersion } from './syscalls.js';
import type { ArgumentWidth } from './test-chain.js';

/** A rule that libseccomp refuses beside an earlier one for the same call. */
export interface Conflict {
  readonly name: string;
  readonly rule: SyscallRule;
}

/** The rules that count, and what they are added to. */
export interface RuleSet {
  readonly rules: readonly SyscallRule[];
  readonly defaultOutcome: Outcome;
  readonly libseccomp: LibseccompVersion;
  /** How many conditions of a rule the runtime reads. */
  readonly mostConditions: number;
}

/** How an ABI passes arguments. */
export interface CallConvention {
  readonly width: ArgumentWidth;
  /** Whether socket and IPC calls are also made through `socketcall` and `ipc`. */
  readonly multiplexes: boolean;
}

/** The decision trees of one ABI by name; names of other ABIs have one too, for libseccomp compares their rules as well. */
export interface CallTrees {
  readonly trees: ReadonlyMap<string, DecisionTree>;
  readonly conflicts: readonly Conflict[];
}

/** The names a rule set speaks of that its libseccomp knows, in order. */
export function knownNames({ rules, libseccomp }: RuleSet): readonly string[] {
  return rules.flatMap(({ names }) => names).filter((name) => isKnown(name, libseccomp));
}

/**
 * Adds every rule for every name. A rule that says what the default says is left out, as runc and crun do.
 * Source: https://github.com/opencontainers/runc/blob/v1.3.0/libcontainer/seccomp/seccomp_linux.go (matchCall)
 */
export function buildCallTrees(ruleSet: RuleSet, convention: CallConvention): CallTrees {
  const trees = new Map<string, DecisionTree>();
  const conflicts: Conflict[] = [];
  for (const rule of ruleSet.rules) {
    const args = rule.args.slice(0, ruleSet.mostConditions);
    const outcome = outcomeOf(rule.action, rule.errnoRet);
    if (sameOutcome(outcome, ruleSet.defaultOutcome)) continue;
    for (const name of rule.names) {
      if (!isKnown(name, ruleSet.libseccomp)) continue;
      const fits = additions({ ...rule, args }, name, convention).map(({ target, conditions }) =>
        treeOf(trees, target, convention).add({ conditions, outcome, rule }),
      );
      if (fits.includes(false)) conflicts.push({ name, rule });
    }
  }
  return { trees, conflicts };
}

function isKnown(name: string, libseccomp: LibseccompVersion): boolean {
  const since = libseccompSince(name);
  return since !== null && since <= libseccomp;
}

function treeOf(trees: Map<string, DecisionTree>, name: string, { width }: CallConvention): DecisionTree {
  const tree = trees.get(name) ?? new DecisionTree(width);
  trees.set(name, tree);
  return tree;
}

interface Addition {
  readonly target: string;
  readonly conditions: readonly ArgumentCondition[];
}

/** In the multiplexed form the selector takes the place of a condition on the first argument. */
function additions(rule: SyscallRule, name: string, { multiplexes }: CallConvention): readonly Addition[] {
  const mux = multiplexes ? multiplexed(name) : null;
  return alternatives(rule.args).flatMap((conditions) => {
    const own = { target: name, conditions };
    if (mux === null) return [own];
    const selects: ArgumentCondition = {
      index: 0,
      operator: 'SCMP_CMP_EQ',
      value: mux.selector,
      valueTwo: 0n,
      location: rule.location,
    };
    return [{ target: mux.through, conditions: [selects, ...conditions.filter(({ index }) => index > 0)] }, own];
  });
}

/** Two conditions on one argument turn every condition of the rule into a rule of its own. */
function alternatives(args: readonly ArgumentCondition[]): readonly (readonly ArgumentCondition[])[] {
  const distinct = new Set(args.map(({ index }) => index)).size;
  return distinct === args.length ? [args] : args.map((condition) => [condition]);
}
