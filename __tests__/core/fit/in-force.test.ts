import { describe, expect, it } from '@jest/globals';
import { compareInForce } from '../../../src/core/fit/in-force.js';
import { fakeProcess } from '../../support/fake-world.js';
import { sampleService } from '../../support/sample-service.js';

const SETUID = '0000000000000080';
const NONE = '0000000000000000';
const SERVICE = sampleService({ run: { capDrop: ['ALL'], capAdd: ['SETUID'], user: '1000:1000' } });
const FITTING = fakeProcess({
  uid: 1000,
  gid: 1000,
  capEff: NONE,
  capPrm: NONE,
  capBnd: SETUID,
  noNewPrivs: true,
});

function messages(changes: Parameters<typeof fakeProcess>[0]): readonly string[] {
  const findings = compareInForce({ service: SERVICE, bounding: ['SETUID'] }, [{ ...FITTING, ...changes }]);
  return findings.map(({ rule, message }) => `${rule}: ${message}`);
}

describe('compareInForce', () => {
  it('has nothing to say when what is in force is what was declared', () => {
    expect(messages({})).toEqual([]);
  });

  it('names capabilities that nobody granted, by set', () => {
    expect(messages({ capBnd: '0000000000200080' })).toEqual([
      'in-force-looser: process "serve" (host pid 100) has SYS_ADMIN in its bounding set, unlike the policy says',
    ]);
    expect(messages({ capAmb: '0000000000000001' })[0]).toContain('has CHOWN in its ambient set');
  });

  it('misses no_new_privs, a filter and a user', () => {
    expect(messages({ noNewPrivs: false })[0]).toContain('runs without no_new_privs');
    expect(messages({ seccomp: 0 })[0]).toContain('runs without a seccomp filter (mode 0)');
    expect(messages({ uid: 0 })[0]).toContain('runs as root, declared was uid 1000');
  });

  it('tells when the engine granted less', () => {
    expect(messages({ capBnd: NONE })).toEqual([
      'in-force-differs: process "serve" (host pid 100) lacks SETUID in its bounding set, unlike the policy says',
    ]);
  });

  it('lets a program give up its own bounding set later', () => {
    const child = { ...FITTING, lineage: 'serve > worker', capBnd: NONE };
    expect(compareInForce({ service: SERVICE, bounding: ['SETUID'] }, [FITTING, child])).toEqual([]);
  });

  it('says the same of one lineage only once', () => {
    const wrong = { ...FITTING, seccomp: 0 };
    const findings = compareInForce({ service: SERVICE, bounding: ['SETUID'] }, [wrong, { ...wrong, pid: 101 }]);
    expect(findings).toHaveLength(1);
  });

  it('accepts a missing filter where the policy says unconfined', () => {
    const service = sampleService({ run: { seccomp: { kind: 'unconfined' }, noNewPrivileges: true } });
    const process = { ...FITTING, seccomp: 0 };
    expect(compareInForce({ service, bounding: ['SETUID'] }, [process])).toEqual([]);
  });
});
