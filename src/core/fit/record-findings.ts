import type { Finding } from '../finding.js';
import { ruleOf, type RuleId } from '../rules.js';
import type { BlindSpot } from '../trace/record.js';
import { placeOfProfile, type FitSubject } from './fit-subject.js';
import { countOf, listNames } from './list-names.js';

/** What a record leaves open. */
export interface RecordGaps {
  readonly contradictions: readonly string[];
  /** Why "not seen" does not mean "not used", one sentence each. */
  readonly reasons: readonly string[];
  /** Allowed calls that were not seen and may have been used. */
  readonly unknown: number;
  /** Whether the verdict hangs on them. */
  readonly decisive: boolean;
}

/** Findings about the evidence itself: missing, incomplete, blind in places, at odds with the filter. */
export function recordFindings(subject: FitSubject, gaps: RecordGaps): readonly Finding[] {
  const { record, works } = subject.declared;
  if (record === null) return notRecorded(subject);
  return [
    ...(gaps.contradictions.length === 0 ? [] : [contradicted(subject, gaps.contradictions)]),
    ...(record.completeness.complete || !works ? [] : [incomplete(subject, gaps)]),
    ...record.blindSpots.map((spot) => blindSpot(subject, spot)),
  ];
}

type Words = Pick<Finding, 'message' | 'advice'> & Partial<Pick<Finding, 'severity' | 'location' | 'grants'>>;

function about({ service }: FitSubject, rule: RuleId, words: Words): Finding {
  return {
    rule,
    severity: ruleOf(rule).severity,
    service: service.name,
    location: service.at(),
    grants: [],
    ...words,
  };
}

/** A run that nobody wanted recorded is no finding. */
function notRecorded(subject: FitSubject): readonly Finding[] {
  const { unrecorded } = subject.declared;
  if (unrecorded === null) return [];
  const message = `what the service used was not recorded, so no syscall can be called unused: ${unrecorded.reason}`;
  return [about(subject, 'not-recorded', { message, advice: unrecorded.advice })];
}

function contradicted(subject: FitSubject, names: readonly string[]): Finding {
  return about(subject, 'in-force-differs', {
    severity: 'error',
    message: `the kernel let ${listNames(names)} through, which the filter as computed refuses`,
    advice: 'Another profile is in force than the policy names, or Tightfit misreads it: please report it.',
    location: placeOfProfile(subject),
    grants: names,
  });
}

function incomplete(subject: FitSubject, { reasons, unknown, decisive }: RecordGaps): Finding {
  const consequence = decisive
    ? 'which decides whether the service is loose'
    : 'which would not change the verdict whatever it was';
  return about(subject, 'incomplete-record', {
    severity: decisive ? ruleOf('incomplete-record').severity : 'note',
    message: `whether ${countOf(unknown, 'allowed syscall')} ${unknown === 1 ? 'was' : 'were'} used is not known, ${consequence}: ${reasons.join('; ')}`,
    advice: decisive ? 'Run again on a machine with less load, or with tests that do less of the same.' : '',
  });
}

function blindSpot(subject: FitSubject, spot: BlindSpot): Finding {
  return about(subject, 'blind-spot', wordsOf(spot));
}

function wordsOf({ kind, programs }: BlindSpot): Words {
  const who = listNames(programs);
  switch (kind) {
    case 'compat':
      return {
        message: `${who} ran 32-bit code, whose calls have other numbers and are not in the record`,
        advice: 'Look which architectures the profile opens, and whether the image needs 32-bit programs.',
      };
    case 'io_uring':
      return {
        message: `${who} used io_uring, whose operations are no syscalls: neither the filter nor the record sees them`,
        advice: 'Refuse io_uring_setup where the service works without it.',
        grants: ['io_uring_setup'],
      };
    case 'emulation':
      return {
        message: `${who} answered calls of programs it traced, so the record may hold calls that the kernel never made`,
        advice: '',
        grants: ['ptrace'],
      };
  }
}
