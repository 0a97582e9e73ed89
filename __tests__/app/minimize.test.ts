import { describe, expect, it } from '@jest/globals';
import type { Journal } from '../../src/app/minimize-journal.js';
import { minimize } from '../../src/app/minimize.js';
import { EnvironmentError } from '../../src/core/errors.js';
import { minimizeExitCode } from '../../src/core/fit/minimize-exit-code.js';
import type { CheckResult } from '../../src/core/result.js';
import { mergeShards } from '../../src/core/shard/merge-shards.js';
import type { Shard } from '../../src/core/shard/shard.js';
import type { ContainerSpec } from '../../src/ports.js';
import { FAKE_ENGINE, fakeWorld, type FakeOptions, type FakeWorld } from '../support/fake-world.js';
import { check, refusal, sampleRecord, use } from '../support/sample-record.js';

const OK = { answered: true, status: 200, headers: {}, body: 'hello' } as const;
const BAD = { answered: true, status: 500, headers: {}, body: '' } as const;

/** What the simulated service calls and holds, and what of that it cannot do without. */
const CALLS = ['read', 'write', 'openat', 'getcwd', 'sendmsg', 'uname', 'mremap', 'epoll_wait'];
const NEEDED_CALLS = ['sendmsg', 'mremap', 'epoll_wait'];
const NEEDED_CAPABILITY = 'SETUID';

const POLICY = `version: 1
services:
  web:
    image: web:1
    run: { read_only: true, pids_limit: 64, mem_limit: 64m, security_opt: ["no-new-privileges:true"] }
    ready: { tcp: 80 }
    tests:
      - name: answers
        http: { port: 80, path: / }
    minimize: { repeats: 3 }
`;

function isAllowed({ confinement }: ContainerSpec, name: string): boolean {
  if (confinement.seccomp.kind !== 'profile') return true;
  const { syscalls } = JSON.parse(confinement.seccomp.json) as { syscalls: { names: string[]; action: string }[] };
  return syscalls.some(({ names, action }) => action === 'SCMP_ACT_ALLOW' && names.includes(name));
}

function works(spec: ContainerSpec): boolean {
  return spec.confinement.capAdd.includes(NEEDED_CAPABILITY) && NEEDED_CALLS.every((name) => isAllowed(spec, name));
}

function recordOf(spec: ContainerSpec): ReturnType<typeof sampleRecord> {
  const held = (name: string): 'granted' | 'refused' =>
    spec.confinement.capAdd.some((one) => one === name) ? 'granted' : 'refused';
  return sampleRecord({
    used: CALLS.filter((name) => isAllowed(spec, name)).map((name) => use(name)),
    refused: CALLS.filter((name) => !isAllowed(spec, name)).map((name) => refusal(name)),
    capabilities: [check('SETUID', { outcome: held('SETUID') }), check('CHOWN', { outcome: held('CHOWN') })],
  });
}

function simulated(options: Partial<FakeOptions> = {}): FakeWorld {
  return fakeWorld({
    files: { 'tightfit.yml': POLICY },
    behave: (spec) => ({ http: works(spec) || spec.confinement.capDrop.length === 0 ? OK : BAD }),
    records: recordOf,
    ...options,
  });
}

interface Asked {
  readonly resume?: boolean;
  readonly shard?: Shard;
  readonly journal?: Journal | null;
  readonly jobs?: number;
  readonly signal?: AbortSignal;
}

function run(
  world: FakeWorld,
  { resume = false, shard, journal = null, jobs = 2, signal }: Asked = {},
): Promise<CheckResult> {
  return minimize(world, {
    policyFile: 'tightfit.yml',
    services: [],
    shard: shard ?? null,
    timeout: 3_600_000,
    runId: 'r1',
    version: '0.0.0',
    signal: signal ?? new AbortController().signal,
    settings: { jobs, repeats: null, tryFrozen: null, seed: 0, resume, journal },
  });
}

