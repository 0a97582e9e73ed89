import { describe, expect, it } from '@jest/globals';
import { ENGINE_DEFAULTS } from '../../../src/app/engine-defaults.js';
import { initPolicy } from '../../../src/app/init/init.js';
import { EnvironmentError, UsageError } from '../../../src/core/errors.js';
import { parsePolicy } from '../../../src/core/policy/parse.js';
import { parseProfile } from '../../../src/core/seccomp/parse-profile.js';
import type { RunOptions } from '../../../src/core/policy/policy.js';
import type { ContainerSpec, UsageFacts } from '../../../src/ports.js';
import { fakeProcess, fakeWorld, type Behaviour, type FakeOptions, type FakeWorld } from '../../support/fake-world.js';
import { initRequest } from '../../support/init-request.js';
import { check, refusal, sampleRecord, use } from '../../support/sample-record.js';

const DOCKERFILE = 'FROM scratch\nEXPOSE 8080\nCMD ["/serve"]\n';
const PAGE = { answered: true, status: 200, headers: {}, body: '<html><title>It fits</title></html>' } as const;
const USAGE: UsageFacts = { listening: [8080], pids: 3, memory: 5 * 1024 * 1024 };

function worldOf(behave: (spec: ContainerSpec) => Behaviour, options: Partial<FakeOptions> = {}): FakeWorld {
  return fakeWorld({
    files: { Dockerfile: DOCKERFILE },
    behave: (spec) => ({ http: PAGE, usage: USAGE, processes: [processFor(spec)], ...behave(spec) }),
    records: () => sampleRecord({ used: [use('read'), use('write'), use('listen')] }),
    ...options,
    image: { exposedPorts: ['8080/tcp'], ...options.image },
  });
}

/** A process confined as its container asks for, so that nothing but the draft is judged. */
function processFor({ confinement, user }: ContainerSpec): ReturnType<typeof fakeProcess> {
  const isRoot = user === null;
  const none = '0000000000000000';
  const dropped = confinement.capDrop.includes('ALL') && confinement.capAdd.length === 0;
  const held = dropped || !isRoot ? none : '00000000a80425fb';
  return fakeProcess({
    uid: isRoot ? 0 : 1000,
    gid: isRoot ? 0 : 1000,
    capEff: held,
    capPrm: held,
    capBnd: dropped ? none : '00000000a80425fb',
    noNewPrivs: confinement.noNewPrivileges,
  });
}

async function drafted(
  world: FakeWorld,
): Promise<{ run: RunOptions | undefined; text: string; note: string; names: string[] }> {
  const { files, note } = await initPolicy(world, initRequest());
  const text = files[0]?.text ?? '';
  const { policy, findings } = parsePolicy('tightfit.yml', text);
  expect(findings).toEqual([]);
  return { run: policy?.services[0]?.run, text, note, names: files.map(({ name }) => name) };
}

