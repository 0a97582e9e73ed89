import { request as ask, type ClientRequest, type IncomingMessage } from 'node:http';
import type { HttpOutcome, HttpRequest } from '../../ports.js';
import { noAnswer } from './no-answer.js';

/** The largest body that is read, in bytes. A part of a body could pass for the whole, so a larger one is no answer. */
const BODY_LIMIT = 1024 * 1024;

/**
 * Asks once: no proxy, no redirect followed, nothing reused. Rejects with the request's signal's reason when that aborts; every
 * other failure is an outcome.
 */
export async function probeHttp(request: HttpRequest): Promise<HttpOutcome> {
  request.signal.throwIfAborted();
  const late = AbortSignal.timeout(request.timeout);
  try {
    const response = await send(request, AbortSignal.any([late, request.signal]));
    const body = await bodyOf(response);
    if (body === null) return { answered: false, reason: `the body is larger than ${BODY_LIMIT} bytes` };
    return { answered: true, status: response.statusCode ?? 0, headers: headersOf(response), body };
  } catch (error) {
    request.signal.throwIfAborted();
    return { answered: false, reason: late.aborted ? noAnswerWithin(request.timeout) : noAnswer(error) };
  }
}

function noAnswerWithin(milliseconds: number): string {
  return `no answer within ${milliseconds / 1000} s`;
}

function send(request: HttpRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const { address: host, port, path, method, headers, body } = request;
  return new Promise((resolve, reject) => {
    const length = body === null ? {} : { 'content-length': Buffer.byteLength(body) };
    const sent = ask({ host, port, path, method, headers: { ...length, ...headers }, agent: false, signal });
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
