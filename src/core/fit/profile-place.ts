import type { Location } from '../finding.js';
import type { Profile, RuleScope, SyscallRule } from '../seccomp/profile.js';

/** What in a profile says what becomes of a call: the name in its rule, else the default. */
export function placeOfCall(profile: Profile, name: string, rule: SyscallRule | null): Location {
  if (rule === null) return profile.locations.get('defaultAction') ?? profile.location;
  return rule.nameLocations[rule.names.indexOf(name)] ?? rule.location;
}

/** Where a name is added so that it is allowed: the largest rule that allows without any condition, else the list of rules. */
export function placeToAllow(profile: Profile): Location {
  const [largest] = profile.rules.filter(allowsAlways).sort((a, b) => b.names.length - a.names.length);
  return largest?.location ?? profile.locations.get('syscalls') ?? profile.location;
}

function allowsAlways({ action, args, includes, excludes }: SyscallRule): boolean {
  return action === 'SCMP_ACT_ALLOW' && args.length === 0 && isEmpty(includes) && isEmpty(excludes);
}

function isEmpty({ capabilities, arches, minKernel }: RuleScope): boolean {
  return capabilities.length === 0 && arches.length === 0 && minKernel === null;
}

/** `profile.json:12`, as messages name a line. */
export function describePlace({ file, line }: Location): string {
  return `${file}:${line}`;
}
