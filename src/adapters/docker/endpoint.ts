import { homedir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { parseAddress, unixAddress, type Endpoint } from './address.js';
import type { Environment } from './cli.js';
import { currentContext } from './docker-context.js';
import { NO_SOCKET, ping } from './ping.js';
import { socketsToTry, usualSockets, type UsualSockets } from './usual-sockets.js';

/**
 * The engine to use: the one that DOCKER_HOST, DOCKER_CONTEXT or the current docker context chooses, else the first that answers
 * of the usual sockets, Docker before Podman. A choice is never replaced by another engine: a verdict from an
 * engine nobody asked for would be a surprise. Throws EnvironmentError when none answers, UsageError for a wrong address.
 */
export async function findEndpoint(environment: Environment, usual: UsualSockets = usualSockets()): Promise<Endpoint> {
  const candidates = await candidatesOf(environment, usual);
  const refusals: Refusal[] = [];
  for (const endpoint of candidates) {
    const answer = await ping(endpoint);
    if (answer.answers) return endpoint;
    refusals.push({ url: endpoint.address.url, reason: answer.reason });
  }
  throw noEngine(refusals);
}

async function candidatesOf(environment: Environment, usual: UsualSockets): Promise<readonly Endpoint[]> {
  const host = environment.DOCKER_HOST ?? '';
  if (host !== '') return [{ address: parseAddress(host, 'DOCKER_HOST'), certificates: certificatesOf(environment) }];
  const context = await currentContext(environment);
  if (context !== null && (context.name !== 'default' || (environment.DOCKER_CONTEXT ?? '') !== '')) {
    return [context.endpoint];
  }
  return socketsToTry(environment, usual).map((path) => ({ address: unixAddress(path), certificates: null }));
}

/** https://docs.docker.com/reference/cli/docker/#environment-variables */
function certificatesOf(environment: Environment): string | null {
  if ((environment.DOCKER_TLS_VERIFY ?? '') === '') return null;
  return environment.DOCKER_CERT_PATH ?? environment.DOCKER_CONFIG ?? join(homedir(), '.docker');
}

interface Refusal {
  readonly url: string;
  readonly reason: string;
}

const START =
  'Start one (`systemctl start docker`, `systemctl start podman.socket`, or `npm run engine -- start` in a clone of Tightfit), or set DOCKER_HOST.';
const SSH =
  'Check that `ssh HOST docker version` works there and asks nothing: the host key is known, and the key has no passphrase or is in an agent.';
const JOIN = 'Run as a user who may use the engine: root, or a member of the group docker (`usermod -aG docker USER`).';

function noEngine(refusals: readonly Refusal[]): EnvironmentError {
  // Of the many sockets that nobody chose, those that are there and the first.
  const told = refusals.filter(({ reason }, index) => index === 0 || reason !== NO_SOCKET);
  const tried = told.map(({ url, reason }) => `${url} (${reason})`).join(', ');
  const forbidden = refusals.some(({ reason }) => reason === 'permission denied');
  const overSsh = refusals.some(({ url }) => url.startsWith('ssh://'));
  return new EnvironmentError(`no container engine answers; tried ${tried}`, overSsh ? SSH : forbidden ? JOIN : START);
}
