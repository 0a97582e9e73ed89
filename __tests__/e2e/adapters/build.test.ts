import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createEngine } from '../../../src/adapters/docker/engine.js';
import { EnvironmentError, UsageError } from '../../../src/core/errors.js';
import { PLAIN_BUILD } from '../../../src/core/policy/plain-build.js';
import type { BuildRequest } from '../../../src/ports.js';
import { builders } from '../../support/builders.js';
import { engineFixture, IMAGE } from '../../support/engine-fixture.js';

const { engine, host, run, runToEnd, docker, forget } = engineFixture();

let folder = '';
let lines: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-context-'));
  lines = [];
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function request(options: Partial<BuildRequest> = {}): BuildRequest {
  return {
    context: folder,
    dockerfile: join(folder, 'Dockerfile'),
    args: {},
    target: null,
    labels: { 'tightfit.test': 'adapters' },
    options: PLAIN_BUILD,
    onLine: (line) => lines.push(line),
    signal: AbortSignal.timeout(120_000),
    ...options,
  };
}

/** Whether any container, in any state, has this in its command. */
async function isInContainers(word: string): Promise<boolean> {
  return (await docker('ps', '-a', '--no-trunc', '--format', '{{.Command}}')).includes(word);
}

describe.each(builders())('%s', (_, environment) => {
  const builder = createEngine(environment);

  test('builds an image with its arguments, target and labels', async () => {
    write('Dockerfile', `FROM ${IMAGE} AS first\nARG WORD=none\nRUN echo "$WORD" > /word\nFROM first\nRUN exit 1\n`);
    const id = await builder.build(request({ args: { WORD: 'a "b" $c' }, target: 'first' }));
    forget({ kind: 'image', id });
    expect(id).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect((await docker('image', 'inspect', '--format', '{{index .Config.Labels "tightfit.test"}}', id)).trim()).toBe(
      'adapters',
    );
    const { output } = await runToEnd({ imageId: id, command: ['cat', '/word'] });
    expect(output.stdout).toBe('a "b" $c\n');
  });

  test('gives the log as it comes', async () => {
    // A word of its own keeps the builder from giving an earlier build's layer without its log.
    const word = host.uniqueName();
    write('Dockerfile', `FROM ${IMAGE}\nRUN echo he""llo-${word}\n`);
    const id = await builder.build(request());
    forget({ kind: 'image', id });
    expect(lines.join('\n')).toContain(`hello-${word}`);
  });

  test('says how a build failed, and leaves no container', async () => {
    write('Dockerfile', `FROM ${IMAGE}\nRUN echo wo""rse; exit 42\n`);
    await expect(builder.build(request())).rejects.toThrow(EnvironmentError);
    expect(lines.join('\n')).toContain('worse');
    expect(await isInContainers('wo""rse')).toBe(false);
  });

  test('can be cancelled, and leaves no container', async () => {
    write('Dockerfile', `FROM ${IMAGE}\nRUN echo sta""rted; sleep 300\n`);
    const controller = new AbortController();
    const reason = new UsageError('enough');
    const onLine = (line: string): void => {
      if (line.includes('started')) controller.abort(reason);
    };
    await expect(builder.build(request({ onLine, signal: controller.signal }))).rejects.toBe(reason);
    while (await isInContainers('sta""rted'));
  });

  test('heeds .dockerignore', async () => {
    write('Dockerfile', `FROM ${IMAGE}\nCOPY . /context\n`);
    write('secret', 'x');
    write('.dockerignore', 'secret\n');
    const id = await builder.build(request());
    forget({ kind: 'image', id });
    const { output } = await runToEnd({ imageId: id, command: ['ls', '-A', '/context'] });
    expect(output.stdout).not.toContain('secret');
    expect(output.stdout).toContain('Dockerfile');
  });
});

describe('image', () => {
  test('knows the health check and the volumes of what was built', async () => {
    write('Dockerfile', `FROM ${IMAGE}\nHEALTHCHECK CMD true\nVOLUME /data\nSTOPSIGNAL SIGQUIT\nUSER 33\nEXPOSE 80\n`);
    const id = await engine.build(request());
    forget({ kind: 'image', id });
    await expect(engine.image(id)).resolves.toMatchObject({
      hasHealthcheck: true,
      volumes: ['/data'],
      stopSignal: 'SIGQUIT',
      user: '33',
      exposedPorts: ['80/tcp'],
    });
  });

  test.each([
    ['true', 'healthy'],
    ['false', 'unhealthy'],
  ])('whose health check is %s becomes %s', async (command, health) => {
    write(
      'Dockerfile',
      `FROM ${IMAGE}\nHEALTHCHECK --interval=1s --timeout=5s --retries=1 CMD ${command}\nCMD ["sleep", "100"]\n`,
    );
    const id = await engine.build(request());
    forget({ kind: 'image', id });
    const container = await run({ imageId: id, command: null });
    expect((await engine.inspect(container)).health).toBe('starting');
    while ((await engine.health(container, 10_000)) === 'starting');
    expect((await engine.inspect(container)).health).toBe(health);
  });
});
