import { describe, expect, it } from '@jest/globals';
import { InternalError } from '../../../src/core/errors.js';
import type { FixPlan, FixableProfile, FixableResult, FixableService } from '../../../src/core/fit/fixable.js';
import { planFix } from '../../../src/core/fit/fix.js';
import { readFixable } from '../../../src/core/fit/read-fixable.js';
import { parsePolicy } from '../../../src/core/policy/parse.js';
import { json } from '../../../src/report/json.js';
import { RECORDED_SAMPLES } from '../../support/sample-recorded.js';
import { SAMPLES } from '../../support/sample-results.js';

const PROFILE = `{
  "defaultAction": "SCMP_ACT_ERRNO",
  "syscalls": [
    { "names": ["clone3", "mount", "ptrace", "read", "statx"], "action": "SCMP_ACT_ALLOW" }
  ]
}
`;
const POLICY = sha('policy');

/** A stand-in for a digest. */
function sha(text: string): string {
  return `sha of ${text}`;
}

/** A policy with these services, each with the `run` block given. */
function policyText(services: Readonly<Record<string, string>>): string {
  const blocks = Object.entries(services).map(
    ([name, run]) => `  ${name}:\n    image: nginx\n    run: ${run}\n    tests: [{ name: answers, tcp: 80 }]\n`,
  );
  return `version: 1\nservices:\n${blocks.join('')}`;
}

type Rows = Readonly<Record<string, FixableService['grants'][number]['state']>>;
type Calls = Readonly<Record<string, NonNullable<FixableService['syscalls']>['rows'][number]['state']>>;

function judged(
  name: string,
  grants: Rows,
  calls: Calls | null,
  changes: Partial<FixableService> = {},
): FixableService {
  const rows = Object.entries(calls ?? {}).map(([call, state]) => ({ name: call, state }));
  return {
    name,
    verdict: 'loose',
    seccomp: { source: 'profile.json', sha256: sha(PROFILE) },
    grants: Object.entries(grants).map(([capability, state]) => ({ name: capability as 'KILL', state })),
    syscalls: calls === null ? null : { rows },
    ...changes,
  };
}

function resultOf(services: readonly FixableService[], changes: Partial<FixableResult> = {}): FixableResult {
  return { run: { mode: 'check' }, policy: { sha256: POLICY }, environment: { arch: 'amd64' }, services, ...changes };
}

function plan(text: string, result: FixableResult, profile = PROFILE): ReturnType<typeof planFix> {
  const { policy } = parsePolicy('tightfit.yml', text);
  if (policy === null) throw new InternalError('the policy of the test is wrong');
  const profiles = policy.services.flatMap(({ name, run: { seccomp } }) =>
    seccomp.kind === 'file'
      ? [[name, { path: `/${seccomp.path}`, file: seccomp.path, text: profile, sha256: sha(profile) }] as const]
      : [],
  );
  return planFix({
    policy,
    text,
    sha256: POLICY,
    profiles: new Map<string, FixableProfile>(profiles),
    result,
    services: policy.services.map(({ name }) => name),
  });
}

function fixed(...[text, result, profile]: Parameters<typeof plan>): FixPlan {
  const found = plan(text, result, profile);
  if ('refusal' in found) throw new InternalError(found.refusal);
  return found;
}

describe('capabilities', () => {
  it('that are unused go, all others stay', () => {
    const text = policyText({ web: '{ cap_drop: [ALL], cap_add: [CHOWN, KILL, SETGID, SETUID] }' });
    const grants = { CHOWN: 'unused', KILL: 'excepted', SETGID: 'untried', SETUID: 'needed' } as const;
    const { files } = fixed(text, resultOf([judged('web', grants, null)]));
    expect(files).toEqual([
      {
        path: 'tightfit.yml',
        file: 'tightfit.yml',
        before: text,
        after: text.replace('CHOWN, ', ''),
        removed: [{ service: 'web', names: ['CHOWN'] }],
      },
    ]);
  });

  it('of the default are dropped with all others, and what stays is added back', () => {
    const text = policyText({ web: '{ init: true }', db: '{ cap_add: [ALL] }' });
    const result = resultOf([
      judged('web', { CHOWN: 'unused', SETUID: 'needed' }, null),
      judged('db', { SYS_ADMIN: 'unused', SETGID: 'needed' }, null),
    ]);
    expect(fixed(text, result).files[0]?.after).toBe(
      text
        .replace('{ init: true }', '{ cap_drop: [ALL], cap_add: [SETUID], init: true }')
        .replace('{ cap_add: [ALL] }', '{ cap_add: [SETGID], cap_drop: [ALL] }'),
    );
  });

  it('are left and named where the text cannot be changed in place', () => {
    const text = policyText({ web: '\n      ? cap_add\n      : - KILL\n        - SYS_TIME\n      cap_drop: [ALL]' });
    const { files, notes } = fixed(text, resultOf([judged('web', { KILL: 'unused', SYS_TIME: 'needed' }, null)]));
    expect(files).toEqual([]);
    expect(notes[0]).toMatch(/^web: KILL cannot be taken out/);
  });
});

