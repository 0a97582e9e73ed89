import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { Address, Endpoint } from './address.js';
import { readCertificates } from './certificates.js';
import { sshAgent } from './ssh-connection.js';
import { codeOf, messageOf } from '../thrown.js';

/**
 * How long an engine may take to say that it is there, in milliseconds. A socket that starts its engine on demand takes several
 * seconds, and over ssh a connection is made first.
 */
const PATIENCE: Readonly<Record<Address['kind'], number>> = { unix: 20_000, tcp: 10_000, ssh: 40_000 };

/** Why a socket that is not there does not answer. */
export const NO_SOCKET = 'no such socket';

/** Whether an engine answers, or why not: `no such socket`, `permission denied`, `connection refused`, …. */
export type Ping = { readonly answers: true } | { readonly answers: false; readonly reason: string };

/**
 * Asks an engine for a sign of life: `GET /_ping`.
 * https://docs.docker.com/reference/api/engine/version/v1.41/#tag/System/operation/SystemPing
 */
export async function ping(endpoint: Endpoint): Promise<Ping> {
  try {
    const status = await statusOfPing(endpoint);
    return status === 200 ? { answers: true } : { answers: false, reason: reasonOf(status, endpoint) };
  } catch (error) {
    const code = codeOf(error);
    const late = `no answer within ${PATIENCE[endpoint.address.kind] / 1000} s`;
    return { answers: false, reason: code === 'ABORT_ERR' ? late : (REASONS[code] ?? messageOf(error)) };
  }
}

/** https://github.com/golang/go/blob/go1.24.4/src/net/http/server.go (a plain request to a TLS listener) */
function reasonOf(status: number, { address, certificates }: Endpoint): string {
  const tls = status === 400 && address.kind === 'tcp' && certificates === null;
  return `answers with status ${status}${tls ? ', as one that asks for TLS does: set DOCKER_TLS_VERIFY and DOCKER_CERT_PATH' : ''}`;
}

async function statusOfPing({ address, certificates }: Endpoint): Promise<number> {
  const secrets = certificates === null ? {} : await readCertificates(certificates);
  const signal = AbortSignal.timeout(PATIENCE[address.kind]);
  const options: RequestOptions = { ...targetOf(address), ...secrets, path: '/_ping', signal };
  return new Promise<number>((resolve, reject) => {
    const onResponse = (response: IncomingMessage): void => {
      response.resume();
      resolve(response.statusCode ?? 0);
    };
    const asked = certificates === null ? plainRequest(options, onResponse) : tlsRequest(options, onResponse);
    asked.on('error', reject);
    asked.end();
  });
}

function targetOf(address: Address): RequestOptions {
  if (address.kind === 'unix') return { socketPath: address.socketPath, agent: false };
  if (address.kind === 'ssh') return { host: 'docker', agent: sshAgent(address) };
  return { host: address.host, port: address.port, agent: false };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: NO_SOCKET,
  EACCES: 'permission denied',
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  ENOTFOUND: 'no such host',
};
