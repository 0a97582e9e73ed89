import { describe, expect, it } from '@jest/globals';
import { explainFailure } from '../../../src/core/fit/explain-failure.js';
import type { Explanation } from '../../../src/core/fit/explanation.js';
import { parseSecurityLabel } from '../../../src/core/smoke/security-label.js';
import type { Denial, KernelRecord, ModuleRefusal } from '../../../src/core/trace/record.js';
import { failedAt, fitSubject } from '../../support/sample-fit.js';
import { refusal, sampleRecord } from '../../support/sample-record.js';
import { sampleMember, sampleSurroundings } from '../../support/sample-surroundings.js';

const DENIED: Denial = {
  syscall: 'mount',
  errno: 13,
  phase: 'service',
  program: 'web',
  count: 1,
  firstStep: 'answers',
  lastStep: 'answers',
};
const LOGGED: ModuleRefusal = {
  module: 'apparmor',
  enforced: true,
  subject: 'web-profile',
  operation: 'mount',
  target: '/tmp/',
  program: 'mount',
  step: 'answers',
  count: 1,
};

function explain(record: Partial<KernelRecord>, label = 'docker-default (enforce)'): readonly Explanation[] {
  const processes = [{ ...sampleMember(), label: parseSecurityLabel(label) }];
  const declared = { works: false, steps: failedAt('answers'), surroundings: sampleSurroundings({ processes }) };
  return explainFailure(fitSubject({ record: sampleRecord(record), declared }));
}

describe('what the log proves', () => {
  it('names the profile, the operation and what it was on', () => {
    expect(explain({ moduleRefusals: [LOGGED], denied: [DENIED] })).toMatchObject([
      {
        kind: 'module',
        message:
          'step "answers" failed: mount was refused the operation mount on /tmp/ by the AppArmor profile web-profile, as the kernel\'s log says',
        advice: expect.stringContaining('apparmor=NAME') as unknown,
        location: { file: 'tightfit.yml' },
      },
    ]);
  });

  it('names the context of SELinux', () => {
    const logged = {
      ...LOGGED,
      module: 'selinux',
      subject: 'u:r:container_t:s0',
      operation: 'read',
      target: '',
    } as const;
    expect(explain({ moduleRefusals: [logged] })[0]).toMatchObject({
      message: expect.stringContaining('was refused the operation read by SELinux, as u:r:container_t:s0,') as unknown,
      advice: expect.stringContaining('label=type:TYPE') as unknown,
    });
  });

  it.each([
    ['was only logged', { enforced: false }],
    ['belongs to another step', { step: 'ready' }],
    ['is the runtime taking the profile', { operation: 'change_onexec' }],
  ])('does not count when it %s', (_, change) => {
    expect(explain({ moduleRefusals: [{ ...LOGGED, ...change }] })).toEqual([]);
  });

  it('comes before what the filter refused', () => {
    const found = explain({ moduleRefusals: [LOGGED], refused: [refusal('chmod', DENIED)] });
    expect(found.map(({ kind }) => kind)).toEqual(['module', 'syscall']);
  });
});

describe('without proof', () => {
  it('the module in force is named as a possibility', () => {
    expect(explain({ denied: [DENIED] })[0]?.message).toBe(
      'step "answers" failed: web was refused mount (EACCES) after seccomp let it through and without a capability being ' +
        'refused: possibly by AppArmor profile docker-default (enforce), which denies it without a message',
    );
    expect(explain({ denied: [{ ...DENIED, syscall: 'openat' }] }, 'web (enforce)')[0]?.message).toMatch(
      /: possibly by AppArmor profile web \(enforce\)$/,
    );
  });

  it.each([
    ['no module is in force', DENIED, 'unconfined'],
    ['the profile only complains', DENIED, 'docker-default (complain)'],
    ['nothing is known of modules', DENIED, ''],
    ['it was in another step', { ...DENIED, firstStep: 'ready', lastStep: 'ready' }, 'docker-default (enforce)'],
    ['the answer was EPERM', { ...DENIED, errno: 1 }, 'docker-default (enforce)'],
  ])('nothing is said when %s', (_, denied, label) => {
    expect(explain({ denied: [denied] }, label)).toEqual([]);
  });
});
