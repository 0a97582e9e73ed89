import { describe, expect, test } from '@jest/globals';
import { lint } from '../../src/app/lint.js';
import { UsageError } from '../../src/core/errors.js';
import type { CheckResult } from '../../src/core/result.js';
import type { StandardId } from '../../src/core/standards/standard.js';
import type { World } from '../../src/ports.js';

const PROFILE = JSON.stringify({
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [{ name: 'execve', action: 'SCMP_ACT_ALLOW' }],
});

function policy(top: string, service = ''): string {
  return `version: 1\n${top}services:\n  web:\n    image: web\n    run: { user: "0" }\n${service}    tests: [{ name: t, tcp: 1 }]\n`;
}

function linted(file: string, text: string, standards: readonly StandardId[] = []): Promise<CheckResult> {
  const files: World['files'] = {
    readText: (path) => (path === file ? Promise.resolve(text) : Promise.reject(new UsageError(`no ${path}`))),
    resolveInside: () => Promise.reject(new UsageError('nothing')),
    sha256: () => 'a'.repeat(64),
    list: () => Promise.resolve([]),
    realPath: (folder) => Promise.resolve(folder),
  };
  const clock = { date: () => 0, now: () => 0 } as World['clock'];
  return lint({ files, clock }, { policyFile: file, standards, runId: 'run', version: '0' });
}

describe('a profile alone', () => {
  test('is known by what it holds, whatever its name, and judged by the rules about profiles', async () => {
    const { services, findings, verdict } = await linted('seccomp.txt', PROFILE);
    expect(services.map(({ name }) => name)).toEqual(['seccomp.txt']);
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['legacy-name', 'missing-exit']));
    expect(findings.map(({ rule }) => rule)).not.toContain('no-memory-limit');
    expect(findings.map(({ location }) => location?.file)).toEqual(findings.map(() => 'seccomp.txt'));
    expect(verdict).toBe('tight');
  });

  test('with a mistake in it is unjudged, at the place', async () => {
    const { findings, verdict } = await linted('p.json', '{ "defaultAction": "SCMP_ACT_DENY", "syscalls": [] }');
    expect(findings.map(({ rule, location }) => [rule, location?.column])).toEqual([['profile-invalid', 20]]);
    expect(verdict).toBe('unjudged');
  });

  test('is not held to a standard', async () => {
    await expect(linted('p.json', PROFILE, ['owasp'])).rejects.toThrow('a profile alone cannot be held to a standard');
  });

  test('is not what a policy in JSON is', async () => {
    const { findings } = await linted('tightfit.json', '{ "version": 1, "services": {} }');
    expect(findings.map(({ rule }) => rule)).toEqual(['policy-invalid']);
  });
});

describe('a standard', () => {
  test('makes a gate of its rules, and a table of its controls', async () => {
    const { verdict, services, standards, findings } = await linted('t.yml', policy(''), ['pss-restricted']);
    expect([verdict, services[0]?.verdict]).toEqual(['loose', 'loose']);
    expect(standards?.map(({ id }) => id)).toEqual(['pss-restricted']);
    const failed = standards?.[0]?.controls.filter(({ state }) => state === 'failed').map(({ id }) => id);
    expect(failed).toEqual(['privilege-escalation', 'non-root', 'capabilities']);
    expect(findings.find(({ rule }) => rule === 'runs-as-root')).toMatchObject({
      severity: 'error',
      controls: expect.arrayContaining(['PSS restricted non-root']),
    });
  });

  test('says what it could not look at', async () => {
    const { standards } = await linted('t.yml', policy('').replace(' user: "0" ', ''), ['cis-docker']);
    const user = standards?.[0]?.controls.find(({ id }) => id === '4.1');
    expect(user).toMatchObject({ state: 'not-judged', reason: 'runs-as-root needs the image' });
  });

  test('of the policy counts without being asked for, and none is none', async () => {
    expect((await linted('t.yml', policy('standards: [owasp]\n'))).verdict).toBe('loose');
    expect((await linted('t.yml', policy(''))).standards).toBe(undefined);
  });
});

describe('rules that the policy sets', () => {
  const OFF = 'rules: { runs-as-root: { severity: "off", reason: "why" } }\n';

  test('are told, and their findings are gone', async () => {
    const { findings, settings, findingCount } = await linted('t.yml', policy(OFF));
    expect(findings.map(({ rule }) => rule)).not.toContain('runs-as-root');
    expect(findingCount).toBe(findings.length);
    expect(settings).toEqual([
      { rule: 'runs-as-root', severity: 'off', reason: 'why', service: 'web', overruledBy: null },
    ]);
  });

  test('count for nothing against a standard that the caller chooses', async () => {
    const { verdict, settings } = await linted('t.yml', policy(OFF), ['pss-restricted']);
    expect([verdict, settings?.[0]?.overruledBy]).toEqual(['loose', 'pss-restricted']);
  });

  test('of a service win over those of the policy', async () => {
    const own = '    rules: { runs-as-root: { severity: error, reason: "here it counts" } }\n';
    const { verdict, settings } = await linted('t.yml', policy(OFF, own));
    expect([verdict, settings?.map(({ severity }) => severity)]).toEqual(['loose', ['error']]);
  });
});
