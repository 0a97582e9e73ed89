import type { Finding } from '../finding.js';
import { ruleOf } from '../rules.js';
import { describeRefuser, placeOfProfile, type FitSubject } from './fit-subject.js';
import { listNames } from './list-names.js';
import { spanSteps } from './step-range.js';
import type { RefusedRow } from './syscall-report.js';

/**
 * Notes about calls that were refused although the service works, one for each call and answer. Refusals by a filter that the
 * service loaded itself are its own business.
 */
export function refusedSurvived(subject: FitSubject, rows: readonly RefusedRow[]): readonly Finding[] {
  const byCall = new Map<string, RefusedRow[]>();
  for (const row of rows.filter(({ ownFilter }) => !ownFilter)) {
    const key = `${row.name ?? ''} ${row.answer}`;
    byCall.set(key, [...(byCall.get(key) ?? []), row]);
  }
  return [...byCall.values()].flatMap((same) => survived(subject, same));
}

function survived(subject: FitSubject, rows: readonly RefusedRow[]): readonly Finding[] {
  const [first] = rows;
  const span = spanSteps(
    rows,
    subject.declared.steps.map(({ name }) => name),
  );
  if (first === undefined || span === null) return [];
  const { name, answer } = first;
  const programs = [...new Set(rows.map(({ program }) => program))].sort();
  const when =
    span.firstStep === span.lastStep
      ? `in step "${span.firstStep}"`
      : `from step "${span.firstStep}" to step "${span.lastStep}"`;
  return [
    {
      rule: 'refused-survived',
      severity: ruleOf('refused-survived').severity,
      service: subject.service.name,
      message: `${listNames(programs)} ${programs.length === 1 ? 'was' : 'were'} refused ${name ?? 'a call that the kernel does not name'} (${answer}) ${when} by ${describeRefuser(subject)}, and the service works`,
      advice: 'Allow it only if something that these tests do not reach needs it.',
      location: first.location ?? placeOfProfile(subject),
      grants: name === null ? [] : [name],
    },
  ];
}
