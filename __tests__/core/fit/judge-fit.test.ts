import { describe, expect, it } from '@jest/globals';
import { judgeFit, type FitJudgement } from '../../../src/core/fit/judge-fit.js';
import type { Finding } from '../../../src/core/finding.js';
import type { GrantRow } from '../../../src/core/result.js';
import { judge } from '../../../src/core/verdict.js';
import { fitSubject, ofRule, type FitChanges } from '../../support/sample-fit.js';
import { allowing, defaultFilter, profileOf, unconfinedFilter } from '../../support/sample-filter.js';
import { check, refusal, sampleRecord, use } from '../../support/sample-record.js';

const ORDINARY =
  'access chdir chmod dup fchmod flock fsync getdents getitimer kill link listen lseek mkdir mlock msync open pause pipe poll rename rmdir select setsid shutdown stat statfs symlink truncate umask unlink utime vfork wait4 writev'.split(
    ' ',
  );

function judged(changes: FitChanges): FitJudgement {
  return judgeFit(fitSubject({ record: sampleRecord(), ...changes }));
}

function grant(name: GrantRow['name'], state: GrantRow['state']): GrantRow {
  return { kind: 'capability', name, state, evidence: '' };
}

function messages(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ message }) => message);
}

describe('an exact fit', () => {
  it('has no findings and a looseness of 0', () => {
    const { looseness, findings } = judged({
      profile: allowing(['read', 'execve', 'geteuid']),
      record: sampleRecord({ used: [use('read')] }),
      grants: [grant('SETUID', 'needed')],
    });
    expect(findings).toEqual([]);
    expect(looseness).toMatchObject({
      score: 0,
      syscalls: { score: 0 },
      capabilities: { score: 0 },
      limit: 35,
      flips: false,
    });
  });
});

describe('excess syscalls', () => {
  it('are one finding at the rule that allows most, by tier, with every name; a note while they cost little', () => {
    const profile = allowing(['read', 'chmod', 'memfd_create', 'getpriority', 'mkdir']);
    const record = sampleRecord({ used: [use('read'), use('mkdir', { phase: 'exec' })] });
    expect(ofRule(judged({ profile, record }).findings, 'excess-syscalls')).toEqual([
      {
        rule: 'excess-syscalls',
        severity: 'note',
        service: 'web',
        message:
          '4 of 5 allowed syscalls are not used by the service in these tests: 1 T2 (memfd_create), 2 T1 (chmod and mkdir), 1 T0 (getpriority); commands that tests run inside the container use mkdir',
        advice:
          'Remove the unused calls, or add exceptions with a reason and an expiry for what the tests cannot reach.',
        location: { file: 'profile.json', line: 4, column: 5 },
        grants: ['chmod', 'getpriority', 'memfd_create', 'mkdir'],
      },
    ]);
  });

  it('of Docker’s default are at the policy', () => {
    const [finding] = ofRule(judged({ profile: null }).findings, 'excess-syscalls');
    expect(finding).toMatchObject({
      severity: 'warning',
      location: { file: 'tightfit.yml', line: 3 },
      advice: 'Give the service a profile of its own; tightfit minimize writes one.',
    });
  });
});

describe('looseness against its limit', () => {
  const used = sampleRecord({ used: [use('read')] });

  it.each([
    [null, 6, null],
    [null, ORDINARY.length - 5, null],
    [1, 6, 'error'],
    [60, ORDINARY.length, null],
  ] as const)('limit %s, %d calls unused: %s', (limit, calls, severity) => {
    const profile = allowing(['read', ...ORDINARY.slice(0, calls)]);
    const service = { limits: { looseness: limit, unusedCapabilities: 0 } };
    const found = ofRule(judged({ profile, record: used, service }).findings, 'looseness-exceeded');
    expect(found.map((finding) => finding.severity)).toEqual(severity === null ? [] : [severity]);
  });

  it('without a limit of the policy warns above 15 and fails above 35', () => {
    const grants = (...names: GrantRow['name'][]): readonly GrantRow[] => names.map((name) => grant(name, 'unused'));
    const severities = (rows: readonly GrantRow[]): readonly string[] =>
      ofRule(judged({ profile: allowing(['read']), record: used, grants: rows }).findings, 'looseness-exceeded').map(
        ({ severity, message }) => `${severity}: ${message}`,
      );
    expect(severities(grants('NET_RAW'))).toEqual([]);
    expect(severities(grants('NET_RAW', 'KILL'))).toEqual([
      "warning: the looseness of the capabilities is 16.2, above 15; Docker's current default would be 100. The largest part: NET_RAW and KILL",
    ]);
    expect(severities(grants('NET_RAW', 'MKNOD', 'SETFCAP'))).toEqual([
      "error: the looseness of the capabilities is 40.5, above 35; Docker's current default would be 100. The largest part: NET_RAW, MKNOD and SETFCAP. Counting every grant alike, it would be on the other side of the limit",
    ]);
  });

  it('is judged by the larger of syscalls and capabilities', () => {
    const { looseness } = judged({
      profile: allowing(['read', 'chmod']),
      record: used,
      grants: [grant('KILL', 'unused'), grant('SETUID', 'needed')],
    });
    expect(looseness).toMatchObject({ score: 2.9, syscalls: { score: 0.3 }, capabilities: { score: 2.9 } });
  });

  it('calls Docker’s default loose and unconfined looser', () => {
    const byDefault = judged({ profile: null, record: used });
    expect(byDefault.looseness).toMatchObject({ score: 100, syscalls: { score: 100, plain: 100 } });
    expect(judge(byDefault.findings)).toBe('loose');
    expect(judged({ profile: null, filter: unconfinedFilter(), record: used }).looseness.score).toBeGreaterThan(200);
  });
});

