import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findEndpoint } from '../../../src/adapters/docker/endpoint.js';
import { EnvironmentError, UsageError } from '../../../src/core/errors.js';

let folder = '';
let servers: Server[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-endpoint-'));
  servers = [];
});

afterEach(async () => {
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => join(folder, name);
const usual = () => ({
  system: at('system.sock'),
  ours: at('ours.sock'),
  podman: at('podman.sock'),
  runtimeFolder: at('user'),
});

/** An engine that knows nothing but that it is there. */
async function engineAt(path: string, status = 200): Promise<string> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/_ping' ? status : 404).end('OK');
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return `unix://${path}`;
}

/** A docker command that knows one context. */
function cliWith(context: object, exitCode = 0): string {
  writeFileSync(at('context.json'), `${JSON.stringify(context)}\n`);
  writeFileSync(at('docker'), `#!/bin/sh\n/bin/cat ${at('context.json')}\nexit ${exitCode}\n`);
  chmodSync(at('docker'), 0o755);
  return folder;
}

const contextAt = (name: string, host: string): object => ({ Name: name, Endpoints: { docker: { Host: host } } });

describe('findEndpoint', () => {
  test('takes DOCKER_HOST before everything else', async () => {
    const chosen = await engineAt(at('chosen.sock'));
    const context = await engineAt(at('context.sock'));
    await engineAt(usual().system);
    const environment = { DOCKER_HOST: chosen, PATH: cliWith(contextAt('other', context)) };
    expect((await findEndpoint(environment, usual())).address.url).toBe(chosen);
  });

  test('does not replace a DOCKER_HOST that does not answer', async () => {
    await engineAt(usual().system);
    const environment = { DOCKER_HOST: `unix://${at('gone.sock')}`, PATH: '' };
    await expect(findEndpoint(environment, usual())).rejects.toThrow(
      `no container engine answers; tried unix://${at('gone.sock')} (no such socket)`,
    );
  });

  test('takes the current context before the usual sockets', async () => {
    const context = await engineAt(at('context.sock'));
    await engineAt(usual().system);
    const environment = { PATH: cliWith(contextAt('other', context)) };
    expect((await findEndpoint(environment, usual())).address.url).toBe(context);
  });

  test('does not replace a chosen context that does not answer', async () => {
    await engineAt(usual().system);
    const environment = { PATH: cliWith(contextAt('other', `unix://${at('gone.sock')}`)) };
    await expect(findEndpoint(environment, usual())).rejects.toThrow(EnvironmentError);
  });

  test('finds the certificates of a context', async () => {
    const context = {
      ...contextAt('far', `unix://${at('context.sock')}`),
      TLSMaterial: { docker: ['ca.pem'] },
      Storage: { TLSPath: folder },
    };
    await expect(findEndpoint({ PATH: cliWith(context) }, usual())).rejects.toThrow(join(folder, 'docker', 'ca.pem'));
  });

  test('says that DOCKER_CONTEXT names no context, in the words of the CLI', async () => {
    writeFileSync(at('docker'), '#!/bin/sh\necho "context \\"x\\" does not exist" >&2\nexit 1\n', { mode: 0o755 });
    const found = findEndpoint({ DOCKER_CONTEXT: 'x', PATH: folder }, usual());
    await expect(found).rejects.toThrow(UsageError);
    await expect(found).rejects.toThrow('DOCKER_CONTEXT is "x": context "x" does not exist');
  });

  test('says that DOCKER_CONTEXT needs the docker command', async () => {
    await expect(findEndpoint({ DOCKER_CONTEXT: 'x', PATH: folder }, usual())).rejects.toThrow(
      'the docker command is not installed',
    );
  });

  test.each([
    ['the system', ['system', 'rootless', 'podman', 'ours'], 'system.sock'],
    ['the rootless', ['rootless', 'podman', 'ours'], 'docker.sock'],
    ["Podman's", ['podman', 'ours'], 'podman.sock'],
    ['our own', ['ours'], 'ours.sock'],
  ])('takes %s engine when it is the first that answers', async (_, running, expected) => {
    if (running.includes('system')) await engineAt(usual().system);
    if (running.includes('rootless')) await engineAt(at('docker.sock'));
    if (running.includes('podman')) await engineAt(usual().podman);
    if (running.includes('ours')) await engineAt(usual().ours);
    const environment = { XDG_RUNTIME_DIR: folder, PATH: cliWith(contextAt('default', `unix://${usual().system}`)) };
    expect((await findEndpoint(environment, usual())).address.url).toBe(`unix://${at(expected)}`);
  });

  test.each([
    ['rootless without XDG_RUNTIME_DIR', 'user/docker.sock', {}],
    ['Docker Desktop', '.docker/run/docker.sock', {}],
    ['Docker Desktop on Linux', '.docker/desktop/docker.sock', {}],
    ['Colima', '.colima/default/docker.sock', {}],
    ['Colima elsewhere', 'colima/default/docker.sock', { COLIMA_HOME: 'colima' }],
    ['rootless Podman', 'run/podman/podman.sock', { XDG_RUNTIME_DIR: 'run' }],
    ['rootless Podman without XDG_RUNTIME_DIR', 'user/podman/podman.sock', {}],
  ])('finds the socket of %s', async (_, socket, folders) => {
    mkdirSync(dirname(at(socket)), { recursive: true });
    const url = await engineAt(at(socket));
    const named = Object.fromEntries(Object.entries(folders).map(([name, value]) => [name, at(value)]));
    expect((await findEndpoint({ HOME: folder, PATH: '', ...named }, usual())).address.url).toBe(url);
  });

  test('passes over an engine that answers with an error', async () => {
    await engineAt(usual().system, 500);
    const ours = await engineAt(usual().ours);
    expect((await findEndpoint({ PATH: '' }, usual())).address.url).toBe(ours);
  });

  test('says what was tried and how to start one', async () => {
    writeFileSync(usual().ours, 'no socket');
    const found = findEndpoint({ PATH: '' }, usual());
    await expect(found).rejects.toThrow(
      `tried unix://${usual().system} (no such socket), unix://${usual().ours} (connection refused)`,
    );
    await expect(found).rejects.toMatchObject({
      advice: expect.stringMatching(/systemctl start docker.*npm run engine -- start.*DOCKER_HOST/) as unknown,
    });
  });
});
