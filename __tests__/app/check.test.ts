import { describe, expect, it } from '@jest/globals';
import { check, type CheckRequest } from '../../src/app/check.js';
import { EnvironmentError } from '../../src/core/errors.js';
import type { CheckResult } from '../../src/core/result.js';
import type { ContainerSpec } from '../../src/ports.js';
import { fakeProcess, fakeWorld, type Behaviour, type FakeOptions, type FakeWorld } from '../support/fake-world.js';

const OK = { answered: true, status: 200, headers: {}, body: 'hello' } as const;
const BAD = { answered: true, status: 500, headers: {}, body: '' } as const;
const NO_CAPABILITIES = '0000000000000000';

function policy(run: string): string {
  return `version: 1
services:
  web:
    image: web:1
    run: { ${run}, read_only: true, pids_limit: 64, mem_limit: 64m, security_opt: ["no-new-privileges:true"] }
    ready: { tcp: 80 }
    tests:
      - name: answers
        http: { port: 80, path: / }
`;
}

function request(changes: Partial<CheckRequest> = {}): CheckRequest {
  return {
    policyFile: 'tightfit.yml',
    services: [],
    timeout: 600_000,
    runId: 'r1',
    version: '0.0.0',
    signal: new AbortController().signal,
    ...changes,
  };
}

/** What the kernel would show of a container's first process under these options. */
function processOf({ confinement, user }: ContainerSpec): ReturnType<typeof fakeProcess> {
  const bits: Readonly<Record<string, number>> = { CHOWN: 0, SETGID: 6, SETUID: 7, NET_RAW: 13 };
  const mask = confinement.capAdd.reduce((sum, name) => sum + 2 ** (bits[name] ?? 0), 0);
  const declared = confinement.capDrop.includes('ALL') ? mask.toString(16).padStart(16, '0') : fakeProcess().capBnd;
  const root = user === null;
  const effective = root ? declared : NO_CAPABILITIES;
  return fakeProcess({
    uid: root ? 0 : 1000,
    capBnd: declared,
    capPrm: effective,
    capEff: effective,
    noNewPrivs: confinement.noNewPrivileges,
  });
}

function world(
  run: string,
  behave: (spec: ContainerSpec, nth: number) => Behaviour,
  more: Partial<FakeOptions> = {},
): FakeWorld {
  return fakeWorld({
    files: { 'tightfit.yml': policy(run) },
    behave: (spec, nth) => ({ http: OK, processes: [processOf(spec)], ...behave(spec, nth) }),
    ...more,
  });
}

const errorsOf = ({ findings }: CheckResult): readonly string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);