describe('init with an engine', () => {
  it('proposes what the run speaks for, and shows that the service works under it', async () => {
    const world = worldOf(() => ({
      changes: [
        { path: '/tmp', kind: 'modified', folder: true },
        { path: '/tmp/serve.pid', kind: 'added', folder: false },
        { path: '/srv/data', kind: 'modified', folder: true },
      ],
    }));
    const { run, text, note, names } = await drafted(world);
    expect(names).toEqual(['tightfit.yml', 'profile.json']);
    expect(run).toMatchObject({
      capDrop: ['ALL'],
      capAdd: [],
      noNewPrivileges: true,
      readOnly: true,
      tmpfs: [{ path: '/tmp', options: '' }],
      volumes: [{ kind: 'anonymous', target: '/srv/data' }],
      seccomp: { kind: 'file', path: 'profile.json' },
      pidsLimit: 16,
      memLimit: 64 * 1024 * 1024,
    });
    expect(text).toContain("body: { contains: 'It fits' }");
    expect(text).toContain('# Checked with the tests below: tight');
    expect(note).toBe('');
    expect([...world.present.values()].filter(({ kind }) => kind !== 'image')).toEqual([]);
  });

  it('begins with the engine defaults and ends with the policy as written', async () => {
    const world = worldOf(() => ({}));
    await drafted(world);
    expect(world.created[0]?.confinement).toEqual(ENGINE_DEFAULTS);
    expect(world.created.map(({ confinement }) => confinement)).toContainEqual(
      expect.objectContaining({
        capDrop: ['ALL'],
        readOnly: true,
        seccomp: expect.objectContaining({ kind: 'profile' }),
      }),
    );
  });

  it('takes back read_only when that breaks the service, and says what was seen', async () => {
    const { run, text } = await drafted(
      worldOf(({ confinement }) =>
        confinement.readOnly ? { ends: { exitCode: 3 }, log: 'cannot write \u001b[31m' } : {},
      ),
    );
    expect(run).toMatchObject({ readOnly: false, noNewPrivileges: true, capDrop: ['ALL'] });
    expect(text.replace(/\s*\n\s*# /g, ' ')).toContain(
      'read_only: true broke the service: stop failed: the container had ended by itself with exit code 3',
    );
    expect(text).not.toContain('\u001b');
  });

  it('takes back several options when no single one is at fault', async () => {
    const { run, note } = await drafted(
      worldOf(({ confinement }) =>
        confinement.readOnly || confinement.noNewPrivileges ? { ends: { exitCode: 3 } } : {},
      ),
    );
    expect(run).toMatchObject({ readOnly: false, noNewPrivileges: false });
    expect(note).toBe('');
  });

  it('takes back the profile when that breaks the service', async () => {
    const { run, text, names } = await drafted(
      worldOf(({ confinement }) => (confinement.seccomp.kind === 'profile' ? { refused: 'seccomp: no' } : {})),
    );
    expect(names).toEqual(['tightfit.yml']);
    expect(run).toMatchObject({ seccomp: { kind: 'default' }, readOnly: true });
    expect(text.replace(/\s*\n\s*# /g, ' ')).toContain('broke the service: start failed: seccomp: no');
  });

  it('keeps the capabilities that a root service needs, and names those it used without need', async () => {
    const uses = sampleRecord({ used: [use('read')], capabilities: [check('SETUID'), check('CHOWN')] });
    const { run, text } = await drafted(
      worldOf(
        ({ confinement: { capDrop, capAdd } }) =>
          capDrop.includes('ALL') && !capAdd.includes('SETUID') ? { ends: { exitCode: 1 } } : {},
        {
          records: () => uses,
        },
      ),
    );
    expect(run?.capAdd).toEqual(['SETUID']);
    expect(text.replace(/\s*\n\s*# /g, ' ')).toContain('It was seen to use CHOWN too, and passes these tests without.');
  });

  it('names the user of the image, or the one that everything runs as', async () => {
    expect((await drafted(worldOf(() => ({}), { image: { user: 'app' } }))).run?.user).toBe('app');
    const dropped = worldOf(() => ({ processes: [fakeProcess({ uid: 7, gid: 8 })] }));
    expect((await drafted(dropped)).run?.user).toBe('7:8');
  });

  it('fits no profile where nothing is recorded, and says why', async () => {
    const world = fakeWorld({
      files: { Dockerfile: DOCKERFILE },
      behave: () => ({ http: PAGE, usage: USAGE }),
      image: { exposedPorts: ['8080/tcp'] },
    });
    const { run, text, names } = await drafted(world);
    expect(names).toEqual(['tightfit.yml']);
    expect(run).toMatchObject({ readOnly: true, seccomp: { kind: 'default' } });
    expect(text).toContain('no recorder here');
  });

  it('writes a guess when the service fails by itself, and says so', async () => {
    const { run, text, note, names } = await drafted(worldOf(() => ({ ends: { exitCode: 1 }, log: 'no database' })));
    expect(note).toContain(
      "The service was run and failed under the engine's defaults: stop failed: the container had ended by itself",
    );
    expect(text).toContain('# The service was run and failed');
    expect(names).toEqual(['tightfit.yml']);
    expect(run?.readOnly).toBe(false);
  });

  it('waits for a line of the log where there is no port', async () => {
    const quiet = worldOf(
      () => ({ usage: { ...USAGE, listening: [] }, log: '12:01 booting\n12:02 worker is ready (pid 7)\n' }),
      {
        image: { exposedPorts: [] },
      },
    );
    expect((await drafted(quiet)).text).toContain("ready: { log: { present: 'worker is ready' }, timeout: 30s }");
  });
});

describe('init without one', () => {
  it('writes a guess and says what is missing', async () => {
    const world = worldOf(() => ({}), {
      describe: () => {
        throw new EnvironmentError('no engine answers', 'Start one.');
      },
    });
    const { note, names } = await drafted(world);
    expect(note).toContain('It was not run: no engine answers');
    expect(note).toContain('were not measured');
    expect(names).toEqual(['tightfit.yml']);
  });

  it('can tell nothing of an image', async () => {
    const world = worldOf(() => ({}), {
      describe: () => {
        throw new EnvironmentError('no engine answers', 'Start one.');
      },
    });
    await expect(initPolicy(world, initRequest({ image: 'nginx:1.28' }))).rejects.toThrow('no engine answers');
  });
});

describe('init of what cannot be', () => {
  const filesOf = (...names: readonly string[]): FakeWorld =>
    fakeWorld({ files: Object.fromEntries(names.map((name) => [name, DOCKERFILE])), behave: () => ({}) });

  it.each([
    ['no Dockerfile', filesOf('README.md'), {}, /"\." has no Dockerfile\. Give a folder that has one/],
    [
      'several',
      filesOf('Dockerfile.a', 'b.dockerfile'),
      {},
      /several Dockerfiles: Dockerfile\.a, b\.dockerfile\. Name the one you mean: tightfit init Dockerfile\.a/,
    ],
    ['a Dockerfile that is not there', filesOf('x'), { path: 'web/Dockerfile' }, /web\/Dockerfile does not exist/],
    [
      'a policy that is there',
      filesOf('Dockerfile', 'tightfit.yml'),
      {},
      /tightfit\.yml is already there\. Use --force/,
    ],
    ['a profile that is there', filesOf('Dockerfile', 'profile.json'), {}, /profile\.json is already there/],
    ['a name that is none', filesOf('Dockerfile'), { name: 'a b' }, /--name: "a b" is no service name/],
    ['an image that is not run', filesOf('Dockerfile'), { image: 'x', run: false }, /--no-run reads a Dockerfile/],
  ])('refuses %s before anything is run', async (_, world, changes, message) => {
    const outcome = initPolicy(world, initRequest(changes));
    await expect(outcome).rejects.toThrow(message);
    await expect(outcome).rejects.toBeInstanceOf(UsageError);
    expect(world.created).toEqual([]);
  });

  it('refuses a Dockerfile without FROM', async () => {
    const world = fakeWorld({ files: { Dockerfile: 'RUN true\n' }, behave: () => ({}) });
    await expect(initPolicy(world, initRequest())).rejects.toThrow('"Dockerfile" has no FROM');
  });

  it('tells why an image could not be built', async () => {
    const world = worldOf(() => ({}), {
      buildFails: new EnvironmentError('building Dockerfile failed', 'Correct it.'),
    });
    await expect(initPolicy(world, initRequest())).rejects.toThrow('building Dockerfile failed');
    expect(world.created).toEqual([]);
  });

  it('takes the one Dockerfile of a folder whatever it is called, and one that is named', async () => {
    const only = await initPolicy(filesOf('Dockerfile.debian'), initRequest({ run: false }));
    expect(only.files[0]?.text).toContain('build: { context: ., dockerfile: Dockerfile.debian }');
    const named = await initPolicy(
      filesOf('web/Dockerfile.a', 'web/Dockerfile.b'),
      initRequest({ run: false, path: 'web/Dockerfile.b' }),
    );
    expect(named.folder).toBe('web');
    expect(named.files[0]?.text).toContain('dockerfile: Dockerfile.b');
  });
});

describe('the profile that init fits', () => {
  it("lets through what was seen and nothing that Docker's default refuses, whatever was refused in the check", async () => {
    const world = worldOf(
      ({ confinement: { seccomp } }) => (seccomp.kind === 'profile' ? { ends: { exitCode: 1 } } : {}),
      {
        records: ({ confinement: { seccomp } }) =>
          sampleRecord({
            used: [use('read')],
            refused: seccomp.kind === 'profile' ? [refusal('mount'), refusal('getcwd')] : [],
          }),
      },
    );
    await initPolicy(world, initRequest());
    const tried = world.created.flatMap(({ confinement: { seccomp } }) =>
      seccomp.kind === 'profile' ? [seccomp.json] : [],
    );
    const allowed = tried.map((json) => {
      const rules = parseProfile('profile.json', json).profile?.rules ?? [];
      return new Set(rules.flatMap(({ action, names }) => (action === 'SCMP_ACT_ALLOW' ? names : [])));
    });
    expect(allowed.length).toBeGreaterThan(1);
    expect(allowed.every((names) => names.has('read') && !names.has('mount') && !names.has('clone3'))).toBe(true);
    expect(allowed.map((names) => names.has('getcwd'))).toContain(true);
  });
});
