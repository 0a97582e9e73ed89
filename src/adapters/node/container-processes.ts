import { join } from 'node:path';
import { isInContainer } from '../../core/smoke/container-cgroup.js';
import type { ProcessFacts } from '../../core/smoke/outcome.js';
import { parseStatus } from './proc-text.js';
import { processFamily } from './process-family.js';
import { readOrNothing } from './read-or-nothing.js';

/**
 * Init of a container and all that descends from it; `null` when `proc` does not show init as that container's. Reads without a
 * pause in between, as processes come and go meanwhile; those that go are left out.
 * @param proc the folder /proc
 * @param container the full id
 */
export function containerProcesses(proc: string, container: string, initPid: number): readonly ProcessFacts[] | null {
  if (!isInContainer(readOrNothing(join(proc, String(initPid), 'cgroup')), container)) return null;
  const facts = processFamily(proc, initPid).flatMap(({ pid, lineage }) => {
    const status = parseStatus(readOrNothing(join(proc, String(pid), 'status')));
    return status === null ? [] : [{ pid, lineage, ...status }];
  });
  return facts.length === 0 ? null : facts;
}