describe('critical excess', () => {
  it('fails on its own: a call that Docker’s default refuses, at its name in the profile', () => {
    const profile = allowing(['read', 'keyctl']);
    const { findings, looseness } = judged({ profile, record: sampleRecord({ used: [use('read')] }) });
    expect(looseness.score).toBeLessThan(5);
    expect(ofRule(findings, 'critical-excess')).toMatchObject([
      {
        severity: 'error',
        message:
          "keyctl is allowed and not used by the service in these tests: denied by Docker's current default with its 14 capabilities",
        location: { file: 'profile.json', line: 7 },
        grants: ['keyctl'],
      },
    ]);
    expect(judge(findings)).toBe('loose');
  });

  it('fails on its own: a critical capability', () => {
    const { findings } = judged({
      profile: allowing(['read']),
      grants: [grant('SYS_PTRACE', 'unused')],
      service: { limits: { looseness: 300, unusedCapabilities: 9 } },
    });
    expect(ofRule(findings, 'critical-excess')).toMatchObject([{ severity: 'error', grants: ['SYS_PTRACE'] }]);
  });

  it('is none where it is used, needed or excepted', () => {
    const exceptions = [
      { grant: { kind: 'syscall', name: 'keyctl' }, reason: 'sessions', expires: '2027-03-01' },
    ] as const;
    const { findings } = judged({
      profile: allowing(['read', 'keyctl', 'mount']),
      record: sampleRecord({ used: [use('mount')] }),
      grants: [grant('SYS_ADMIN', 'needed')],
      service: { exceptions },
    });
    expect(ofRule(findings, 'critical-excess')).toEqual([]);
  });
});

describe('an incomplete record', () => {
  const lossy = sampleRecord({
    completeness: { complete: false, reasons: ['12 events were lost'] },
    used: [use('read')],
  });

  it('leaves the verdict open where a call that was not seen could decide it', () => {
    const { findings, looseness } = judged({ profile: allowing(['read', 'keyctl']), record: lossy });
    expect(looseness.score).toBeNull();
    expect(messages(findings)).toEqual([
      'whether 1 allowed syscall was used is not known, which decides whether the service is loose: 12 events were lost',
    ]);
    expect(judge(findings)).toBe('unjudged');
  });

  it('is a note where nothing hangs on it', () => {
    const { findings } = judged({ profile: allowing(['read', 'chmod', 'mkdir']), record: lossy });
    expect(messages(findings)).toEqual([
      'whether 2 allowed syscalls were used is not known, which would not change the verdict whatever it was: 12 events were lost',
    ]);
    expect(judge(findings)).toBe('tight');
  });

  it('leaves the verdict open where many small ones could exceed the limit', () => {
    const service = { limits: { looseness: 5, unusedCapabilities: 0 } };
    const { findings } = judged({ profile: allowing(['read', ...ORDINARY]), record: lossy, service });
    expect(judge(findings)).toBe('unjudged');
  });

  it('does not excuse capabilities that the trials found unneeded', () => {
    const grants = [grant('NET_RAW', 'unused'), grant('MKNOD', 'unused'), grant('SETFCAP', 'unused')];
    const { findings } = judged({ profile: allowing(['read']), record: lossy, grants });
    expect(ofRule(findings, 'looseness-exceeded')).toMatchObject([{ severity: 'error' }]);
  });
});

