import { compareText } from '../finding.js';
import type { SyscallRule } from '../seccomp/profile.js';
import { deadNames, type DeadName } from './dead-rule.js';
import type { LintContext } from './rule.js';

/** The dead names of one rule that another rule decides. */
export interface DeadGroup {
  readonly rule: SyscallRule;
  readonly by: SyscallRule;
  /** In the order they are written. */
  readonly dead: readonly DeadName[];
  /** Sorted, each once. */
  readonly names: readonly string[];
}

/** Dead names of a kind, told together where one rule takes them from another. */
export function deadGroups(context: LintContext, kind: DeadName['kind']): readonly DeadGroup[] {
  const groups: { rule: SyscallRule; by: SyscallRule; dead: DeadName[] }[] = [];
  for (const dead of deadNames(context).filter((found) => found.kind === kind)) {
    const group = groups.find(({ rule, by }) => rule === dead.rule && by === dead.by);
    if (group === undefined) groups.push({ rule: dead.rule, by: dead.by, dead: [dead] });
    else group.dead.push(dead);
  }
  return groups.map((group) => ({
    ...group,
    names: [...new Set(group.dead.map(({ name }) => name))].sort(compareText),
  }));
}
