import { listNames } from '../../fit/list-names.js';
import type { ArgumentCondition, SyscallRule } from '../../seccomp/profile.js';
import type { LintContext, LintRule, Observation } from '../rule.js';
import { countingRules } from '../written-rule.js';

export const CONDITIONS_ORED: LintRule = { id: 'conditions-ored', check: conditionsOred };

/**
 * Two conditions on one argument make a rule of each condition, so that any one of them is enough.
 * Source: https://github.com/opencontainers/runc/blob/v1.3.0/libcontainer/seccomp/seccomp_linux.go (matchCall)
 */
function conditionsOred(context: LintContext): readonly Observation[] {
  return countingRules(context).flatMap((rule) => {
    const repeated = rule.args.find((condition, position) => firstOn(rule, condition) < position);
    return repeated === undefined ? [] : [observe(rule, repeated)];
  });
}

function firstOn({ args }: SyscallRule, { index }: ArgumentCondition): number {
  return args.findIndex((condition) => condition.index === index);
}

function observe({ names, args, action }: SyscallRule, { index, location }: ArgumentCondition): Observation {
  return {
    message: `${args.length} conditions on ${listNames(names)}, two of them on argument ${index}: the runtime then makes a rule of each condition, and any one of them is enough for ${action}`,
    advice:
      'If all have to hold, use one SCMP_CMP_MASKED_EQ, or refuse by default and allow single values; if one is enough, write a rule for each value.',
    location,
    grants: names,
  };
}