describe('check', () => {
  it('finds a service tight that needs every capability it is granted', async () => {
    const needs = ({ confinement }: ContainerSpec): Behaviour =>
      confinement.capAdd.includes('SETUID') || confinement.capDrop.length === 0 ? {} : { http: BAD };
    const fake = world('cap_drop: [ALL], cap_add: [SETUID]', needs);
    const result = await check(fake, request());
    expect(result.verdict).toBe('tight');
    expect(result.services[0]?.grants).toEqual([
      {
        kind: 'capability',
        name: 'SETUID',
        state: 'needed',
        evidence: 'without it: test "answers" failed: GET :80/: status 500, expected 200',
      },
    ]);
    expect(fake.present.size).toBe(0);
  });

  it('runs a service without root and capabilities just once', async () => {
    const fake = world('cap_drop: [ALL], user: "1000:1000"', () => ({}));
    const result = await check(fake, request());
    expect(result.verdict).toBe('tight');
    expect(fake.created).toHaveLength(1);
  });

  it('finds a service loose that works without what it is granted, and names all of it', async () => {
    const fake = world('cap_drop: [ALL], cap_add: [CHOWN, NET_RAW]', () => ({}));
    const result = await check(fake, request());
    expect(result.verdict).toBe('loose');
    expect(result.findings.filter(({ rule }) => rule === 'unused-capability').map(({ grants }) => grants)).toEqual([
      ['CHOWN'],
      ['NET_RAW'],
    ]);
    expect(errorsOf(result)).toEqual(['limit-exceeded']);
  });

  it('finds a service broken that only works under engine defaults', async () => {
    const fake = world('cap_drop: [ALL]', ({ confinement }) => (confinement.capDrop.length > 0 ? { http: BAD } : {}));
    const result = await check(fake, request());
    expect(result.verdict).toBe('broken');
    expect(errorsOf(result)).toEqual(['broken-by-confinement', 'test-failed']);
    expect(result.services[0]?.control?.works).toBe(true);
  });

  it('does not blame the policy for a service that fails both ways', async () => {
    const result = await check(
      world('cap_drop: [ALL]', () => ({ http: BAD })),
      request(),
    );
    expect(result.verdict).toBe('broken');
    expect(errorsOf(result)).toEqual(['broken-by-itself', 'test-failed']);
  });

  it('blames the policy when the service gets further under engine defaults, though a test fails there too', async () => {
    const fake = world('cap_drop: [ALL]', ({ confinement }) =>
      confinement.capDrop.length > 0 ? { refused: 'operation not permitted' } : { http: BAD },
    );
    const result = await check(fake, request());
    expect(errorsOf(result)).toEqual(['broken-by-confinement', 'start-refused']);
    expect(result.findings.find(({ rule }) => rule === 'broken-by-confinement')?.message).toBe(
      'the service gets further under engine defaults, where test "answers" failed, than as declared, twice: its confinement breaks it',
    );
  });

  it('does not judge a service that fails once and works once', async () => {
    const result = await check(
      world('cap_drop: [ALL]', (_, nth) => (nth === 1 ? { http: BAD } : {})),
      request(),
    );
    expect(result.verdict).toBe('unjudged');
    expect(errorsOf(result)).toEqual(['flaky-service']);
  });

  it('sees a process that kept more privilege than in the control run', async () => {
    const worker = { lineage: 'serve > worker' };
    const fake = world('cap_drop: [ALL], cap_add: [SETUID]', (spec) => {
      const init = processOf(spec);
      const control = spec.confinement.capDrop.length === 0;
      const child = control
        ? { ...init, ...worker, uid: 33, capEff: NO_CAPABILITIES, capPrm: NO_CAPABILITIES }
        : { ...init, ...worker };
      return { processes: [init, child], ...(spec.confinement.capAdd.length === 0 && !control ? { http: BAD } : {}) };
    });
    const result = await check(fake, request());
    expect(result.verdict).toBe('broken');
    expect(errorsOf(result)).toEqual(['more-privileged']);
  });

  it('does not take it for a gain that a process was seen as root which may be root at any time', async () => {
    const held = '0000000000000080';
    const fake = world('cap_drop: [ALL], cap_add: [SETUID]', (spec) => {
      const init = processOf(spec);
      const control = spec.confinement.capDrop.length === 0;
      const child = {
        ...init,
        lineage: 'serve > worker',
        uid: control ? 65534 : 0,
        capEff: control ? NO_CAPABILITIES : held,
      };
      const needed = spec.confinement.capAdd.length === 0 && !control ? { http: BAD } : {};
      return { processes: [init, { ...child, capPrm: held, capBnd: init.capBnd }], ...needed };
    });
    expect(errorsOf(await check(fake, request()))).toEqual([]);
  });

  it('takes a trial that ends with more privilege for failed', async () => {
    const fake = world('cap_drop: [ALL], cap_add: [SETUID]', (spec) => {
      const init = processOf(spec);
      const without = spec.confinement.capDrop.length > 0 && spec.confinement.capAdd.length === 0;
      const child = {
        ...init,
        lineage: 'serve > worker',
        uid: without ? 0 : 33,
        capEff: NO_CAPABILITIES,
        capPrm: NO_CAPABILITIES,
      };
      return { processes: [init, child] };
    });
    const result = await check(fake, request());
    expect(result.services[0]?.grants[0]).toMatchObject({
      state: 'needed',
      evidence: 'without it: process "serve > worker" runs as uid 0, there as 33',
    });
  });

  it('tells when what is in force is looser than declared', async () => {
    const fake = world('cap_drop: [ALL], user: "1000:1000"', (spec) => ({
      processes: [{ ...processOf(spec), seccomp: 0 }],
    }));
    const result = await check(fake, request());
    expect(result.verdict).toBe('loose');
    expect(errorsOf(result)).toEqual(['in-force-looser']);
  });

  it('says what it could not observe and judges the rest', async () => {
    const fake = world('cap_drop: [ALL], user: "1000:1000"', () => ({ processes: null }));
    const result = await check(fake, request());
    expect(result.verdict).toBe('tight');
    expect(result.findings.map(({ rule }) => rule)).toContain('not-observed');
  });

  it('says when there was no control run to compare privilege with', async () => {
    const fake = world('cap_drop: [ALL]', ({ confinement }) => (confinement.capDrop.length > 0 ? {} : { http: BAD }));
    const result = await check(fake, request());
    expect(result.verdict).toBe('tight');
    const notes = result.findings.filter(({ rule }) => rule === 'not-observed').map(({ message }) => message);
    expect(notes).toContainEqual(expect.stringContaining('was not compared'));
  });

  it('lets an exception keep a capability that no test uses', async () => {
    const text = policy('cap_drop: [ALL], cap_add: [CHOWN]').replace(
      '    ready:',
      '    exceptions: [{ capability: CHOWN, reason: "nightly job", expires: 2099-01-01 }]\n    ready:',
    );
    const result = await check(
      world('', () => ({}), { files: { 'tightfit.yml': text } }),
      request(),
    );
    expect(result.verdict).toBe('tight');
    expect(result.services[0]?.grants[0]).toMatchObject({
      state: 'excepted',
      evidence: 'until 2099-01-01: nightly job',
    });
  });
});

