import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { createProber } from '../../../src/adapters/probe/prober.js';
import { UsageError } from '../../../src/core/errors.js';
import type { ContainerSpec } from '../../../src/ports.js';
import { containerSpec } from '../../support/container-spec.js';
import { engineFixture, IMAGE } from '../../support/engine-fixture.js';

const { engine, host, create, run, runToEnd, shell, docker, forget } = engineFixture();

const sh = (script: string): Partial<ContainerSpec> => ({ command: ['/bin/sh', '-c', script] });
const exec = (container: string, command: readonly string[], signal = new AbortController().signal) =>
  engine.exec(container, { command, user: null, limit: 1000, signal });

describe('describe', () => {
  test('agrees with the docker command', async () => {
    const facts = await engine.describe();
    const [version, arch, kernel] = (
      await docker('version', '--format', '{{.Server.Version}} {{.Server.Arch}} {{.Server.KernelVersion}}')
    )
      .trim()
      .split(' ');
    expect(facts).toMatchObject({ version, arch, kernel, local: true });
    expect(facts.runtime.version).not.toBe('');
  });
});

describe('image', () => {
  test('says what the image says of itself', async () => {
    const facts = await engine.image(IMAGE);
    expect(facts.id).toBe((await docker('image', 'inspect', '--format', '{{.Id}}', IMAGE)).trim());
    expect(facts).toMatchObject({ command: ['bash'], hasHealthcheck: false, stopSignal: null });
    await expect(engine.image(facts.id)).resolves.toEqual(facts);
  });

  test('says that an image cannot be pulled', async () => {
    await expect(engine.image('localhost:1/nobody/nothing:1')).rejects.toMatchObject({
      name: 'EnvironmentError',
      message: expect.stringMatching(/^image "localhost:1\/nobody\/nothing:1" could not be pulled: /) as unknown,
    });
  });

  test.each(['../containers/json', 'x/../../info', '--all', ''])('does not take %j for an image', async (reference) => {
    await expect(engine.image(reference)).rejects.toThrow('is no image reference');
  });
});

describe('stop', () => {
  const onTerm = (action: string): Partial<ContainerSpec> =>
    sh(`trap '${action}' TERM; echo up; while :; do sleep 0.05; done`);

  async function stopped(options: Partial<ContainerSpec>): Promise<number> {
    const container = await run(options);
    while (!(await engine.logs(container, 100)).stdout.includes('up'));
    await engine.stop(container, 1000);
    return (await engine.inspect(container)).exitCode;
  }

  test('lets a container end by itself', async () => {
    expect(await stopped(onTerm('exit 7'))).toBe(7);
  });

  test('kills one that does not', async () => {
    expect(await stopped(onTerm(''))).toBe(137);
  });

  test('sends the stop signal that is asked for', async () => {
    const quits = sh(`trap 'exit 9' QUIT; echo up; while :; do sleep 0.05; done`);
    expect(await stopped({ ...quits, stopSignal: 'SIGQUIT' })).toBe(9);
  });

  test('is content when it has ended already', async () => {
    const container = await run(sh('exit 3'));
    await engine.ended(container, AbortSignal.timeout(60_000));
    await engine.stop(container, 1000);
    expect((await engine.inspect(container)).exitCode).toBe(3);
  });
});

describe('ended', () => {
  test('resolves when the container ends', async () => {
    const container = await run(sh('read line < /run/pipe || sleep 0.2; exit 5'));
    await engine.ended(container, AbortSignal.timeout(60_000));
    expect(await engine.inspect(container)).toMatchObject({ running: false, pid: 0, exitCode: 5, address: '' });
  });

  test("rejects with the signal's reason when that comes first", async () => {
    const controller = new AbortController();
    const reason = new UsageError('enough');
    const waiting = engine.ended(await run({}), controller.signal);
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });
});

