import { connect, type Socket } from 'node:net';
import type { TcpOutcome, TcpRequest } from '../../ports.js';
import { noAnswer } from './no-answer.js';

/** How much is read at most, in bytes: a service may send for ever. */
const RECEIVE_LIMIT = 1024 * 1024;

/**
 * Connects, sends, and reads until enough has come, the service closes, or time is up: what has come by then is the outcome.
 * Rejects with the request's signal's reason when that aborts.
 */
export async function probeTcp(request: TcpRequest): Promise<TcpOutcome> {
  request.signal.throwIfAborted();
  const late = AbortSignal.timeout(request.timeout);
  const signal = AbortSignal.any([late, request.signal]);
  const socket = connect({ host: request.address, port: request.port, signal });
  try {
    await connected(socket);
    return { connected: true, received: await converse(socket, request) };
  } catch (error) {
    request.signal.throwIfAborted();
    const reason = late.aborted ? `no answer within ${request.timeout / 1000} s` : noAnswer(error);
    return { connected: false, reason };
  } finally {
    socket.destroy();
  }
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve).once('error', reject);
  });
}

/** Once connected, time that runs out or a connection that breaks only ends the reading. */
async function converse(socket: Socket, { send, enough, signal }: TcpRequest): Promise<string> {
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
