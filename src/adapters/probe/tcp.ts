import type { Duplex } from 'node:stream';
import { EnvironmentError } from '../../core/errors.js';
import type { TcpOutcome, TcpRequest } from '../../ports.js';
import type { Connect } from './connect.js';
import { noAnswer } from './no-answer.js';

/** How much is read at most, in bytes: a service may send for ever. */
const RECEIVE_LIMIT = 1024 * 1024;

/**
 * Connects, sends, and reads until enough has come, the service closes, or time is up: what has come by then is the outcome.
 * Rejects with the request's signal's reason when that aborts, and with EnvironmentError when another than the service answers.
 */
export async function probeTcp(connect: Connect, request: TcpRequest): Promise<TcpOutcome> {
  request.signal.throwIfAborted();
  const late = AbortSignal.timeout(request.timeout);
  const signal = AbortSignal.any([late, request.signal]);
  try {
    const socket = await connect(request.port, signal);
    return { connected: true, received: await converse(socket, request).finally(() => socket.destroy()) };
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    request.signal.throwIfAborted();
    const reason = late.aborted ? `no answer within ${request.timeout / 1000} s` : noAnswer(error);
    return { connected: false, reason };
  }
}

/** Once connected, time that runs out or a connection that breaks only ends the reading. */
async function converse(socket: Duplex, { send, enough, signal }: TcpRequest): Promise<string> {
  const decoder = new TextDecoder();
  let received = '';
  let size = 0;
  if (send !== null) socket.write(send);
  try {
    if (enough(received)) return received;
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      size += chunk.length;
      received += decoder.decode(chunk, { stream: true });
      if (enough(received) || size > RECEIVE_LIMIT) break;
    }
  } catch {
    signal.throwIfAborted();
  }
  return received;
}