function memoryJournal(
  onWrite: (text: string) => void = () => undefined,
): Journal & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    read: (name) =>
      Promise.resolve([...texts].filter(([key]) => key === name || key.startsWith(`${name}.`)).map(([, text]) => text)),
    write: (service, text) => {
      texts.set(service, text);
      onWrite(text);
      return Promise.resolve();
    },
    remove: (service) => {
      texts.delete(service);
      return Promise.resolve();
    },
  };
}

function rules({ findings }: CheckResult): readonly string[] {
  return findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
}

describe('minimize', () => {
  it('finds exactly what the service needs and leaves nothing behind', async () => {
    const world = simulated();
    const report = (await run(world)).services[0]?.minimize;
    expect(report?.capabilities.needed).toEqual(['SETUID']);
    const free = report?.syscalls.needed.filter((name) => !report.syscalls.frozen.includes(name));
    expect(free).toEqual([...NEEDED_CALLS].sort());
    expect(report?.confirmation).toEqual({ repeats: 3, failures: 0, privilegeRegressions: 0, failureBound: 1 });
    expect(world.present.size).toBe(0);
  });

  it.each([
    ['20.10.24', []],
    [
      '28.5.2',
      [
        "The default profile of Docker 28.5.2 is not known. The search began with the calls of Docker's current default (since 29.4.2) instead.",
      ],
    ],
  ])('says what it began with where the default profile of the engine is not known (%s)', async (version, notes) => {
    const report = (await run(simulated({ describe: () => ({ ...FAKE_ENGINE, version }) }))).services[0]?.minimize;
    expect(report?.notes.filter((note) => note.includes('default profile'))).toEqual(notes);
  });

  it('shows for each grant that is needed the trial that failed and the refusal in it', async () => {
    const report = (await run(simulated())).services[0]?.minimize;
    const row = report?.rows.find(({ name }) => name === 'sendmsg');
    expect(row).toMatchObject({ state: 'needed', effect: 'test-fails', step: 'answers' });
    expect(row?.refused).toContain('sendmsg (EPERM)');
    expect(report?.rows.map(({ name, state }) => `${name} ${state}`)).toContain('SETUID needed');
  });

  it('gives the same however many trials run side by side', async () => {
    const sets = await Promise.all([1, 2, 5].map((jobs) => run(simulated(), { jobs })));
    const needed = sets.map(({ services }) => services[0]?.minimize?.syscalls.needed);
    expect(needed[1]).toEqual(needed[0]);
    expect(needed[2]).toEqual(needed[0]);
  });

  it('shares the trials of a service among shards, and one run with what all proved finishes', async () => {
    const journal = memoryJournal();
    const count = 3;
    const shards: CheckResult[] = [];
    for (const index of [1, 2, 3]) shards.push(await run(simulated(), { journal, shard: { index, count } }));
    for (const result of shards) {
      expect(result).toMatchObject({ verdict: 'unjudged', services: [] });
      expect(result.findings.map(({ rule }) => rule)).toContain('minimize-shared');
      expect(minimizeExitCode(result)).toBe(0);
    }
    expect([...journal.texts.keys()]).toEqual(['web.1-of-3', 'web.2-of-3', 'web.3-of-3']);
    const alone = simulated();
    const finishing = simulated();
    const whole = (await run(alone)).services[0]?.minimize;
    const finished = (await run(finishing, { journal, resume: true })).services[0]?.minimize;
    expect(finished?.syscalls.needed).toEqual(whole?.syscalls.needed);
    expect(finished?.trials).toMatchObject({ total: whole?.trials.total, syscalls: whole?.trials.syscalls });
    expect(finishing.created.length).toBeLessThan(alone.created.length);
  });

  it('merged shards that nobody finished are unjudged, and fail', async () => {
    const journal = memoryJournal();
    const results = await Promise.all(
      [1, 2].map(async (index) => {
        const shard = { index, count: 2 };
        return { file: `tightfit.${index}-of-2.json`, shard, result: await run(simulated(), { journal, shard }) };
      }),
    );
    const [first, ...others] = results;
    if (first === undefined) throw new TypeError('no shard gave a result');
    const merged = mergeShards([first, ...others]);
    expect(merged.verdict).toBe('unjudged');
    expect(minimizeExitCode(merged)).toBe(2);
    expect(rules(merged)).toEqual(['minimize-shared']);
  });

  it('finds the same by trials alone where nothing is recorded, and says so', async () => {
    const world = fakeWorld({
      files: { 'tightfit.yml': POLICY },
      behave: (spec) => ({ http: works(spec) || spec.confinement.capDrop.length === 0 ? OK : BAD }),
    });
    const report = (await run(world)).services[0]?.minimize;
    expect(report?.recorded).toBe(false);
    expect(report?.capabilities.needed).toEqual(['SETUID']);
    expect(report?.syscalls.needed).toEqual(expect.arrayContaining(NEEDED_CALLS));
    expect(report?.notes.join(' ')).toContain('Trials alone were believed');
  });

  it('says of a service that fails with everything granted that it is broken by itself', async () => {
    const result = await run(simulated({ behave: () => ({ http: BAD }) }));
    expect(rules(result)).toContain('broken-by-itself');
    expect(result.services[0]?.minimize).toBeNull();
  });

  it('does not judge a service that fails now and then', async () => {
    const result = await run(simulated({ behave: (_spec, nth) => ({ http: nth % 2 === 0 ? OK : BAD }) }));
    expect(rules(result)).toContain('flaky-service');
    expect(result.verdict).toBe('unjudged');
  });

  it('takes no trial for failed that the engine ended', async () => {
    const world = simulated();
    const create = world.engine.createContainer.bind(world.engine);
    let created = 0;
    const engine = {
      ...world.engine,
      createContainer: (spec: ContainerSpec) => {
        created += 1;
        return created % 7 === 0 ? Promise.reject(new EnvironmentError('no answer', 'Start it.')) : create(spec);
      },
    };
    const report = (await run({ ...world, engine })).services[0]?.minimize;
    expect(report?.capabilities.needed).toEqual(['SETUID']);
    expect(report?.trials.total).toBeLessThan(created);
  });

  it('counts its trials in the order they begin, to about as many as there are', async () => {
    const world = simulated();
    const report = (await run(world, { jobs: 3 })).services[0]?.minimize;
    const told = world.lines.flatMap((line) => /^~ trial (\d+) of about (\d+)/.exec(line)?.slice(1).map(Number) ?? []);
    const numbers = told.filter((_, place) => place % 2 === 0);
    const second = numbers.lastIndexOf(1);
    const upTo = (end: number): readonly number[] => Array.from({ length: end }, (_, index) => index + 1);
    expect(numbers.slice(0, second)).toEqual(upTo(second));
    expect(numbers.slice(second)).toEqual(upTo(numbers.length - second));
    expect(numbers).toHaveLength(report?.trials.total ?? 0);
    expect(told.at(-1)).toBe(told.at(-2));
  });

  it('goes on from what an interrupted run had proven', async () => {
    const controller = new AbortController();
    const journal = memoryJournal((text) => {
      if ((JSON.parse(text) as { syscalls: { outcomes: unknown[] } | null }).syscalls?.outcomes.length === 4)
        controller.abort();
    });
    const stopped = await run(simulated(), { journal, signal: controller.signal, jobs: 1 });
    expect(rules(stopped)).toContain('cancelled');
    const whole = await run(simulated(), { jobs: 1 });
    const world = simulated();
    const resumed = await run(world, { journal, resume: true, jobs: 1 });
    expect(resumed.services[0]?.minimize?.syscalls).toEqual(whole.services[0]?.minimize?.syscalls);
    expect(resumed.services[0]?.minimize?.trials.total).toBe(whole.services[0]?.minimize?.trials.total);
    expect(journal.texts.size).toBe(0);
  });

  it('starts anew when something has changed, and says what', async () => {
    const journal = memoryJournal();
    await run(simulated(), { journal: { ...journal, remove: () => Promise.resolve() } });
    const world = simulated({ image: { id: `sha256:${'b'.repeat(64)}` } });
    await run(world, { journal, resume: true });
    expect(world.lines.join('\n')).toContain('since the earlier run this has changed: image');
  });
});
