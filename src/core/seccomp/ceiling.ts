import { goesThrough, outcomeOf } from './action.js';
import { dockerDefault } from './docker-default.js';
import type { Profile, SyscallRule } from './profile.js';

/**
 * Docker's default profile and, beyond it, what this profile lets through: a service that fails under the one or the other gets
 * a chance under both. What Docker's default refuses by a rule of its own (clone3) stays refused.
 */
export function atLeastDockerDefault(profile: Profile): Profile {
  const base = dockerDefault();
  if (passes(profile.defaultAction)) return { ...base, defaultAction: 'SCMP_ACT_ALLOW', rules: [] };
  const refused = new Set(base.rules.filter(({ action }) => !passes(action)).flatMap(({ names }) => names));
  const allowed = profile.rules.filter(({ action }) => passes(action)).map((rule) => withoutNames(rule, refused));
  return { ...base, rules: [...base.rules, ...allowed.filter(({ names }) => names.length > 0)] };
}

function passes(action: Profile['defaultAction']): boolean {
  return goesThrough(outcomeOf(action, null));
}

function withoutNames(rule: SyscallRule, left: ReadonlySet<string>): SyscallRule {
  return { ...rule, action: 'SCMP_ACT_ALLOW', names: rule.names.filter((name) => !left.has(name)) };
}