describe('a run without a record', () => {
  it('says what is missing and judges the capabilities', () => {
    const { findings, looseness } = judged({
      record: null,
      declared: { unrecorded: { reason: 'tracefs needs root', advice: 'Allow sudo without a password.' } },
      grants: [grant('NET_RAW', 'unused'), grant('MKNOD', 'unused'), grant('SETFCAP', 'unused')],
    });
    expect(looseness).toMatchObject({ score: null, syscalls: null, capabilities: { score: 40.5 } });
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'warning not-recorded',
      'error looseness-exceeded',
    ]);
    expect(findings[0]).toMatchObject({
      message: 'what the service used was not recorded, so no syscall can be called unused: tracefs needs root',
      advice: 'Allow sudo without a password.',
    });
  });

  it('that nobody wanted recorded is no finding', () => {
    expect(judged({ record: null }).findings).toEqual([]);
  });
});

describe('a run that failed', () => {
  it('tells what was refused, and calls nothing unused', () => {
    const { findings, syscalls, looseness } = judged({
      declared: { works: false },
      record: sampleRecord({ refused: [refusal('getcwd')] }),
      grants: [grant('SETUID', 'untried')],
    });
    expect(findings).toEqual([]);
    expect(looseness.score).toBeNull();
    expect(syscalls.refused).toHaveLength(1);
    expect(syscalls.states.excess).toBe(0);
  });
});

describe('capabilities without a trial', () => {
  const grants = [grant('CHOWN', 'untried'), grant('SETUID', 'untried')];

  it.each([
    ['asked for', sampleRecord({ capabilities: [check('CHOWN'), check('SETUID')] }), 0],
    ['one never asked for', sampleRecord({ capabilities: [check('SETUID')] }), 5.7],
    [
      'asked for by the tests only',
      sampleRecord({ capabilities: [check('SETUID'), check('CHOWN', { phase: 'exec' })] }),
      5.7,
    ],
    ['unknown where the kernel shows no checks', sampleRecord({ capabilitySource: 'none' }), null],
  ])('%s', (_case, record, score) => {
    expect(judged({ profile: allowing([]), record, grants }).looseness.capabilities?.score ?? null).toBe(score);
  });
});

describe('calls that were refused although the service works', () => {
  const steps = { firstStep: 'ready', lastStep: 'answers' };

  it('are a note each, with program, answer, steps and line', () => {
    const profile = profileOf({
      defaultAction: 'SCMP_ACT_ERRNO',
      syscalls: [
        { names: ['read'], action: 'SCMP_ACT_ALLOW' },
        { names: ['rseq'], action: 'SCMP_ACT_ERRNO', errnoRet: 38 },
      ],
    });
    const refused = [
      refusal('rseq', { answer: { kind: 'errno', errno: 38 }, program: 'smbd', ...steps }),
      refusal('rseq', { answer: { kind: 'errno', errno: 38 }, program: 'nmbd' }),
      refusal('chmod', { program: 'smbd', firstStep: 'answers' }),
      refusal('mkdir', { ownFilter: true }),
    ];
    const record = sampleRecord({ used: [use('read')], refused });
    expect(
      judged({ profile, record }).findings.map(({ message, location, grants }) => [message, location?.line, grants]),
    ).toEqual([
      [
        'nmbd and smbd were refused rseq (ENOSYS) from step "start" to step "answers" by profile.json, and the service works',
        12,
        ['rseq'],
      ],
      ['smbd was refused chmod (EPERM) in step "answers" by profile.json, and the service works', 2, ['chmod']],
    ]);
  });

  it('say so where the kernel does not name the call', () => {
    const refused = [refusal(null, { answer: { kind: 'thread-killed' } })];
    const record = sampleRecord({ used: [use('read')], refused });
    expect(messages(judged({ profile: null, record, filter: defaultFilter() }).findings)).toContain(
      'web was refused a call that the kernel does not name (thread killed) from step "start" to step "answers" by the engine\'s default profile, and the service works',
    );
  });
});

describe('blind spots', () => {
  it('are notes', () => {
    const blindSpots = [
      { kind: 'compat', programs: ['wine'] },
      { kind: 'io_uring', programs: ['redis', 'web'] },
      { kind: 'emulation', programs: ['gdb'] },
    ] as const;
    const { findings } = judged({ profile: allowing([]), record: sampleRecord({ blindSpots }) });
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(Array(3).fill('note blind-spot'));
    expect(messages(findings)).toEqual([
      'wine ran 32-bit code, whose calls have other numbers and are not in the record',
      'redis and web used io_uring, whose operations are no syscalls: neither the filter nor the record sees them',
      'gdb answered calls of programs it traced, so the record may hold calls that the kernel never made',
    ]);
  });
});
