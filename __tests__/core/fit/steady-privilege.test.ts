import { describe, expect, it } from '@jest/globals';
import { privilegeGains } from '../../../src/core/fit/privilege.js';
import { steadyProcesses } from '../../../src/core/fit/steady-privilege.js';
import type { ProcessFacts } from '../../../src/core/smoke/outcome.js';
import { fakeProcess } from '../../support/fake-world.js';

const FULL = '00000000a80425fb';
const NONE = '0000000000000000';

function process(lineage: string, uid: number, held: string): ProcessFacts {
  return fakeProcess({ lineage, uid, gid: uid, capEff: uid === 0 ? held : NONE, capPrm: held });
}

function gainsOf(runs: readonly (readonly ProcessFacts[])[], actual: ProcessFacts): readonly string[] {
  const baseline = { processes: steadyProcesses(runs), declaredBeyond: 0n };
  return privilegeGains(baseline, [actual]).flatMap(({ gains }) => gains);
}

describe('steadyProcesses', () => {
  const worker = process('nginx > nginx', 33, NONE);
  const rootWorker = process('nginx > nginx', 0, FULL);

  it('does not count a privilege that one run showed for a moment', () => {
    expect(gainsOf([[worker, rootWorker], [worker]], rootWorker)).toContain('runs as uid 0, there as 33');
  });

  it('counts what only one run showed of a process that the others did not see', () => {
    expect(gainsOf([[rootWorker], []], rootWorker)).toEqual([]);
  });

  it('lets a process that put root aside take it up again', () => {
    const child = process('smbd > smbd', 65534, FULL);
    expect(gainsOf([[child], [child]], process('smbd > smbd', 0, FULL))).toEqual([]);
  });

  it('lets nobody be root who only holds another capability', () => {
    const ping = process('ping', 1000, '0000000000002000');
    expect(gainsOf([[ping]], process('ping', 0, '0000000000002000'))).toContain('runs as uid 0, there as 1000');
  });

  it('does not let a process that gave its capabilities away be root again', () => {
    expect(gainsOf([[worker], [worker]], process('nginx > nginx', 0, NONE))).toEqual([
      'runs as uid 0, there as 33',
      'runs as gid 0, there as 33',
    ]);
  });
});