describe('exec', () => {
  test('gives the exit code and both streams', async () => {
    expect(await shell(await run({}), 'echo out; echo err >&2; exit 42')).toMatchObject({
      exitCode: 42,
      output: { stdout: 'out\n', stderr: 'err\n', truncated: false },
    });
  });

  test('says why a program cannot be run', async () => {
    const container = await run({});
    const missing = await exec(container, ['/nosuch']);
    expect([126, 127]).toContain(missing.exitCode);
    expect(missing.output.both).toMatch(/no such file/i);
  });

  test('says that the container is not running', async () => {
    const container = await create({});
    expect(await exec(container, ['true'])).toMatchObject({
      exitCode: 126,
      output: { stderr: expect.stringMatching(/is not running|on running containers/) as unknown },
    });
  });

  test('runs as the user that is asked for', async () => {
    const container = await run({});
    const request = { command: ['id', '-u'], user: '33', limit: 100, signal: new AbortController().signal };
    expect((await engine.exec(container, request)).output.stdout).toBe('33\n');
  });

  test('keeps the end of what floods in', async () => {
    const { exitCode, output } = await exec(await run({}), ['sh', '-c', 'yes | head -c 3000000; echo end']);
    expect(exitCode).toBe(0);
    expect(output.truncated).toBe(true);
    expect(output.stdout).toHaveLength(1000);
    expect(output.stdout.endsWith('y\nend\n')).toBe(true);
  });

  test('ends a program when the signal aborts', async () => {
    const container = await run({});
    const controller = new AbortController();
    const reason = new UsageError('enough');
    const hanging = exec(container, ['sleep', '987654'], controller.signal);
    while (!isRunning('sleep\x00987654')) await sleep(20);
    controller.abort(reason);
    await expect(hanging).rejects.toBe(reason);
    while (isRunning('sleep\x00987654')) await sleep(20);
    expect((await engine.inspect(container)).running).toBe(true);
  });

  test('ends a program whenever the signal aborts, also before the engine knows its pid', async () => {
    const container = await run({});
    for (let delay = 0; delay < 200; delay += 10)
      await exec(container, ['sleep', '987653'], AbortSignal.timeout(delay)).catch(() => null);
    while (isRunning('sleep\x00987653')) await sleep(20);
    expect((await engine.inspect(container)).running).toBe(true);
  });
});

/** Whether any process of this machine was started with these words, each ended by a NUL. */
function isRunning(words: string): boolean {
  return readdirSync('/proc').some((pid) => /^\d+$/.test(pid) && textOf(`/proc/${pid}/cmdline`).startsWith(words));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

describe('logs', () => {
  test('keeps the last bytes', async () => {
    const container = await run(sh('seq 1 20000'));
    await engine.ended(container, AbortSignal.timeout(60_000));
    const { stdout, both, truncated } = await engine.logs(container, 12);
    expect([stdout, both, truncated]).toEqual(['19999\n20000\n', '19999\n20000\n', true]);
  });

  test('does not grow without bound on the disk', async () => {
    const container = await run(sh('yes 0123456789012345678901234567890123456789 | head -c 60000000'));
    await engine.ended(container, AbortSignal.timeout(60_000));
    const { stdout } = await engine.logs(container, 64 * 1024 * 1024);
    expect(stdout).toContain('0123456789');
    expect(stdout.length).toBeLessThan(10 * 1024 * 1024);
  });

  test('takes binary output', async () => {
    const { output } = await runToEnd(sh(`printf 'a\\000\\377\\033[31m\\nb'`));
    expect(output.stdout).toBe('a\u0000\uFFFD\u001b[31m\nb');
  });
});

describe('remove', () => {
  test('takes a running container with its anonymous volumes, and is content when it is gone', async () => {
    const container = await run({ anonymousVolumes: ['/data'] });
    const [volume = ''] = (await docker('inspect', '--format', '{{(index .Mounts 0).Name}}', container))
      .trim()
      .split('\n');
    expect(await docker('volume', 'ls', '-q')).toContain(volume);
    await engine.remove({ kind: 'container', id: container });
    await engine.remove({ kind: 'container', id: container });
    expect(await docker('volume', 'ls', '-q')).not.toContain(volume);
  });

  test.each(['network', 'volume', 'image'] as const)('is content when there is no such %s', async (kind) => {
    await expect(engine.remove({ kind, id: 'f'.repeat(64) })).resolves.toBeUndefined();
  });

  test('takes a container that is being removed already', async () => {
    const container = await run({});
    const removal = { kind: 'container', id: container } as const;
    await Promise.all([engine.remove(removal), engine.remove(removal), engine.remove(removal)]);
    expect(await docker('ps', '-aq', '--no-trunc')).not.toContain(container);
  });
});

describe('labelled', () => {
  test('finds everything that carries the label of a run', async () => {
    const labels = { 'tightfit.run': host.uniqueName(), 'tightfit.expires': String(Date.now() + 3_600_000) };
    const container = await run({ labels, anonymousVolumes: ['/data'] });
    const network = await engine.createNetwork({ name: `tightfit-test-${host.uniqueName()}`, internal: true, labels });
    forget({ kind: 'network', id: network });
    const found = (await engine.labelled()).filter(
      (resource) => resource.labels['tightfit.run'] === labels['tightfit.run'],
    );
    // Podman takes no labels for an anonymous volume, which goes with its container.
    const volume = (await engine.describe()).name === 'Podman' ? [] : ['volume'];
    expect(found.map(({ kind }) => kind).sort()).toEqual(['container', 'network', ...volume]);
    expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining([container, network]));
    expect(found.every((resource) => resource.labels['tightfit.expires'] === labels['tightfit.expires'])).toBe(true);
  });
});

