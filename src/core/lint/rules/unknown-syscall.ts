import { quote } from '../../excerpt.js';
import type { Location } from '../../finding.js';
import { replaceString } from '../../seccomp/json-fix.js';
import type { Profile } from '../../seccomp/profile.js';
import { isSyscallName, suggestSyscall } from '../../seccomp/syscalls.js';
import type { LintContext, LintRule, Observation } from '../rule.js';

export const UNKNOWN_SYSCALL: LintRule = { id: 'unknown-syscall', check: unknownSyscall };

const IGNORED = 'no architecture has a call of this name, so the engine ignores it';
const ALL_IGNORED = 'no architecture has calls of these names, so the engine ignores them';

/** A misspelt name is told apart; those that resemble nothing are told together, at the first. */
function unknownSyscall({ profile }: LintContext): readonly Observation[] {
  if (profile === null) return [];
  const strangers: Stranger[] = [];
  const observations: Observation[] = [];
  for (const stranger of strangersOf(profile)) {
    const meant = suggestSyscall(stranger.name);
    if (meant === null) strangers.push(stranger);
    else observations.push(observeMisspelt(stranger, meant));
  }
  const [first] = strangers;
  return first === undefined ? observations : [...observations, observeTogether(strangers, first.location)];
}

interface Stranger {
  readonly name: string;
  /** Where it first stands. */
  readonly location: Location;
  /** Everywhere it stands. */
  readonly locations: Location[];
}

/** Each name once. */
function strangersOf({ rules }: Profile): readonly Stranger[] {
  const found = new Map<string, Stranger>();
  for (const rule of rules) {
    for (const [index, name] of rule.names.entries()) {
      if (isSyscallName(name)) continue;
      const location = rule.nameLocations[index] ?? rule.location;
      const known = found.get(name);
      if (known === undefined) found.set(name, { name, location, locations: [location] });
      else known.locations.push(location);
    }
  }
  return [...found.values()];
}

function observeMisspelt({ name, location, locations }: Stranger, meant: string): Observation {
  const edits = locations.map((place) => replaceString(place, name, JSON.stringify(meant)));
  return {
    message: `unknown syscall ${quote(name)}: ${IGNORED}`,
    advice: `Did you mean ${meant}?`,
    location,
    grants: [name],
    fix: { title: `Write ${meant}.`, edits },
  };
}

function observeTogether(strangers: readonly Stranger[], location: Location): Observation {
  const grants = strangers.map(({ name }) => name);
  const quoted = grants.map((name) => quote(name)).join(', ');
  return {
    message:
      grants.length === 1 ? `unknown syscall ${quoted}: ${IGNORED}` : `unknown syscalls ${quoted}: ${ALL_IGNORED}`,
    advice: 'Remove what is no syscall, or correct its spelling.',
    location,
    grants,
  };
}
