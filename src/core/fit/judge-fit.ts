import type { Finding } from '../finding.js';
import type { Completeness } from '../trace/record.js';
import { capabilityUsage } from './capability-usage.js';
import { cveReach } from './cve-reach.js';
import { activeExceptions, exceptionFindings } from './exceptions.js';
import { excessFindings } from './excess-findings.js';
import type { FitSubject } from './fit-subject.js';
import { loosenessFindings } from './looseness-findings.js';
import { recordFindings } from './record-findings.js';
import { refusedRows } from './refused-rows.js';
import { refusedSurvived } from './refused-survived.js';
import { couldBeLoose, serviceLooseness, type LoosenessEvidence } from './service-looseness.js';
import { contradictions, syscallUsage, type UsageEvidence } from './syscall-usage.js';
import type { LoosenessReport, SyscallReport, SyscallRow } from './syscall-report.js';

/** How a service's grants fit what it did. */
export interface FitJudgement {
  readonly syscalls: SyscallReport;
  readonly looseness: LoosenessReport;
  readonly findings: readonly Finding[];
}

/**
 * Compares what a service was granted with what it used and was refused. Of a service that failed nothing can be called
 * unused: what it was refused is reported, its looseness is not.
 */
export function judgeFit(subject: FitSubject): FitJudgement {
  const usage = usageEvidence(subject);
  const rows = syscallUsage(usage);
  const evidence = loosenessEvidence(subject, usage, rows);
  const looseness = serviceLooseness(evidence);
  const syscalls = syscallReport(subject, usage, rows);
  const judged = subject.declared.works ? fitFindings(subject, { syscalls, looseness, evidence }) : [];
  const gaps = {
    contradictions: syscalls.contradictions,
    reasons: usage.completeness.reasons,
    unknown: syscalls.states.unknown,
    decisive: rows.some(({ state, tier }) => state === 'unknown' && tier === 'T3') || couldBeLoose(evidence),
  };
  return { syscalls, looseness, findings: [...recordFindings(subject, gaps), ...judged] };
}

function usageEvidence({ filter, floor, declared, service, today }: FitSubject): UsageEvidence {
  return {
    filter,
    record: declared.record,
    completeness: completenessOf(declared),
    floor,
    excepted: new Set(activeExceptions(service.exceptions, today).map(({ grant }) => grant.name)),
    steps: declared.steps.map(({ name }) => name),
  };
}

function completenessOf({ record, unrecorded, works }: FitSubject['declared']): Completeness {
  const reasons = [
    ...(record?.completeness.reasons ?? [unrecorded?.reason ?? 'the run was not recorded']),
    ...(works ? [] : ['the run failed, so what would have come after it was not seen']),
  ];
  return { complete: works && record?.completeness.complete === true, reasons };
}

function loosenessEvidence(
  { reference, grants, service }: FitSubject,
  { record, completeness, excepted }: UsageEvidence,
  rows: readonly SyscallRow[],
): LoosenessEvidence {
  return {
    rows,
    complete: completeness.complete,
    reference,
    granted: grants.map(({ name }) => name),
    capabilities: capabilityUsage({ grants, record, completeness, excepted }),
    limit: service.limits.looseness,
  };
}

function syscallReport(subject: FitSubject, usage: UsageEvidence, rows: readonly SyscallRow[]): SyscallReport {
  const { filter, floor } = subject;
  const { record, completeness } = usage;
  const granted = new Set(rows.map(({ name }) => name));
  const conditionally = rows.filter(({ condition }) => condition !== null).length;
  const tiers = rows.filter(({ state }) => state === 'excess' || state === 'tester').map(({ tier }) => tier);
  return {
    recorded: record !== null,
    completeness,
    capabilitySource: record?.capabilitySource ?? 'none',
    floor,
    allowed: { always: rows.length - conditionally, conditionally },
    states: countEach(
      ['used', 'runtime', 'frozen', 'tester', 'excepted', 'excess', 'unknown'],
      rows.map(({ state }) => state),
    ),
    excessTiers: countEach(['T0', 'T1', 'T2', 'T3'], tiers),
    rows,
    refused: refusedRows(subject, record),
    contradictions: subject.profile === null ? [] : contradictions(usage),
    cves: cveReach(filter, (name) => granted.has(name)),
    blindSpots: record?.blindSpots ?? [],
  };
}

function countEach<Kind extends string>(kinds: readonly Kind[], seen: readonly Kind[]): Readonly<Record<Kind, number>> {
  return Object.fromEntries(kinds.map((kind) => [kind, seen.filter((one) => one === kind).length])) as Record<
    Kind,
    number
  >;
}

interface Fit {
  readonly syscalls: SyscallReport;
  readonly looseness: LoosenessReport;
  readonly evidence: LoosenessEvidence;
}

function fitFindings(subject: FitSubject, { syscalls, looseness, evidence }: Fit): readonly Finding[] {
  const { service, grants, today } = subject;
  const { rows, refused } = syscalls;
  return [
    ...excessFindings(subject, rows, looseness),
    ...loosenessFindings(subject, looseness, { rows, capabilities: evidence.capabilities.excess }),
    ...exceptionFindings(service, { syscalls: rows, capabilities: grants }, today),
    ...refusedSurvived(subject, refused),
  ];
}
