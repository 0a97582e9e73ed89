import { describe, expect, it } from '@jest/globals';
import { compareLabels, type LabelledRun } from '../../../src/core/fit/labels-in-force.js';
import type { RunOptions } from '../../../src/core/policy/policy.js';
import { parseSecurityLabel } from '../../../src/core/smoke/security-label.js';
import { judge } from '../../../src/core/verdict.js';
import { sampleService } from '../../support/sample-service.js';
import { sampleMember, sampleSurroundings } from '../../support/sample-surroundings.js';

type Choice = Partial<Pick<RunOptions, 'appArmor' | 'label'>>;

const WEB: Choice = { appArmor: { kind: 'profile', name: 'web' } };
const OFF: Choice = { appArmor: { kind: 'unconfined' }, label: { kind: 'disabled' } };
const TYPE: Choice = { label: { kind: 'parts', parts: { type: 'web_t', level: 's0:c1' } } };

function run(choice: Choice, labels: readonly string[], modules: LabelledRun['modules'] = ['apparmor']): LabelledRun {
  const processes = labels.map((text) => ({ ...sampleMember(), label: parseSecurityLabel(text) }));
  return { service: sampleService({ run: choice }), surroundings: sampleSurroundings({ processes }), modules };
}

function say(subject: LabelledRun): readonly string[] {
  return compareLabels(subject).map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);
}

describe('a profile', () => {
  it('in force as declared is nothing to tell', () => {
    expect(say(run(WEB, ['web (enforce)', 'web//child (enforce)//&web (enforce)']))).toEqual([]);
    expect(say(run({}, ['docker-default (enforce)']))).toEqual([]);
    expect(say(run(OFF, ['unconfined']))).toEqual([]);
  });

  it('in complain mode is looser', () => {
    expect(say(run(WEB, ['web (complain)']))).toEqual([
      expect.stringMatching(
        /^error in-force-looser: .* runs under AppArmor profile web \(complain\): complain mode logs .* and refuses nothing$/,
      ),
    ]);
  });

  it.each(['unconfined', 'other (unconfined)'])('that is not there is looser: %s', (label) => {
    expect(say(run(WEB, ['web (enforce)', label]))).toEqual([expect.stringMatching(/^error in-force-looser: /)]);
  });

  it('that is another one differs', () => {
    expect(say(run(WEB, ['docker-default (enforce)']))).toEqual([
      expect.stringMatching(
        /^warning in-force-differs: .* under AppArmor profile docker-default \(enforce\), and the policy declares profile web$/,
      ),
    ]);
    expect(say(run(OFF, ['docker-default (enforce)']))).toHaveLength(1);
  });

  it('on a machine without AppArmor leaves the service unjudged', () => {
    const findings = compareLabels(run(WEB, [], []));
    expect(findings).toMatchObject([
      {
        rule: 'security-label-not-in-force',
        message: 'apparmor=web is not in force: the engine confines no container with AppArmor on this machine',
      },
    ]);
    expect(judge(findings)).toBe('unjudged');
  });

  it('that is turned off is in force on every machine', () => {
    expect(say(run(OFF, [], []))).toEqual([]);
  });
});

describe('a label', () => {
  it('in force as declared is nothing to tell', () => {
    expect(say(run(TYPE, ['system_u:system_r:web_t:s0:c1'], ['selinux']))).toEqual([]);
  });

  it('of which a part is another one differs', () => {
    expect(say(run(TYPE, ['system_u:system_r:container_t:s0:c1'], ['selinux']))).toEqual([
      expect.stringMatching(/^warning in-force-differs: .*:container_t:s0:c1, and the policy declares type web_t$/),
    ]);
  });

  it('on a machine without SELinux leaves the service unjudged', () => {
    expect(say(run(TYPE, []))).toEqual([
      'error security-label-not-in-force: label=type:web_t, label=level:s0:c1 is not in force: the engine confines no container with SELinux on this machine',
    ]);
  });
});

it('what was not seen is not told of', () => {
  expect(compareLabels({ ...run(WEB, []), surroundings: null })).toEqual([]);
});
