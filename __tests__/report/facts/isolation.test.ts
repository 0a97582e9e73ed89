import { describe, expect, it } from '@jest/globals';
import type { ProcessSurroundings, SurroundingsFacts } from '../../../src/core/smoke/surroundings.js';
import { isolation } from '../../../src/report/facts/isolation.js';

const INIT: ProcessSurroundings = {
  pid: 100,
  lineage: 'smbd',
  inCgroup: true,
  namespaces: [
    { kind: 'net', id: 1, host: false },
    { kind: 'pid', id: 2, host: false },
    { kind: 'user', id: 3, host: true },
  ],
  uidMap: { identity: true, zero: 0 },
  gidMap: { identity: true, zero: 0 },
  root: { device: '0:73', mountReadOnly: true, superReadOnly: false },
};
const LIMITS: SurroundingsFacts['limits'] = {
  pids: 64,
  memory: 268435456,
  memoryAndSwap: 268435456,
  cpus: 'unlimited',
};

function told(process: Partial<ProcessSurroundings>, limits: Partial<SurroundingsFacts['limits']> = {}): string | null {
  return isolation({ processes: [{ ...INIT, ...process }], limits: { ...LIMITS, ...limits } });
}

describe('isolation', () => {
  it('tells namespaces, limits and the root mount', () => {
    expect(told({})).toBe(
      "namespaces of its own: net and pid, the host's: user; at most 64 pids, 256 MiB of memory and CPUs unlimited; root read-only",
    );
  });

  it('leaves out what could not be read', () => {
    const nothing = { pids: null, memory: null, memoryAndSwap: null, cpus: null };
    expect(told({ namespaces: null, root: null, uidMap: null }, nothing)).toBeNull();
    expect(isolation(null)).toBeNull();
  });

  it('tells who root is when ids are remapped', () => {
    expect(told({ uidMap: { identity: false, zero: 100000 } })).toContain('uid 0 is 100000 on the host');
    expect(told({ uidMap: { identity: false, zero: null } })).toContain('uid 0 is nobody on the host');
  });

  it("tells a rootless engine's namespaces from the host's", () => {
    const namespaces = [
      { kind: 'net', id: 1, host: false },
      { kind: 'time', id: 2, host: true },
      { kind: 'user', id: 3, host: true, engine: true },
    ] as const;
    const text = told({ namespaces, uidMap: { identity: false, zero: 1001 } });
    expect(text).toContain("namespaces of its own: net, the engine's: user, the host's: time; ");
    expect(text).toContain('uid 0 is 1001 on the host');
  });

  it('does not call a namespace its own when one process shares the host', () => {
    const facts = {
      processes: [INIT, { ...INIT, namespaces: [{ kind: 'net', id: 9, host: true } as const] }],
      limits: LIMITS,
    };
    expect(isolation(facts)).toContain("namespaces of its own: pid, the host's: user and net");
  });
});
