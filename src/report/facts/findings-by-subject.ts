import { compareFindings, type Finding } from '../../core/finding.js';
import type { CheckResult } from '../../core/result.js';

/** Findings that reports for machines keep together. */
export interface SubjectFindings {
  /** `null`: of the policy or the machine as a whole. Foreign text. */
  readonly service: string | null;
  /** In the order of the result. */
  readonly findings: readonly Finding[];
}

/**
 * An entry for every service, findings or not, so that an alert ends where its reason does, and one for what concerns no single
 * service. Where there are more than `most` the last ones share one.
 */
export function findingsBySubject({ services, findings }: CheckResult, most: number): readonly SubjectFindings[] {
  const sorted = findings.toSorted(compareFindings);
  const names = [...new Set([...services.map(({ name }) => name), ...sorted.flatMap(({ service }) => service ?? [])])];
  const own = names.slice(0, most - 1);
  const groups = new Map<string | null, Finding[]>([null, ...own].map((name) => [name, []]));
  for (const finding of sorted) (groups.get(finding.service) ?? groups.get(null) ?? []).push(finding);
  return [...groups].map(([service, members]) => ({ service, findings: members }));
}
