import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unixAddress } from '../../../src/adapters/docker/address.js';
import { buildArguments } from '../../../src/adapters/docker/build-arguments.js';
import { build } from '../../../src/adapters/docker/build.js';
import { EnvironmentError } from '../../../src/core/errors.js';
import { PLAIN_BUILD } from '../../../src/core/policy/plain-build.js';
import type { BuildRequest } from '../../../src/ports.js';

let folder = '';
let lines: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-build-test-'));
  lines = [];
  writeFileSync(join(folder, 'Dockerfile'), 'FROM debian\n');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function request(options: Partial<BuildRequest> = {}): BuildRequest {
  return {
    context: folder,
    dockerfile: join(folder, 'Dockerfile'),
    args: {},
    target: null,
    labels: {},
    options: PLAIN_BUILD,
    onLine: (line) => lines.push(line),
    signal: new AbortController().signal,
    ...options,
  };
}

const DOCKER = { endpoint: { address: unixAddress('/run/x.sock'), certificates: null }, version: {} };
const PODMAN = { ...DOCKER, version: { Components: [{ Name: 'Podman Engine' }] } };

const CONFIG = `sha256:${'c'.repeat(64)}`;
const MANIFEST = `sha256:${'a'.repeat(64)}`;

/** Builds with a docker command that is this shell script and has no buildx. */
function buildWith(
  script: string,
  options: Partial<BuildRequest> = {},
  environment: Record<string, string> = {},
): Promise<readonly string[]> {
  return buildBy(`[ "$1" = buildx ] && exit 1\n${script}`, { options, environment });
}

function buildBy(
  script: string,
  {
    options = {},
    environment = {},
    client = DOCKER,
  }: { options?: Partial<BuildRequest>; environment?: Record<string, string>; client?: typeof DOCKER } = {},
): Promise<readonly string[]> {
  writeFileSync(join(folder, 'docker'), `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`, { mode: 0o755 });
  return build(client, request(options), { PATH: folder, ...environment });
}

describe('buildArguments', () => {
  test('names everything and no secret', () => {
    const asked = request({
      context: '/c',
      dockerfile: '/c/D',
      args: { VERSION: '1 2' },
      target: 'final',
      labels: { 'tightfit.run': 'r' },
    });
    const files = { id: '/tmp/id', metadata: '/tmp/metadata' };
    const common = [
      ...['--iidfile', '/tmp/id'],
      ...['--file', '/c/D'],
      ...['--label', 'tightfit.run=r'],
      ...['--build-arg', 'VERSION=1 2'],
      ...['--target', 'final'],
    ];
    expect(buildArguments(asked, 'plain', files)).toEqual(['build', '--force-rm', ...common]);
    expect(buildArguments(asked, 'buildx', files)).toEqual([
      ...['buildx', 'build', '--metadata-file', '/tmp/metadata'],
      ...common,
    ]);
  });
});

