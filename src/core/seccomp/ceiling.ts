import { goesThrough, outcomeOf } from './action.js';
import type { Profile, SyscallRule } from './profile.js';

/** The profile that lets everything through: what a container without seccomp runs under. */
export function withoutLimits(base: Profile): Profile {
  return { ...base, defaultAction: 'SCMP_ACT_ALLOW', rules: [] };
}

/**
 * An engine's default profile and, beyond it, what a profile lets through: a service that fails under the one or the other gets
 * a chance under both. What the default refuses by a rule of its own (clone3) stays refused.
 */
export function atLeast(base: Profile, profile: Profile): Profile {
  if (passes(profile.defaultAction)) return withoutLimits(base);
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
