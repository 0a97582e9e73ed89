import {
  NAMESPACE_KINDS,
  type ProcessSurroundings,
  type SurroundingsFacts,
} from '../../src/core/smoke/surroundings.js';

const FIRST_ID = 4_026_532_474;

/** An isolated process with a read-only root, unless told otherwise. User and time namespace are the host's, as with Docker. */
export function sampleMember(changes: Partial<ProcessSurroundings> = {}): ProcessSurroundings {
  return {
    pid: 100,
    lineage: 'serve',
    inCgroup: true,
    namespaces: NAMESPACE_KINDS.map((kind, index) => ({
      kind,
      id: FIRST_ID + index,
      host: kind === 'user' || kind === 'time',
    })),
    uidMap: { identity: true, zero: 0 },
    gidMap: { identity: true, zero: 0 },
    root: { device: '0:73', mountReadOnly: true, superReadOnly: false },
    ...changes,
  };
}

/** What surrounds a container of `sampleService`, as declared, unless told otherwise. */
export function sampleSurroundings(changes: Partial<SurroundingsFacts> = {}): SurroundingsFacts {
  const memory = 256 * 1024 * 1024;
  return {
    processes: [sampleMember()],
    limits: { pids: 64, memory, memoryAndSwap: memory, cpus: 'unlimited' },
    ...changes,
  };
}
