import type { Container } from './thread.js';
import type { UsageRows } from './usage-rows.js';

/** Which container a record is about, as far as the engine has told. */
export interface Subject {
  /** `null` until it is known. */
  readonly container: string | null;
  /** Host pid of its first process; 0 when unknown. */
  readonly pid: number;
}

/** What the subject did; after a restart it is several containers to the kernel. `null` when it was never seen. */
export function rowsOf(subject: Subject, containers: readonly Container[]): UsageRows | null {
  const all = containers.filter((container) => isSubject(subject, container)).map(({ usage }) => usage.rows());
  if (all.length === 0) return null;
  return {
    calls: all.flatMap(({ calls }) => calls),
    capabilities: all.flatMap(({ capabilities }) => capabilities),
    refusals: all.flatMap(({ refusals }) => refusals),
    denials: all.flatMap(({ denials }) => denials),
    facts: all.flatMap(({ facts }) => facts),
    compat: all.flatMap(({ compat }) => compat),
    files: all.flatMap(({ files }) => files),
  };
}

/** What is said of a container that was never seen. */
export const NO_ROWS: UsageRows = {
  calls: [],
  capabilities: [],
  refusals: [],
  denials: [],
  facts: [],
  compat: [],
  files: [],
};

/** Whether a record is about this container. */
export function isSubject({ container, pid }: Subject, { id, root }: Container): boolean {
  return id === null ? root === pid : id === container;
}
