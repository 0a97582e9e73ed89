import { describe, expect, it } from '@jest/globals';
import { explainFailure, explanationFindings } from '../../../src/core/fit/explain-failure.js';
import type { Explanation } from '../../../src/core/fit/explanation.js';
import { judge } from '../../../src/core/verdict.js';
import { failedAt, fitSubject, type FitChanges } from '../../support/sample-fit.js';
import { allowing, profileOf } from '../../support/sample-filter.js';
import type { Refusal } from '../../../src/core/trace/record.js';
import { check, refusal, sampleRecord } from '../../support/sample-record.js';
import { sampleService } from '../../support/sample-service.js';

const IN_TEST = { program: 'smbd', firstStep: 'answers', lastStep: 'answers' };
const ENOSYS = { kind: 'errno', errno: 38 } as const;
const PROFILE = profileOf({
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [
    { names: ['personality'], action: 'SCMP_ACT_ALLOW', args: [{ index: 0, value: 8, op: 'SCMP_CMP_EQ' }] },
    { names: ['read', 'write'], action: 'SCMP_ACT_ALLOW' },
    { names: ['mount', 'umount2', 'chroot'], action: 'SCMP_ACT_ALLOW', includes: { caps: ['CAP_SYS_ADMIN'] } },
    { names: ['chmod'], action: 'SCMP_ACT_ERRNO', errnoRet: 13 },
  ],
});

function explain(refused: readonly Refusal[], changes: FitChanges = {}, step = 'answers'): readonly Explanation[] {
  const subject = fitSubject({ profile: PROFILE, record: sampleRecord({ refused }), ...changes });
  return explainFailure({ ...subject, declared: { ...subject.declared, works: false, steps: failedAt(step) } });
}

function namesOf(explanations: readonly Explanation[]): readonly (string | null)[] {
  return explanations.map(({ name }) => name);
}

describe('the words', () => {
  it('name the step, the program, the call, the answer, the profile and the line to change', () => {
    expect(explain([refusal('getcwd', IN_TEST)])).toMatchObject([
      {
        kind: 'syscall',
        name: 'getcwd',
        program: 'smbd',
        message: 'step "answers" failed: smbd was refused getcwd (EPERM) by profile.json',
        advice: 'Add "getcwd" to profile.json:17, or run tightfit minimize.',
        location: { file: 'profile.json', line: 17 },
      },
    ]);
  });

  it.each([
    ['chmod', 'Take "chmod" out of profile.json:39 and add it to profile.json:17, or run tightfit minimize.'],
    ['personality', 'Widen the condition at profile.json:6, or run tightfit minimize.'],
    ['clone3', 'Answer clone3 with ENOSYS (errnoRet 38), so that libraries take clone, whose flags a filter can see.'],
    [null, 'Let the profile answer with SCMP_ACT_ERRNO instead of killing, to learn which call it was.'],
  ])('fit what refuses %s', (name, advice) => {
    expect(explain([refusal(name, IN_TEST)])[0]?.advice).toBe(advice);
  });

  it('name the engine’s default where there is no profile', () => {
    expect(explain([refusal('keyctl', IN_TEST)], { profile: null })[0]).toMatchObject({
      message: 'step "answers" failed: smbd was refused keyctl (EPERM) by the engine\'s default profile',
      advice: 'Give the service a profile that allows "keyctl"; tightfit minimize writes one.',
      location: { file: 'tightfit.yml' },
    });
  });

  it.each([
    [{ kind: 'signal', survived: false }, 'SIGSYS'],
    [{ kind: 'thread-killed' }, 'thread killed'],
    [{ kind: 'errno', errno: 71 }, 'errno 71'],
    [{ kind: 'errno', errno: 0 }, 'skipped as if it had succeeded'],
  ] as const)('tell the answer %j', (answer, words) => {
    expect(explain([refusal('fchmodat', { ...IN_TEST, answer })])[0]?.message).toBe(
      `step "answers" failed: smbd was refused fchmodat (${words}) by profile.json`,
    );
  });
});

