import { describe, expect, it } from '@jest/globals';
import { privilegeGains } from '../../../src/core/fit/privilege.js';
import { fakeProcess } from '../../support/fake-world.js';

const MASTER = fakeProcess({ lineage: 'nginx' });
const NONE = '0000000000000000';
const WORKER = fakeProcess({ lineage: 'nginx > nginx', uid: 33, gid: 33, capEff: NONE, capPrm: NONE });

describe('privilegeGains', () => {
  it('sees a worker that stays root although its master may be root', () => {
    const stayed = fakeProcess({ lineage: 'nginx > nginx' });
    const gains = privilegeGains({ processes: [MASTER, WORKER], declaredBeyond: 0n }, [MASTER, stayed]);
    expect(gains).toHaveLength(1);
    expect(gains[0]?.gains).toEqual([
      'runs as uid 0, there as 33',
      'runs as gid 0, there as 33',
      expect.stringContaining('has CHOWN, DAC_OVERRIDE'),
      expect.stringContaining('in its permitted set'),
    ]);
  });

  it('has nothing to say about less privilege', () => {
    const less = { ...WORKER, capBnd: NONE, noNewPrivs: true };
    expect(privilegeGains({ processes: [MASTER, WORKER], declaredBeyond: 0n }, [MASTER, less])).toEqual([]);
  });

  it('compares a process the baseline never showed with its nearest known ancestor', () => {
    const helper = fakeProcess({ lineage: 'nginx > nginx > helper', uid: 0 });
    const [gain] = privilegeGains({ processes: [MASTER, WORKER], declaredBeyond: 0n }, [helper]);
    expect(gain?.gains[0]).toBe('runs as uid 0, there as 33');
  });

  it('lets a capability pass that the declaration grants on purpose', () => {
    const sysAdmin = fakeProcess({ lineage: 'nginx', capEff: '00000000a82425fb', capPrm: MASTER.capPrm });
    const baseline = { processes: [MASTER], declaredBeyond: 1n << 21n };
    expect(privilegeGains(baseline, [sysAdmin])).toEqual([]);
    expect(privilegeGains({ ...baseline, declaredBeyond: 0n }, [sysAdmin])).toHaveLength(1);
  });

  it('sees missing no_new_privs and a missing filter', () => {
    const baseline = { processes: [{ ...MASTER, noNewPrivs: true }], declaredBeyond: 0n };
    const [gain] = privilegeGains(baseline, [{ ...MASTER, seccomp: 0 }]);
    expect(gain?.gains).toEqual([
      'may gain privileges, there no_new_privs is set',
      'has no seccomp filter, there it has one',
    ]);
  });
});
