import type { Finding } from '../finding.js';
import { ruleOf } from '../rules.js';
import type { SyscallRisk } from '../seccomp/risk.js';
import { placeOfProfile, type FitSubject } from './fit-subject.js';
import { countOf, listNames } from './list-names.js';
import { placeToAllow } from './profile-place.js';
import type { LoosenessReport, SyscallRow } from './syscall-report.js';

const TIERS: readonly SyscallRisk['tier'][] = ['T3', 'T2', 'T1', 'T0'];

/**
 * One finding about the calls that are allowed and not used by the service, the riskiest tier first; a note while
 * they cost little. Empty without any.
 */
export function excessFindings(
  subject: FitSubject,
  rows: readonly SyscallRow[],
  { score, warnAbove }: Pick<LoosenessReport, 'score' | 'warnAbove'>,
): readonly Finding[] {
  const excess = rows.filter(({ state }) => state === 'excess' || state === 'tester');
  if (excess.length === 0) return [];
  const { service, profile } = subject;
  return [
    {
      rule: 'excess-syscalls',
      severity: score !== null && score <= warnAbove ? 'note' : ruleOf('excess-syscalls').severity,
      service: service.name,
      message: `${excess.length} of ${countOf(rows.length, 'allowed syscall')} ${excess.length === 1 ? 'is' : 'are'} not used by the service in these tests: ${describeTiers(excess)}${describeTesters(excess)}`,
      advice:
        profile === null
          ? 'Give the service a profile of its own; tightfit minimize writes one.'
          : 'Remove the unused calls, or add exceptions with a reason and an expiry for what the tests cannot reach.',
      location: profile === null ? placeOfProfile(subject) : placeToAllow(profile),
      grants: excess.map(({ name }) => name).sort(),
    },
  ];
}

function describeTiers(excess: readonly SyscallRow[]): string {
  return TIERS.map((tier) => ({ tier, names: namesOf(excess.filter((row) => row.tier === tier)) }))
    .filter(({ names }) => names.length > 0)
    .map(({ tier, names }) => `${names.length} ${tier} (${listNames(names)})`)
    .join(', ');
}

/** Without them the service works, but not the commands that tests and health checks run inside. */
function describeTesters(excess: readonly SyscallRow[]): string {
  const names = namesOf(excess.filter(({ state }) => state === 'tester'));
  return names.length === 0 ? '' : `; commands that tests run inside the container use ${listNames(names)}`;
}

function namesOf(rows: readonly SyscallRow[]): readonly string[] {
  return rows.map(({ name }) => name).sort();
}
