import { request as ask, type ClientRequest, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { EnvironmentError } from '../../core/errors.js';
import type { HttpOutcome, HttpRequest } from '../../ports.js';
import type { Connect } from './connect.js';
import { noAnswer } from './no-answer.js';
import { ProbeError } from './probe-error.js';

/** The largest body that is read, in bytes. A part of a body could pass for the whole, so a larger one is no answer. */
const BODY_LIMIT = 1024 * 1024;

/** Where the service is, and how to get there. */
export interface Site {
  readonly address: string;
  readonly connect: Connect;
}

/**
 * Asks once: no proxy, no redirect followed, nothing reused. Rejects with the request's signal's reason when that aborts, and with
 * EnvironmentError when another than the service answers; every other failure is an outcome.
 */
export async function probeHttp(site: Site, request: HttpRequest): Promise<HttpOutcome> {
  request.signal.throwIfAborted();
  const late = AbortSignal.timeout(request.timeout);
  try {
    const signal = AbortSignal.any([late, request.signal]);
    const socket = await site.connect(request.port, signal);
    const response = await send({ site, request, socket, signal });
    const body = await bodyOf(response);
    if (body === null) return { answered: false, reason: `the body is larger than ${BODY_LIMIT} bytes` };
    return { answered: true, status: response.statusCode ?? 0, headers: headersOf(response), body };
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    request.signal.throwIfAborted();
    return { answered: false, reason: late.aborted ? noAnswerWithin(request.timeout) : noAnswer(error) };
  }
}

function noAnswerWithin(milliseconds: number): string {
  return `no answer within ${milliseconds / 1000} s`;
}

interface Asking {
  readonly site: Site;
  readonly request: HttpRequest;
  readonly socket: Duplex;
  readonly signal: AbortSignal;
}

async function send({ site, request, socket, signal }: Asking): Promise<IncomingMessage> {
  const { port, path, method, headers, body } = request;
  if (socket.destroyed) throw socket.errored ?? new ProbeError('closed', 'ECONNRESET');
  return new Promise((resolve, reject) => {
    const length = body === null ? {} : { 'content-length': Buffer.byteLength(body) };
    const target = { host: site.address, port, path, method, headers: { ...length, ...headers } };
    const sent = ask({ ...target, createConnection: () => socket, signal });
    sent.once('socket', () => socket.resume());
    sent.once('response', resolve).once('error', reject);
    sent.once('upgrade', (response: IncomingMessage) => {
      closeUpgraded(sent, response);
      resolve(response);
    });
    sent.end(body ?? undefined);
  });
}

/** An answer of 101 has no body; what follows it is another protocol. */
function closeUpgraded(sent: ClientRequest, response: IncomingMessage): void {
  sent.destroy();
  response.push(null);
}

async function bodyOf(response: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function headersOf({ headersDistinct }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')]));
}
