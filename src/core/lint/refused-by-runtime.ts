import { quote } from '../excerpt.js';
import { runtimeRefusal } from '../seccomp/runtime-traits.js';
import { applies } from '../seccomp/rule-scope.js';
import type { LintContext, Observation } from './rule.js';

/** What one runtime ignores another refuses. */
export function refusedByRuntime({ confined, environment, capabilities }: LintContext): readonly Observation[] {
  if (confined === null) return [];
  const facts = { ...environment, arch: environment.machine, capabilities: new Set(capabilities.bounding) };
  const rules = confined.profile.rules.filter((rule) => applies(rule, facts));
  const refusal = runtimeRefusal({ ...confined.profile, rules }, environment);
  if (refusal === null) return [];
  return [
    {
      message: `an error number is given for ${quote(refusal.action)}, which takes none: crun refuses the profile, and the container does not start`,
      advice: 'Remove the error number.',
      location: refusal.location,
    },
  ];
}
