import { describe, expect, test } from '@jest/globals';
import { check } from '../../src/app/check.js';
import type { Finding } from '../../src/core/finding.js';
import { dockerDefault } from '../../src/core/seccomp/docker-default.js';
import { emitProfile } from '../../src/core/seccomp/emit.js';
import { applies } from '../../src/core/seccomp/rule-scope.js';
import { FAKE_ENGINE, fakeProcess, fakeWorld, type FakeOptions } from '../support/fake-world.js';
import { sampleRecord } from '../support/sample-record.js';

const OK = { answered: true, status: 200, headers: {}, body: 'hello' } as const;
/** One that lets nothing through of what runtimes need. */
const WITHOUT_FLOOR = JSON.stringify({
  defaultAction: 'SCMP_ACT_ERRNO',
  architectures: ['SCMP_ARCH_X86_64'],
  syscalls: [{ names: ['execve', 'exit', 'exit_group', 'read'], action: 'SCMP_ACT_ALLOW' }],
});

function policy(seccomp: string): string {
  return `version: 1
services:
  web:
    image: web:1
    run: { cap_drop: [ALL], user: "1000:1000", read_only: true, pids_limit: 64, mem_limit: 64m, security_opt: ["no-new-privileges:true"${seccomp}] }
    ready: { tcp: 80 }
    tests:
      - name: answers
        http: { port: 80, path: / }
`;
}

async function found(seccomp: string, options: Partial<FakeOptions>): Promise<readonly Finding[]> {
  const process = fakeProcess({ uid: 1000, capBnd: NONE, capPrm: NONE, capEff: NONE, noNewPrivs: true });
  const world = fakeWorld({
    files: { 'tightfit.yml': policy(seccomp), 'p.json': WITHOUT_FLOOR },
    behave: () => ({ http: OK, processes: [process] }),
    ...options,
  });
  const request = { policyFile: 'tightfit.yml', services: [], timeout: 600_000, runId: 'r1', version: '0.0.0' };
  const { findings } = await check(world, { ...request, signal: new AbortController().signal });
  return findings;
}

const NONE = '0000000000000000';

async function rules(seccomp: string, options: Partial<FakeOptions>): Promise<readonly string[]> {
  return (await found(seccomp, options)).map(({ rule, severity }) => `${severity} ${rule}`);
}

/** Rules that count without a condition, as an engine writes them for its runtime. */
function ownDefault(...names: readonly string[]): string {
  const profile = dockerDefault();
  const machine = { arch: 'amd64', kernel: { major: 6, minor: 18 }, capabilities: new Set<never>() } as const;
  const counting = profile.rules.filter((rule) => applies(rule, machine));
  const bare = counting.map((rule) => ({ ...rule, includes: NO_SCOPE, excludes: NO_SCOPE }));
  const rest = bare.map((rule) => ({ ...rule, names: rule.names.filter((name) => !names.includes(name)) }));
  return emitProfile({
    ...profile,
    architectures: { kind: 'list', names: ['SCMP_ARCH_X86_64'] },
    rules: rest.filter(({ names: left }) => left.length > 0),
  });
}

const NO_SCOPE = { capabilities: [], arches: [], minKernel: null };
const describeNewer = (): typeof FAKE_ENGINE => ({ ...FAKE_ENGINE, version: '28.5.2' });

describe("an engine whose release's default profile is not known", () => {
  test('is judged by what it was seen to give the container', async () => {
    const options = { describe: describeNewer, records: () => sampleRecord(), ownDefault: ownDefault('mseal') };
    const [finding] = (await found('', options)).filter(({ rule }) => rule === 'docker-default-differs');
    expect(finding?.message).toContain("Docker 28.5.2, is not Docker's current one: it refuses mseal where");
  });

  test('is not said to refuse what it was seen to allow', async () => {
    const options = { describe: describeNewer, records: () => sampleRecord(), ownDefault: ownDefault() };
    const [finding] = (await found('', options)).filter(({ rule }) => rule === 'docker-default-differs');
    for (const name of [
      'mseal',
      'statmount',
      'listmount',
      'getxattrat',
      'setxattrat',
      'listxattrat',
      'removexattrat',
    ]) {
      expect(finding?.message ?? '').not.toContain(name);
    }
  });

  test('is said to be unknown where it could not be read', async () => {
    expect(await rules('', { describe: describeNewer })).toContain('note docker-default-differs');
  });
});

describe('what the runtime needs under the filter', () => {
  test('is not said to be missing once the container has started', async () => {
    expect(await rules(', "seccomp:p.json"', {})).not.toContain('error missing-runtime-floor');
  });

  test('is named where the container did not start', async () => {
    const refused = { behave: () => ({ refused: 'operation not permitted' }) };
    expect((await rules(', "seccomp:p.json"', refused)).some((rule) => rule.endsWith('missing-runtime-floor'))).toBe(
      true,
    );
  });
});
