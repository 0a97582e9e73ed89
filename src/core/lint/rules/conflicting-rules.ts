import { quote } from '../../excerpt.js';
import type { Conflict } from '../../seccomp/call-trees.js';
import type { LintContext, LintRule, Observation } from '../rule.js';
import { refusedByRuntime } from '../refused-by-runtime.js';

/** A profile that reads well may still be one that libseccomp or the runtime refuses to load. */
export const CONFLICTING_RULES: LintRule = {
  id: 'profile-invalid',
  check: (context) => [...conflictingRules(context), ...refusedByRuntime(context)],
};

function conflictingRules({ confined }: LintContext): readonly Observation[] {
  return distinct(confined?.filter.conflicts ?? []).map(({ name, rule }) => ({
    message: `this rule for ${quote(name)} contradicts an earlier one for the same arguments: libseccomp refuses it, and the container does not start`,
    advice: 'Remove one of them.',
    location: rule.nameLocations[rule.names.indexOf(name)] ?? rule.location,
    grants: [name],
  }));
}

/** A rule may conflict once for each ABI and each of its conditions. */
function distinct(conflicts: readonly Conflict[]): readonly Conflict[] {
  return conflicts.filter(
    (conflict, index) =>
      index === conflicts.findIndex(({ name, rule }) => name === conflict.name && rule === conflict.rule),
  );
}