const WITH_PROFILE = '{ cap_drop: [ALL], security_opt: ["seccomp:profile.json"] }';
const CALLS = { clone3: 'excess', mount: 'excess', ptrace: 'excepted', read: 'used', statx: 'excess' } as const;

describe('calls of a profile', () => {
  it('that are excess go; those that programs fall back from on ENOSYS only stay, with the reason', () => {
    const { files, notes } = fixed(policyText({ web: WITH_PROFILE }), resultOf([judged('web', {}, CALLS)]));
    expect(files.map(({ path, after, removed }) => ({ path, after, removed }))).toEqual([
      {
        path: '/profile.json',
        after: PROFILE.replace('"mount", ', ''),
        removed: [{ service: 'web', names: ['mount'] }],
      },
    ]);
    expect(notes).toEqual([expect.stringContaining('still allows clone3 and statx')]);
  });

  it('all go where the profile answers ENOSYS', () => {
    const profile = PROFILE.replace('"SCMP_ACT_ERRNO"', '"SCMP_ACT_ERRNO", "defaultErrnoRet": 38');
    const service = judged('web', {}, CALLS, { seccomp: { source: 'profile.json', sha256: sha(profile) } });
    const { files } = fixed(policyText({ web: WITH_PROFILE }), resultOf([service]), profile);
    expect(files[0]?.after).toContain('["ptrace", "read"]');
  });

  it.each(['used', 'runtime', 'frozen', 'tester', 'excepted', 'unknown'] as const)('that are %s stay', (state) => {
    const { files } = fixed(policyText({ web: WITH_PROFILE }), resultOf([judged('web', {}, { mount: state })]));
    expect(files).toEqual([]);
  });

  it('stay while another service with the same profile may want them', () => {
    const text = policyText({ web: WITH_PROFILE, db: WITH_PROFILE });
    const web = judged('web', {}, { mount: 'excess', ptrace: 'excess' });
    const both = fixed(text, resultOf([web, judged('db', {}, { mount: 'excess', ptrace: 'used' })]));
    expect(both.files.flatMap(({ removed }) => removed)).toEqual([{ service: 'web', names: ['mount'] }]);
  });

  it('stay where the profile allows what it does not name, and where there is no profile to edit', () => {
    const open = PROFILE.replace('SCMP_ACT_ERRNO', 'SCMP_ACT_ALLOW');
    const service = judged('web', {}, CALLS, { seccomp: { source: 'profile.json', sha256: sha(open) } });
    expect(fixed(policyText({ web: WITH_PROFILE }), resultOf([service]), open)).toMatchObject({
      files: [],
      notes: [expect.stringContaining('allows whatever it does not name')],
    });
    const default_ = judged('web', {}, { mount: 'excess' }, { seccomp: { source: 'default', sha256: null } });
    expect(fixed(policyText({ web: '{ cap_drop: [ALL] }' }), resultOf([default_]))).toMatchObject({
      files: [],
      notes: [expect.stringContaining("under the engine's default profile")],
    });
  });
});

describe('a result that is no ground to remove anything', () => {
  const text = policyText({ web: WITH_PROFILE });
  const web = judged('web', {}, CALLS);

  it.each([
    ['of lint', resultOf([web], { run: { mode: 'lint' } }), 'the result is of tightfit lint'],
    ['of another policy', resultOf([web], { policy: { sha256: sha('other') } }), 'tightfit.yml has changed'],
    ['of another service', resultOf([judged('db', {}, CALLS)]), 'does not judge the service "web"'],
    ['broken', resultOf([{ ...web, verdict: 'broken' }]), 'the service "web" is broken'],
    ['unjudged', resultOf([{ ...web, verdict: 'unjudged' }]), 'the service "web" is unjudged'],
    ['of another profile', resultOf([{ ...web, seccomp: { source: '', sha256: 'x' } }]), 'profile.json has changed'],
  ])('%s', (_, result, reason) => {
    expect(plan(text, result)).toEqual({ refusal: expect.stringContaining(reason) });
  });

  it('of one service leaves a profile alone that another has too', () => {
    const { policy } = parsePolicy('tightfit.yml', policyText({ web: WITH_PROFILE, db: WITH_PROFILE }));
    if (policy === null) throw new InternalError('the policy of the test is wrong');
    const profile = { path: '/profile.json', file: 'profile.json', text: PROFILE, sha256: sha(PROFILE) };
    const profiles = new Map([['web', profile] as const, ['db', profile] as const]);
    const fixable = { policy, text: '', sha256: POLICY, profiles, result: resultOf([web]), services: ['web'] };
    expect(planFix(fixable)).toMatchObject({
      files: [],
      notes: [expect.stringContaining('the service "db" has it too')],
    });
  });
});

describe('a written result', () => {
  it.each(Object.entries({ ...SAMPLES, ...RECORDED_SAMPLES }))('that is %s is read', (_, sample) => {
    expect(readFixable(JSON.parse(json(sample)))?.services.map(({ name }) => name)).toEqual(
      sample.services.map(({ name }) => name),
    );
  });

  it.each([null, 1, [], {}, { ...SAMPLES['tight'], services: [{ name: 'web' }] }, { ...SAMPLES['tight'], version: 2 }])(
    'is not %j',
    (value) => {
      expect(readFixable(value)).toBeNull();
    },
  );
});
