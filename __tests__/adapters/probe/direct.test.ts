import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { connectDirectly } from '../../../src/adapters/probe/direct.js';
import { leadsDirectly } from '../../../src/adapters/probe/leads-directly.js';
import { routeOver } from '../../../src/adapters/probe/prober.js';
import { EnvironmentError } from '../../../src/core/errors.js';
import type { Route } from '../../../src/ports.js';

const CONTAINER = 'c0ffee'.repeat(10) + 'abcd';
const NETWORK = '0123456789ab'.repeat(5) + 'cdef';
const PID = 77;
const TARGET = { container: CONTAINER, pid: PID, network: NETWORK, address: '127.0.0.1', labels: {} };

let proc = '';
let server: Server;

beforeEach(async () => {
  proc = mkdtempSync(join(tmpdir(), 'tightfit-proc-'));
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nIt fits.'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  rmSync(proc, { recursive: true });
  await new Promise((resolve) => server.close(resolve));
});

/** Writes files below the folder that stands for /proc. */
function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(proc, path, '..'), { recursive: true });
    writeFileSync(join(proc, path), text);
  }
}

const CGROUP = `0::/system.slice/docker-${CONTAINER}.scope\n`;
const NO_SOCKET = '  sl  local_address rem_address   st\n';

/** To a container that is here by its cgroup, and at whose address this test's server answers. */
function route(): Route {
  const close = (): Promise<void> => Promise.resolve();
  return routeOver(TARGET, { connect: connectDirectly(TARGET, proc), description: '', close });
}

const REQUEST = { path: '/', method: 'GET', headers: {}, body: null, timeout: 5000 };

function port(): number {
  return (server.address() as AddressInfo).port;
}

describe('an answer over the network of this machine', () => {
  const { signal } = new AbortController();

  test('does not count when the container has no such connection', async () => {
    write({ [`${PID}/cgroup`]: CGROUP, [`${PID}/net/tcp`]: NO_SOCKET, [`${PID}/net/tcp6`]: NO_SOCKET });
    const http = route().http({ ...REQUEST, port: port(), signal });
    await expect(http).rejects.toThrow(EnvironmentError);
    await expect(http).rejects.toThrow(
      `something else than the container answers at 127.0.0.1:${port()}: no socket of the container's network has this connection`,
    );
    const tcp = route().tcp({ port: port(), send: null, enough: () => true, timeout: 5000, signal });
    await expect(tcp).rejects.toThrow(EnvironmentError);
  });

  test('is none when the container has ended meanwhile', async () => {
    write({ [`${PID}/cgroup`]: '0::/\n' });
    await expect(route().http({ ...REQUEST, port: port(), signal })).resolves.toEqual({
      answered: false,
      reason: 'the container has ended',
    });
  });

  test('is none when the service breaks every connection before it was looked for', async () => {
    server.removeAllListeners('connection').on('connection', (socket) => {
      setTimeout(() => socket.resetAndDestroy(), 30);
    });
    write({ [`${PID}/cgroup`]: CGROUP, [`${PID}/net/tcp`]: NO_SOCKET, [`${PID}/net/tcp6`]: NO_SOCKET });
    const tcp = route().tcp({ port: port(), send: null, enough: () => true, timeout: 5000, signal });
    await expect(tcp).resolves.toEqual({
      connected: false,
      reason: 'the connection was closed without an answer',
    });
  });

  test('counts when the container has the connection', async () => {
    const own = { ...TARGET, pid: process.pid };
    const close = (): Promise<void> => Promise.resolve();
    const way = routeOver(own, { connect: connectDirectly(own), description: '', close });
    await expect(way.http({ ...REQUEST, port: port(), signal })).resolves.toMatchObject({ status: 200 });
  });
});

/** 172.18.0.0/16 over the bridge of the container's network, everything else over eth0. */
const ROUTES = `Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask
br-0123456789ab\t000012AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0
eth0\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0
`;

describe("whether this machine's network leads to a container", () => {
  const target = { ...TARGET, address: '172.18.0.2' };
  const here = { [`${PID}/cgroup`]: CGROUP, [`${PID}/net/tcp`]: NO_SOCKET, 'self/net/route': ROUTES };

  test('it does, over the bridge of its network', async () => {
    write(here);
    await expect(leadsDirectly(target, proc)).resolves.toEqual({ leads: true });
  });

  test.each([
    [
      'the processes are elsewhere',
      { ...here, [`${PID}/cgroup`]: '0::/init.scope\n' },
      target,
      "this machine's /proc does not show process 77 as the container's",
    ],
    [
      "the address is on another engine's bridge",
      here,
      { ...target, network: 'f'.repeat(64) },
      '172.18.0.2 leads to br-0123456789ab here and not to br-ffffffffffff',
    ],
    [
      'the address is nowhere',
      { ...here, 'self/net/route': '' },
      target,
      '172.18.0.2 leads nowhere here and not to br-0123456789ab',
    ],
    [
      'the sockets may not be read',
      { ...here, [`${PID}/net/tcp`]: '' },
      target,
      "the sockets of the container's network may not be read",
    ],
  ])('it does not when %s', async (_, files, asked, reason) => {
    write(files);
    await expect(leadsDirectly(asked, proc)).resolves.toEqual({ leads: false, reason });
  });

  test('reads the tables of this kernel', () => {
    expect(readFileSync('/proc/self/net/route', 'utf8')).toMatch(/^Iface\tDestination\t/);
  });
});