describe('an exception that has expired', () => {
  it('excuses nothing any more', async () => {
    const text = policy('cap_drop: [ALL], cap_add: [CHOWN]').replace(
      '    ready:',
      '    exceptions: [{ capability: CHOWN, reason: "nightly job", expires: 2025-12-31 }]\n    ready:',
    );
    const result = await check(
      world('', () => ({}), { files: { 'tightfit.yml': text } }),
      request(),
    );
    expect(result.verdict).toBe('loose');
    expect(result.findings.map(({ rule }) => rule)).toContain('exception-expired');
  });
});

describe('check of what cannot be judged', () => {
  it('is unjudged when the policy does not exist', async () => {
    const result = await check(fakeWorld({ files: {}, behave: () => ({}) }), request());
    expect(result.verdict).toBe('unjudged');
    expect(errorsOf(result)).toEqual(['policy-unreadable']);
  });

  it('starts nothing when the policy is wrong', async () => {
    const fake = world('cap_dorp: [ALL]', () => ({}));
    const result = await check(fake, request());
    expect(result.verdict).toBe('unjudged');
    expect(fake.created).toHaveLength(0);
  });

  it('says what the engine says when it does not answer', async () => {
    const describe = (): never => {
      throw new EnvironmentError('no container engine answers at /x.sock', 'Start it.');
    };
    const result = await check(
      world('cap_drop: [ALL]', () => ({}), { describe }),
      request(),
    );
    expect(result.findings).toMatchObject([{ rule: 'engine-unavailable', advice: 'Start it.' }]);
    expect(result.verdict).toBe('unjudged');
  });

  it('is unjudged, not broken, when the image cannot be built', async () => {
    const text = policy('cap_drop: [ALL]').replace('image: web:1', 'build: { context: . }');
    const buildFails = new EnvironmentError('docker build ended with 1', 'Run it by hand.');
    const fake = world('', () => ({}), { files: { 'tightfit.yml': text }, buildFails });
    const result = await check(fake, request());
    expect(errorsOf(result)).toEqual(['build-failed']);
    expect(result.verdict).toBe('unjudged');
  });

  it('stops at its time limit and removes what it made', async () => {
    const never = { connected: false, reason: 'connection refused' } as const;
    const fake = world('cap_drop: [ALL]', () => ({ tcp: never }));
    const result = await check(fake, request({ timeout: 1000 }));
    expect(errorsOf(result)).toEqual(['timed-out']);
    expect(result.verdict).toBe('unjudged');
    expect(fake.present.size).toBe(0);
  });

  it('is unjudged when cancelled, and removes what it made', async () => {
    const controller = new AbortController();
    const fake = world('cap_drop: [ALL]', () => {
      controller.abort();
      return {};
    });
    const result = await check(fake, request({ signal: controller.signal }));
    expect(errorsOf(result)).toEqual(['cancelled']);
    expect(fake.present.size).toBe(0);
  });

  it('refuses a service that the policy does not have', async () => {
    await expect(
      check(
        world('cap_drop: [ALL]', () => ({})),
        request({ services: ['wbe'] }),
      ),
    ).rejects.toThrow('tightfit.yml has no service "wbe". Did you mean web?');
  });
});
