import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { Endpoint } from './address.js';
import { readCertificates } from './certificates.js';
import { codeOf, messageOf } from '../thrown.js';

/** How long an engine may take to say that it is there, in milliseconds: one that systemd starts at the first question needs some. */
const PATIENCE = 15_000;

/** Whether an engine answers, or why not: `no such socket`, `permission denied`, `connection refused`, …. */
export type Ping = { readonly answers: true } | { readonly answers: false; readonly reason: string };

/**
 * Asks an engine for a sign of life: `GET /_ping`.
 * https://docs.docker.com/reference/api/engine/version/v1.41/#tag/System/operation/SystemPing
 */
export async function ping(endpoint: Endpoint): Promise<Ping> {
  try {
    const status = await statusOfPing(endpoint);
    return status === 200 ? { answers: true } : { answers: false, reason: `answers with status ${status}` };
  } catch (error) {
    return { answers: false, reason: REASONS[codeOf(error)] ?? messageOf(error) };
  }
}

async function statusOfPing({ address, certificates }: Endpoint): Promise<number> {
  const secrets = certificates === null ? {} : await readCertificates(certificates);
  const target =
    address.kind === 'unix' ? { socketPath: address.socketPath } : { host: address.host, port: address.port };
  const signal = AbortSignal.timeout(PATIENCE);
  const options: RequestOptions = { ...target, ...secrets, path: '/_ping', agent: false, signal };
  return new Promise((resolve, reject) => {
    const onResponse = (response: IncomingMessage): void => {
      response.resume();
      resolve(response.statusCode ?? 0);
    };
    const asked = certificates === null ? plainRequest(options, onResponse) : tlsRequest(options, onResponse);
    asked.on('error', reject);
    asked.end();
  });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such socket',
  EACCES: 'permission denied',
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  ENOTFOUND: 'no such host',
  ABORT_ERR: `no answer within ${PATIENCE / 1000} s`,
};
