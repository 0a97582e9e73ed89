import { describe, expect, it } from '@jest/globals';
import { isIncomplete, mergeSurroundings } from '../../../src/core/smoke/surroundings.js';
import { sampleMember, sampleSurroundings } from '../../support/sample-surroundings.js';

const LIMITS = { pids: 64, memory: 1024, memoryAndSwap: 2048, cpus: 0.5 };

describe('mergeSurroundings', () => {
  it('keeps one process of each lineage and surroundings', () => {
    const worker = sampleMember({ pid: 101, lineage: 'serve > worker' });
    const writable = { ...worker, pid: 102, root: { device: '0:73', mountReadOnly: false, superReadOnly: false } };
    const merged = mergeSurroundings(
      sampleSurroundings({ processes: [sampleMember(), worker] }),
      sampleSurroundings({ processes: [sampleMember(), { ...worker, pid: 103 }, writable] }),
    );
    expect(merged.processes.map(({ pid }) => pid)).toEqual([100, 101, 102]);
  });

  it('keeps the looser of two limits, and the one that is known', () => {
    const first = sampleSurroundings({ limits: LIMITS });
    const second = sampleSurroundings({ limits: { pids: 32, memory: 4096, memoryAndSwap: 'unlimited', cpus: null } });
    const limits = { pids: 64, memory: 4096, memoryAndSwap: 'unlimited', cpus: 0.5 };
    expect(mergeSurroundings(first, second).limits).toEqual(limits);
    expect(mergeSurroundings(second, first).limits).toEqual(limits);
  });
});

describe('isIncomplete', () => {
  it('is so while root could tell more', () => {
    expect(isIncomplete(sampleSurroundings())).toBe(false);
    expect(isIncomplete(sampleSurroundings({ processes: [sampleMember({ namespaces: null })] }))).toBe(true);
    expect(isIncomplete(sampleSurroundings({ processes: [sampleMember({ root: null })] }))).toBe(true);
    expect(isIncomplete(sampleSurroundings({ limits: { ...LIMITS, pids: null } }))).toBe(true);
  });

  it('is not so for what is never told of a process outside the cgroup', () => {
    const outsider = sampleMember({ inCgroup: false, namespaces: null, root: null });
    expect(isIncomplete(sampleSurroundings({ processes: [sampleMember(), outsider] }))).toBe(false);
  });
});
