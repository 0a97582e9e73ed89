import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { tracefsRecorder } from '../../src/adapters/tracefs/recorder.js';
import { compareSurroundings } from '../../src/core/fit/surroundings-in-force.js';
import type { CheckResult } from '../../src/core/result.js';
import type { ExerciseResult } from '../../src/core/smoke/outcome.js';
import type { SurroundingsFacts } from '../../src/core/smoke/surroundings.js';
import { ROOT, tightfit, type Ended } from '../support/cli.js';
import { engineFixture } from '../support/engine-fixture.js';
import { docker, leftovers } from '../support/leftovers.js';
import { ordinaryUser, type OrdinaryUser } from '../support/ordinary-user.js';
import { sampleService } from '../support/sample-service.js';

const ISOLATED = ['cgroup', 'ipc', 'mnt', 'net', 'pid', 'uts'];
const MIB = 1024 * 1024;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-in-force-'));
  chmodSync(folder, 0o755);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

afterEach(() => {
  expect(leftovers()).toEqual([]);
});

/** A service that tells its own namespaces, and what writing to its root file system comes to. */
function policyWith(run: string, written: string): string {
  const path = join(folder, 'tightfit.yml');
  const script = `for kind in ${ISOLATED.join(' ')}; do readlink /proc/self/ns/$kind; done; trap "exit 0" TERM; sleep 600 & wait`;
  const policy = `version: 1
services:
  box:
    image: debian:bookworm-slim
    run:
      user: "65534:65534"
      cap_drop: [ALL]
      security_opt: ["no-new-privileges:true"]
      command: [sh, -c, '${script}']
${run}
    ready: { log: { contains: "uts:[" }, timeout: 20s }
    tests:
      - name: writes to the root file system
        exec: { command: [sh, -c, "echo x > /tmp/x && echo written"], ${written} }
`;
  writeFileSync(path, policy, { mode: 0o644 });
  return path;
}

const READ_ONLY = `      read_only: true
      pids_limit: 33
      mem_limit: 64m
      cpus: 0.5`;

const REFUSED = 'exit_code: 2, stderr: { contains: "Read-only file system" }';
const ALLOWED = 'stdout: { contains: written }';

type Run = (words: readonly string[]) => Promise<Ended>;

interface Checked {
  readonly declared: ExerciseResult | null;
  /** `rule: message` of those about what is in force. */
  readonly findings: readonly string[];
}

async function check(policy: string, run: Run = tightfit): Promise<Checked> {
  const reports = mkdtempSync(join(folder, 'reports-'));
  chmodSync(reports, 0o777);
  const { stdout, stderr } = await run(['check', policy, '--quiet', '--report-dir', reports]);
  expect(stderr).toBe('');
  expect(stdout).toContain('tightfit: box:');
  const result = JSON.parse(readFileSync(join(reports, 'tightfit.json'), 'utf8')) as CheckResult;
  const findings = result.findings.filter(({ rule }) => /^(in-force|not-observed|not-recorded)/.test(rule));
  return {
    declared: result.services[0]?.declared ?? null,
    findings: findings.map(({ rule, message }) => `${rule}: ${message}`),
  };
}

/** What is the same for every run. */
function shape(facts: SurroundingsFacts | null | undefined): unknown {
  return facts?.processes.map(({ lineage, inCgroup, namespaces, uidMap, gidMap, root }) => ({
    lineage,
    inCgroup,
    shared: namespaces?.filter(({ host }) => host).map(({ kind }) => kind),
    kinds: namespaces?.map(({ kind }) => kind),
    uidMap,
    gidMap,
    readOnly: root?.mountReadOnly,
  }));
}