describe('what is told', () => {
  it('is nothing when nothing failed, nothing was recorded or nothing was refused', () => {
    expect(explainFailure(fitSubject({ record: sampleRecord({ refused: [refusal('getcwd')] }) }))).toEqual([]);
    expect(explain([], { record: null })).toEqual([]);
    expect(explain([])).toEqual([]);
  });

  it('is of the failed step, else of the steps before it', () => {
    const before = refusal('chmod', { firstStep: 'ready', lastStep: 'ready' });
    expect(namesOf(explain([before, refusal('getcwd', IN_TEST)]))).toEqual(['getcwd']);
    expect(explain([before])[0]?.message).toBe(
      'step "answers" failed: web was refused chmod (EPERM) by profile.json before, in step "ready"',
    );
  });

  it('is not of what came after', () => {
    expect(explain([refusal('chmod', { firstStep: 'stop', lastStep: 'stop' })])).toEqual([]);
  });

  it('counts what was refused while the container started to a service that never got ready', () => {
    const start = refusal('futex', { firstStep: 'start', lastStep: 'start' });
    const later = refusal('chmod', { firstStep: 'ready', lastStep: 'ready' });
    expect(namesOf(explain([start, later], {}, 'ready'))).toEqual(['futex', 'chmod']);
  });

  it('is the runtime’s need for a start that failed, and only then', () => {
    const runtime = refusal('capset', { phase: 'runtime', firstStep: 'start', lastStep: 'start' });
    expect(namesOf(explain([runtime], {}, 'start'))).toEqual(['capset']);
    expect(explain([runtime], {}, 'ready')).toEqual([]);
  });

  it('is one of a kind, five at most', () => {
    const calls = ['bind', 'chdir', 'listen', 'mkdir', 'poll', 'rename', 'symlink'];
    const explanations = explain([...calls, ...calls].map((name) => refusal(name, IN_TEST)));
    expect(explanations).toHaveLength(5);
    expect(new Set(namesOf(explanations)).size).toBe(5);
  });
});

describe('the order', () => {
  it('is: what killed, what was denied, what is more often needed, what libraries expect to miss', () => {
    const refused = [
      refusal('rseq', { ...IN_TEST, answer: ENOSYS }),
      refusal('symlink', IN_TEST),
      refusal('bind', IN_TEST),
      refusal('setsid', { ...IN_TEST, answer: { kind: 'signal', survived: false } }),
    ];
    expect(namesOf(explain(refused))).toEqual(['setsid', 'bind', 'symlink', 'rseq']);
  });

  it('leaves out what a control run is refused too, unless there is nothing else', () => {
    const noise = refusal('quotactl', { ...IN_TEST, answer: ENOSYS });
    expect(namesOf(explain([noise, refusal('getcwd', IN_TEST)]))).toEqual(['getcwd']);
    expect(namesOf(explain([noise]))).toEqual(['quotactl']);
  });

  it('puts a filter of the service’s own last', () => {
    const own = refusal('bind', { ...IN_TEST, ownFilter: true });
    expect(namesOf(explain([own, refusal('rseq', { ...IN_TEST, answer: ENOSYS })]))).toEqual(['rseq']);
    expect(explain([own])[0]?.message).toContain('by a filter that the service loaded itself or by profile.json');
  });
});

describe('a refused capability', () => {
  const asked = check('SETUID', { ...IN_TEST, outcome: 'refused' });

  it('explains, with the place to add it', () => {
    const record = sampleRecord({
      capabilities: [asked, check('SYS_ADMIN', { ...IN_TEST, outcome: 'refused' }), check('CHOWN', IN_TEST)],
    });
    expect(explain([], { record })).toMatchObject([
      {
        kind: 'capability',
        name: 'SETUID',
        message: 'step "answers" failed: smbd was refused the capability SETUID',
        advice: 'Add SETUID to cap_add at tightfit.yml:3, or run tightfit minimize.',
      },
    ]);
  });

  it.each([
    [false, ': run it as root or give the file the capability.'],
    [
      true,
      ', and no-new-privileges keeps setuid and file capabilities from giving it: run it as root, or allow new privileges.',
    ],
  ])('that is granted is out of reach for another user, no-new-privileges %p', (noNewPrivileges, rest) => {
    const grants = [{ kind: 'capability', name: 'SETUID', state: 'untried', evidence: '' }] as const;
    const service = { run: { ...sampleService().run, noNewPrivileges } };
    const [explanation] = explain([], { record: sampleRecord({ capabilities: [asked] }), grants, service });
    expect(explanation?.advice).toBe(
      `SETUID is granted, but a process of another user than root does not hold it${rest}`,
    );
  });
});

describe('explanationFindings', () => {
  it('are warnings, which leave the verdict to the step that failed', () => {
    const subject = fitSubject({
      profile: allowing(['read']),
      record: sampleRecord({ refused: [refusal('getcwd', IN_TEST)] }),
    });
    const findings = explanationFindings({
      ...subject,
      declared: { ...subject.declared, works: false, steps: failedAt('answers') },
    });
    expect(findings).toMatchObject([{ rule: 'refused-at-failure', severity: 'warning', grants: ['getcwd'] }]);
    expect(judge(findings)).toBe('tight');
  });
});
