import type { Finding } from '../finding.js';
import type { Service } from '../policy/policy.js';
import type { Severity } from '../severity.js';
import type { ProcessSurroundings } from '../smoke/surroundings.js';

/** One way in which what surrounds a container is not what was declared. */
export interface SurroundingsDifference {
  readonly rule: Extract<Finding['rule'], 'in-force-looser' | 'in-force-differs'>;
  readonly severity: Severity;
  /** One sentence, without an end. */
  readonly message: string;
  readonly advice: string;
  /** Below `run`. */
  readonly path: readonly string[];
  /** Run options or kinds of namespaces. */
  readonly grants: readonly string[];
}

/** How findings name a process. */
export function nameOf({ pid, lineage }: Pick<ProcessSurroundings, 'pid' | 'lineage'>): string {
  return `process "${lineage}" (host pid ${pid})`;
}

/** Differences as findings; of several processes of one lineage that differ alike, one is told. */
export function differenceFindings(
  service: Service,
  differences: readonly SurroundingsDifference[],
): readonly Finding[] {
  const distinct = new Map<string, SurroundingsDifference>();
  for (const difference of differences) {
    const key = `${difference.rule} ${difference.message.replace(/ \(host pid \d+\)/, '')}`;
    if (!distinct.has(key)) distinct.set(key, difference);
  }
  return [...distinct.values()].map(({ path, grants, ...words }) => ({
    ...words,
    service: service.name,
    location: service.at('run', ...path),
    grants: [...grants].sort(),
  }));
}