describe('what is in force', () => {
  it('is read-only, limited and isolated as declared', async () => {
    const { declared, findings } = await check(policyWith(READ_ONLY, REFUSED));
    expect(findings).toEqual([]);
    expect(declared?.works).toBe(true);
    const { processes = [], limits } = declared?.surroundings ?? {};
    expect(limits).toEqual({ pids: 33, memory: 64 * MIB, memoryAndSwap: 64 * MIB, cpus: 0.5 });
    expect(processes.map(({ lineage }) => lineage)).toEqual(['sh', 'sh > sleep']);
    for (const { inCgroup, root, namespaces } of processes) {
      expect({ inCgroup, readOnly: root?.mountReadOnly }).toEqual({ inCgroup: true, readOnly: true });
      const own = namespaces?.filter(({ kind, host }) => !host && ISOLATED.includes(kind));
      expect(declared?.log.trim().split('\n')).toEqual(own?.map(({ kind, id }) => `${kind}:[${id}]`));
    }
  });

  it('is writable, and has limits of our own, where nothing is declared', async () => {
    const { declared, findings } = await check(policyWith('', ALLOWED));
    expect(findings).toEqual([]);
    expect(declared?.works).toBe(true);
    const { processes = [], limits } = declared?.surroundings ?? {};
    expect(processes.map(({ root }) => root?.mountReadOnly)).toEqual([false, false]);
    expect(limits).toMatchObject({ pids: 1024, memory: 1024 * MIB, memoryAndSwap: 1024 * MIB });
  });
});

describe('as an ordinary user of the engine', () => {
  const users: OrdinaryUser[] = [];

  afterEach(() => {
    for (const user of users.splice(0)) user.remove();
  });

  function user(sudo: boolean): Run {
    const made = ordinaryUser(`tightfit-e2e-${process.pid % 10_000}`, { sudo });
    users.push(made);
    return made.tightfit;
  }

  it('the same facts come out with password-less sudo', async () => {
    const policy = policyWith(READ_ONLY, REFUSED);
    const ordinary = await check(policy, user(true));
    const { declared } = await check(policy);
    expect(ordinary.findings).toEqual([]);
    expect(shape(ordinary.declared?.surroundings)).toEqual(shape(declared?.surroundings));
    expect(ordinary.declared?.surroundings?.limits).toEqual(declared?.surroundings?.limits);
  });

  it('without it the limits come out, and what was not checked is said', async () => {
    const { declared, findings } = await check(policyWith(READ_ONLY, REFUSED), user(false));
    expect(declared?.works).toBe(true);
    expect(declared?.surroundings?.limits).toMatchObject({ pids: 33, memory: 64 * MIB, cpus: 0.5 });
    expect(declared?.surroundings?.processes.map(({ namespaces }) => namespaces)).toEqual([null, null]);
    expect(findings).toContainEqual(expect.stringMatching(/^not-observed: .*the namespaces of 2 processes/));
  });
});

describe('a container that another hand made looser', () => {
  const { engine, host, forget } = engineFixture();

  async function start(options: readonly string[]): Promise<{ container: string; pid: number }> {
    const container = docker(['run', '-d', ...options, 'debian:bookworm-slim', 'sleep', '600']).trim();
    forget({ kind: 'container', id: container });
    return { container, pid: (await engine.inspect(container)).pid };
  }

  it('is told from one that is as declared', async () => {
    const { container, pid } = await start(['--network=host', '--pid=host', '--uts=host', '--pids-limit=100']);
    const facts = await host.surroundings(container, pid);
    expect(facts).not.toBeNull();
    if (facts === null) return;
    const run = { readOnly: true, pidsLimit: 64, memLimit: 64 * MIB, cpus: 1 };
    const findings = compareSurroundings(sampleService({ run }), facts);
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual(
      expect.arrayContaining([
        `in-force-looser: process "sleep" (host pid ${pid}) has the root filesystem mounted read-write, declared is read_only`,
        'in-force-looser: the limit of the number of processes in force is 100, declared is 64',
        'in-force-looser: memory is not limited, declared is 64 MiB',
        'in-force-looser: processor time is not limited, declared is 1 processor',
        expect.stringMatching(/in the host's (cgroup, )?net, pid and uts namespaces$/),
      ]),
    );
  });

  it('is nothing that the root helper tells about other processes', async () => {
    const [one, other] = [await start([]), await start([])];
    const recorder = tracefsRecorder({ script: join(ROOT, 'dist/recorder.js'), lifetime: 60_000 });
    try {
      const begun = await recorder.begin({ local: true, narrowed: [], watched: [] });
      const recording = 'recording' in begun ? begun.recording : null;
      const told = await recording?.surroundings(one.container, one.pid);
      expect(told?.processes.map(({ pid }) => pid)).toEqual([one.pid]);
      for (const pid of [other.pid, process.pid, 1, 0]) {
        expect(await recording?.surroundings(one.container, pid)).toBeNull();
      }
      await recording?.end();
    } finally {
      await recorder.close();
    }
  });
});