/** Perl is a part of every Debian. */
const SERVER = `
use IO::Socket::INET;
my $s = IO::Socket::INET->new(Listen => 5, LocalPort => 8080, ReuseAddr => 1) or die;
while (my $c = $s->accept) {
  my $line = <$c>;
  if ($line =~ /^GET/) { while (<$c> !~ /^\\r?\\n$/) {} print $c "HTTP/1.0 200 OK\\r\\nX-A: b\\r\\n\\r\\nhello"; }
  else { print $c "you said $line"; }
  close $c;
}`;

describe('the network', () => {
  const signal = new AbortController().signal;
  const startContainer = (): Promise<never> => Promise.reject(new UsageError('not needed here'));

  test('lets this machine talk to a container', async () => {
    const container = await run({ command: ['perl', '-e', SERVER] });
    const prober = await createProber({ script: '', lifetime: 1, startContainer }).open({
      container,
      labels: {},
      ...(await engine.inspect(container)),
    });
    const target = { port: 8080, timeout: 10_000, signal };
    const hello = { ...target, send: 'hi\n', enough: (text: string) => text.endsWith('\n') };
    let tcp = await prober.tcp(hello);
    while (!tcp.connected) tcp = await prober.tcp(hello);
    expect(tcp.received).toBe('you said hi\n');
    const http = await prober.http({ ...target, path: '/', method: 'GET', headers: {}, body: null });
    expect(http).toMatchObject({ answered: true, status: 200, headers: { 'x-a': 'b' }, body: 'hello' });
    await expect(prober.tcp({ ...hello, port: 8081 })).resolves.toEqual({
      connected: false,
      reason: 'connection refused',
    });
  });

  test('lets containers find each other by alias', async () => {
    const { id: imageId } = await engine.image(IMAGE);
    const name = `tightfit-test-${host.uniqueName()}`;
    const network = await engine.createNetwork({ name, internal: true, labels: {} });
    forget({ kind: 'network', id: network });
    const server = await run({ name: `${name}-server`, network, alias: 'service', imageId });
    const client = await run({
      name: `${name}-client`,
      network,
      alias: 'client',
      command: ['getent', 'hosts', 'service'],
    });
    await engine.ended(client, AbortSignal.timeout(60_000));
    const { address } = await engine.inspect(server);
    expect((await engine.logs(client, 1000)).stdout).toContain(address);
  });
});

test('the sample specification is one that an engine takes', async () => {
  expect(containerSpec().confinement.readOnly).toBe(true);
  expect((await engine.inspect(await run({}))).running).toBe(true);
});