describe('build', () => {
  test("gives the image's id, and lines of both streams as they come", async () => {
    const script = `echo one; echo two >&2; echo ${CONFIG} > "$4"`;
    await expect(buildWith(script)).resolves.toEqual([CONFIG]);
    expect(lines.sort()).toEqual(['one', 'two']);
  });

  const BUILDX = `[ "$2" = version ] && exit 0; printf ${CONFIG} > "$6"`;

  test("gives the digest of the manifest first where the builder's metadata has it", async () => {
    const metadata = JSON.stringify({ 'containerimage.digest': MANIFEST, 'containerimage.config.digest': CONFIG });
    await expect(buildBy(`${BUILDX}; echo '${metadata}' > "$4"`)).resolves.toEqual([MANIFEST, CONFIG]);
  });

  test.each(['', 'no JSON', '{}', '{"containerimage.digest": "sha256:short"}'])(
    'goes by the id file where the metadata is %j',
    async (metadata) => {
      await expect(buildBy(`${BUILDX}; echo '${metadata}' > "$4"`)).resolves.toEqual([CONFIG]);
    },
  );

  test.each([
    ['DOCKER_BUILDKIT=0 asks for the legacy builder', { environment: { DOCKER_BUILDKIT: '0' } }],
    ['the engine is Podman, which has no BuildKit', { client: PODMAN }],
  ])('leaves buildx alone where %s', async (_, options) => {
    const script = `[ "$1 $DOCKER_BUILDKIT" = "build 0" ] && echo ${CONFIG} > "$4"`;
    await expect(buildBy(script, options)).resolves.toEqual([CONFIG]);
  });

  test('gives the docker command an environment of its own', async () => {
    const dirty = {
      HOME: '/home/me',
      DOCKER_CONFIG: '/home/me/.docker',
      DOCKER_CONTEXT: 'other',
      GITHUB_TOKEN: 't',
      ACTIONS_RUNTIME_TOKEN: 't',
      INPUT_POLICY: 'x',
      BUILDX_BUILDER: 'remote',
      LD_PRELOAD: '/evil.so',
    };
    await buildWith(`env > ${join(folder, 'env')}; printf x > "$4"`, {}, dirty);
    const names = readFileSync(join(folder, 'env'), 'utf8')
      .split('\n')
      .map((line) => line.split('=')[0] ?? '')
      .filter((name) => !['', '_', 'PWD', 'OLDPWD', 'SHLVL'].includes(name));
    expect(names.sort()).toEqual([
      'BUILDKIT_PROGRESS',
      'BUILDX_BUILDER',
      'BUILDX_GIT_INFO',
      'BUILDX_NO_DEFAULT_ATTESTATIONS',
      'DOCKER_CONFIG',
      'DOCKER_HOST',
      'HOME',
      'PATH',
    ]);
    expect(readFileSync(join(folder, 'env'), 'utf8')).toMatch(/^DOCKER_HOST=unix:\/\/\/run\/x\.sock$/m);
    expect(readFileSync(join(folder, 'env'), 'utf8')).toMatch(/^BUILDX_BUILDER=default$/m);
  });

  test('says how a build failed, with its last line, and keeps the last lines', async () => {
    const built = buildWith('echo "Step 1/2"; echo "E: no such package"; echo; exit 100');
    await expect(built).rejects.toThrow(EnvironmentError);
    await expect(built).rejects.toMatchObject({
      message: `building ${join(folder, 'Dockerfile')} failed with exit code 100: E: no such package`,
      cause: ['Step 1/2', 'E: no such package'],
    });
  });

  test('says what to do when the disk is full', async () => {
    await expect(
      buildWith('echo "write /x: no space left on device" >&2; echo "exit code 1"; exit 1'),
    ).rejects.toMatchObject({
      advice: expect.stringContaining('docker system prune') as unknown,
    });
  });

  test('says that the docker command is missing', async () => {
    await expect(build(DOCKER, request(), { PATH: folder })).rejects.toThrow('the docker command is not installed');
  });

  test('ends a build that is cancelled, with everything it started', async () => {
    const controller = new AbortController();
    const reason = new EnvironmentError('cancelled', '');
    const script = `trap '' TERM; (trap '' TERM; echo $$; sleep 600) & wait`;
    const cancelling = {
      signal: controller.signal,
      onLine: () => {
        controller.abort(reason);
      },
    };
    await expect(buildWith(script, cancelling)).rejects.toBe(reason);
  });

  test.each(['exit 0', 'exit 1'])('leaves no temporary file after %s', async (end) => {
    await buildWith(`printf x > "$4"; dirname "$4" > ${join(folder, 'scratch')}; ${end}`).catch(() => undefined);
    const scratch = readFileSync(join(folder, 'scratch'), 'utf8').trim();
    expect(scratch.startsWith(join(tmpdir(), 'tightfit-build-'))).toBe(true);
    expect(existsSync(scratch)).toBe(false);
  });

  test.each([
    ['the Dockerfile', '# syntax=evil/frontend\nFROM debian\n', {}],
    ['a build argument', 'FROM debian\n', { BUILDKIT_SYNTAX: 'evil/frontend' }],
  ])("refuses a stranger's frontend in %s", async (_, text, args) => {
    writeFileSync(join(folder, 'Dockerfile'), text);
    await expect(buildWith('touch "$0.ran"', { args })).rejects.toThrow('hands the build to "evil/frontend"');
    expect(existsSync(join(folder, 'docker.ran'))).toBe(false);
  });

  test('says that the Dockerfile cannot be read', async () => {
    await expect(buildWith('exit 0', { dockerfile: join(folder, 'nosuch') })).rejects.toThrow('nosuch cannot be read');
  });
});
