import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { UsageError } from '../../../src/core/errors.js';
import type { TcpOutcome, TcpRequest } from '../../../src/ports.js';
import { routeHere, WAYS } from '../../support/ways.js';

let route = routeHere('directly');
let server: Server | null = null;
let sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  await new Promise<void>((resolve) => {
    if (server === null) resolve();
    else
      server.close(() => {
        resolve();
      });
  });
  server = null;
});

async function serve(onConnection: (socket: Socket) => void): Promise<number> {
  const made = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return (made.address() as AddressInfo).port;
}

async function talk(onConnection: (socket: Socket) => void, options: Partial<TcpRequest> = {}): Promise<TcpOutcome> {
  return ask(await serve(onConnection), options);
}

async function ask(port: number, options: Partial<TcpRequest>): Promise<TcpOutcome> {
  return route.tcp({
    port,
    send: null,
    enough: () => false,
    timeout: 5000,
    signal: new AbortController().signal,
    ...options,
  });
}

describe.each(WAYS)('tcp %s', (way) => {
  beforeAll(() => {
    route = routeHere(way);
  });

  test('is content with a connection when that is enough', async () => {
    await expect(talk(() => undefined, { enough: () => true })).resolves.toEqual({ connected: true, received: '' });
  });

  test('sends, and reads until it is enough', async () => {
    const echo = (socket: Socket): void => {
      socket.on('data', (bytes) => socket.write(`+${bytes.toString()}`));
    };
    const outcome = talk(echo, { send: 'PING\r\n', enough: (text) => text.endsWith('PING\r\n') });
    await expect(outcome).resolves.toEqual({ connected: true, received: '+PING\r\n' });
  });

  test('puts characters together that come in pieces', async () => {
    const bytes = Buffer.from('€');
    const outcome = await talk((socket) => {
      socket.setNoDelay().write(bytes.subarray(0, 1), () => setTimeout(() => socket.end(bytes.subarray(1)), 20));
    });
    expect(outcome).toEqual({ connected: true, received: '€' });
  });

  test('gives what came when the service closes', async () => {
    await expect(talk((socket) => socket.end('bye'))).resolves.toEqual({ connected: true, received: 'bye' });
  });

  test('gives what came when time is up', async () => {
    const outcome = talk((socket) => socket.write('partly'), { timeout: 1000 });
    await expect(outcome).resolves.toEqual({ connected: true, received: 'partly' });
  });

  test('gives what came when the connection breaks', async () => {
    const onConnection = (socket: Socket): void => {
      socket.once('data', () => socket.write('partly', () => setTimeout(() => socket.resetAndDestroy(), 200)));
    };
    const outcome = talk(onConnection, { send: 'go' });
    await expect(outcome).resolves.toEqual({ connected: true, received: 'partly' });
  });

  test('does not read for ever', async () => {
    const flood = (socket: Socket): void => {
      const more = (): void => {
        while (socket.write('x'.repeat(65536)));
      };
      socket.on('drain', more);
      more();
    };
    const outcome = await talk(flood);
    const received = outcome.connected ? outcome.received.length : 0;
    expect(received).toBeGreaterThan(1024 * 1024);
    expect(received).toBeLessThanOrEqual(1024 * 1024 + 65536);
  });

  test('says that the connection was refused', async () => {
    const port = await serve(() => undefined);
    await new Promise((resolve) => server?.close(resolve));
    server = null;
    await expect(ask(port, {})).resolves.toEqual({ connected: false, reason: 'connection refused' });
  });

  test("rejects with the signal's reason, connected or not", async () => {
    const reason = new UsageError('enough');
    const controller = new AbortController();
    await expect(
      talk(
        () => {
          controller.abort(reason);
        },
        { signal: controller.signal },
      ),
    ).rejects.toBe(reason);
    await expect(ask(1, { signal: controller.signal })).rejects.toBe(reason);
  });
});
