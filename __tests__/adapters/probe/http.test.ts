import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { UsageError } from '../../../src/core/errors.js';
import type { HttpOutcome, HttpRequest } from '../../../src/ports.js';
import { routeHere, WAYS } from '../../support/ways.js';

let route = routeHere('directly');
let server: Server | null = null;
let sockets: Socket[] = [];

beforeEach(() => {
  sockets = [];
});

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise<void>((resolve) => {
    if (server === null) resolve();
    else
      server.close(() => {
        resolve();
      });
  });
  server = null;
});

async function listen(made: Server): Promise<number> {
  server = made;
  made.on('connection', (socket) => {
    socket.on('error', () => undefined);
    sockets.push(socket);
  });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return (made.address() as AddressInfo).port;
}

async function ask(port: number, options: Partial<HttpRequest> = {}): Promise<HttpOutcome> {
  return route.http({
    port,
    path: '/',
    method: 'GET',
    headers: {},
    body: null,
    timeout: 5000,
    signal: new AbortController().signal,
    ...options,
  });
}

const asked = async (listener: RequestListener, options: Partial<HttpRequest> = {}): Promise<HttpOutcome> =>
  ask(await listen(createServer(listener)), options);

const answeredRaw = async (bytes: string, end: boolean): Promise<HttpOutcome> =>
  ask(
    await listen(
      createTcpServer((socket) => {
        socket.write(bytes);
        if (end) socket.end();
      }),
    ),
    { timeout: end ? 5000 : 200 },
  );

describe.each(WAYS)('http %s', (way) => {
  beforeAll(() => {
    route = routeHere(way);
  });

  test('gives status, headers and body', async () => {
    const outcome = await asked(
      (request, response) => {
        response
          .writeHead(
            207,
            [
              ['X-One', '1'],
              ['Set-Cookie', 'a=1'],
              ['Set-Cookie', 'b=2'],
            ].flat(),
          )
          .end(`you asked ${request.url ?? ''}`);
      },
      { path: '/health?x=%20' },
    );
    expect(outcome).toMatchObject({
      answered: true,
      status: 207,
      headers: { 'x-one': '1', 'set-cookie': 'a=1, b=2' },
      body: 'you asked /health?x=%20',
    });
  });

  test('sends method, headers and body', async () => {
    const seen: unknown[] = [];
    const outcome = await asked(
      (request, response) => {
        request.setEncoding('utf8').on('data', (text) => seen.push(text));
        request.on('end', () => {
          seen.push(request.method, request.headers['x-a'], request.headers['content-length'], request.headers.host);
          response.end();
        });
      },
      { method: 'POST', headers: { 'X-A': 'b', Host: 'site.test' }, body: 'é' },
    );
    expect(outcome).toMatchObject({ answered: true, status: 200, body: '' });
    expect(seen).toEqual(['é', 'POST', 'b', '2', 'site.test']);
  });

  test('does not follow a redirect', async () => {
    const outcome = await asked((_, response) => {
      response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    });
    expect(outcome).toMatchObject({ answered: true, status: 302 });
  });

  test('turns what is not UTF-8 into U+FFFD', async () => {
    const outcome = await asked((_, response) => {
      response.end(Uint8Array.from([0x61, 0xff]));
    });
    expect(outcome).toMatchObject({ body: 'a\uFFFD' });
  });

  test('takes a body of 1 MiB, and no larger one', async () => {
    const size = 1024 * 1024;
    const outcome = await asked((request, response) => {
      response.end('x'.repeat(request.url === '/more' ? size + 1 : size));
    });
    expect(outcome).toMatchObject({ answered: true });
    const { port } = server?.address() as AddressInfo;
    await expect(ask(port, { path: '/more' })).resolves.toEqual({
      answered: false,
      reason: 'the body is larger than 1048576 bytes',
    });
  });

  test('takes an upgrade for an answer', async () => {
    const made = createServer();
    made.on('upgrade', (_, socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
    });
    const outcome = await ask(await listen(made), { headers: { Connection: 'Upgrade', Upgrade: 'websocket' } });
    expect(outcome).toMatchObject({ answered: true, status: 101, body: '' });
  });

  test('says that the connection was refused', async () => {
    const port = await listen(createTcpServer());
    await new Promise((resolve) => server?.close(resolve));
    server = null;
    await expect(ask(port)).resolves.toEqual({ answered: false, reason: 'connection refused' });
  });

  test.each([
    ['nothing, and stays', '', false, 'no answer within 0.2 s'],
    ['nothing, and closes', '', true, 'the connection was closed without an answer'],
    [
      'a head without its body, and stays',
      'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab',
      false,
      'no answer within 0.2 s',
    ],
    [
      'a head without its body, and closes',
      'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab',
      true,
      'the connection was closed without an answer',
    ],
  ])('says so when the service sends %s', async (_, bytes, end, reason) => {
    await expect(answeredRaw(bytes, end)).resolves.toEqual({ answered: false, reason });
  });

  test('says so when the service speaks something else', async () => {
    await expect(answeredRaw('SSH-2.0-OpenSSH_9.2\r\n', true)).resolves.toMatchObject({
      answered: false,
      reason: expect.stringMatching(/^no HTTP answer: /) as unknown,
    });
  });

  test('says so when the path cannot be sent', async () => {
    const outcome = await asked(
      (_, response) => {
        response.end();
      },
      { path: '/a b' },
    );
    expect(outcome).toMatchObject({
      answered: false,
      reason: expect.stringMatching(/unescaped characters/) as unknown,
    });
  });

  test("rejects with the signal's reason", async () => {
    const controller = new AbortController();
    const reason = new UsageError('enough');
    const outcome = asked(
      () => {
        controller.abort(reason);
      },
      { signal: controller.signal },
    );
    await expect(outcome).rejects.toBe(reason);
  });

  test('does not begin when the signal has aborted', async () => {
    await expect(ask(1, { signal: AbortSignal.abort(new UsageError('enough')) })).rejects.toThrow('enough');
  });
});
