import type { Capability } from '../capability/names.js';
import { capabilityRisk } from '../capability/risk.js';
import type { Finding } from '../finding.js';
import { ruleOf } from '../rules.js';
import { syscallRisk } from '../seccomp/risk.js';
import { placeOfProfile, type FitSubject } from './fit-subject.js';
import { grantedCalls } from './granted-call.js';
import { listNames } from './list-names.js';
import { placeOfCall } from './profile-place.js';
import type { LoosenessReport, SyscallRow } from './syscall-report.js';

/** What is granted beyond use. */
export interface Excess {
  readonly rows: readonly SyscallRow[];
  readonly capabilities: readonly Capability[];
}

/** Findings about a looseness above its limit and about single grants that are too dangerous to lie idle. */
export function loosenessFindings(subject: FitSubject, report: LoosenessReport, excess: Excess): readonly Finding[] {
  return [
    ...exceeded(subject, report, excess),
    ...excess.rows
      .filter(isIdle)
      .filter(isCritical)
      .map((row) => criticalCall(subject, row)),
    ...excess.capabilities
      .filter((name) => capabilityRisk(name).risk === 'critical')
      .map((name) => criticalCapability(subject, name)),
  ];
}

function isIdle({ state }: SyscallRow): boolean {
  return state === 'excess' || state === 'tester';
}

function isCritical({ tier }: SyscallRow): boolean {
  return tier === 'T3';
}

/** Grants named as the largest part of a looseness. */
const HEAVIEST = 5;

function exceeded(subject: FitSubject, report: LoosenessReport, excess: Excess): readonly Finding[] {
  const { limit, warnAbove, syscalls, capabilities } = report;
  const ofCapabilities = (capabilities?.score ?? 0) > (syscalls?.score ?? 0);
  const score = Math.max(syscalls?.score ?? 0, capabilities?.score ?? 0);
  if (score <= Math.min(limit, warnAbove)) return [];
  const part = ofCapabilities ? 'capabilities' : 'syscalls';
  const names = ofCapabilities ? heaviestCapabilities(excess.capabilities) : heaviestCalls(excess.rows);
  const bound = score > limit ? limit : warnAbove;
  return [
    {
      rule: 'looseness-exceeded',
      severity: score > limit ? ruleOf('looseness-exceeded').severity : 'warning',
      service: subject.service.name,
      message: `the looseness of the ${part} is ${score}, above ${bound}; Docker's current default would be 100. The largest part: ${listNames(names, HEAVIEST)}${report.flips ? '. Counting every grant alike, it would be on the other side of the limit' : ''}`,
      advice: 'Remove what is not used, or add exceptions with a reason and an expiry.',
      location: subject.service.at('limits', 'looseness'),
      grants: [...names].sort(),
    },
  ];
}

function heaviestCalls(rows: readonly SyscallRow[]): readonly string[] {
  const idle = rows.filter(isIdle).sort((a, b) => b.weight - a.weight);
  return idle.slice(0, HEAVIEST).map(({ name }) => name);
}

function heaviestCapabilities(names: readonly Capability[]): readonly string[] {
  return [...names].sort((a, b) => capabilityRisk(b).weight - capabilityRisk(a).weight).slice(0, HEAVIEST);
}

function criticalCall(subject: FitSubject, { name }: SyscallRow): Finding {
  const { service, profile, filter } = subject;
  const rule = grantedCalls(filter).find((granted) => granted.name === name)?.rule ?? null;
  const reason = syscallRisk(name)?.reason ?? '';
  return {
    rule: 'critical-excess',
    severity: ruleOf('critical-excess').severity,
    service: service.name,
    message: `${name} is allowed and not used by the service in these tests: ${reason}`,
    advice:
      profile === null
        ? 'Give the service a profile of its own; tightfit minimize writes one.'
        : `Remove ${name} from the profile.`,
    location: profile === null ? placeOfProfile(subject) : placeOfCall(profile, name, rule),
    grants: [name],
  };
}

function criticalCapability({ service }: FitSubject, name: Capability): Finding {
  const index = service.run.capAdd.indexOf(name);
  return {
    rule: 'critical-excess',
    severity: ruleOf('critical-excess').severity,
    service: service.name,
    message: `${name} is granted and not needed in these tests: ${capabilityRisk(name).reason}`,
    advice: index === -1 ? 'Drop it: cap_drop: [ALL] and add back what is needed.' : `Remove ${name} from cap_add.`,
    location: index === -1 ? service.at('run', 'cap_add') : service.at('run', 'cap_add', index),
    grants: [name],
  };
}
