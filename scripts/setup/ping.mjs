import { request } from 'node:http';
import { capture, findCommand } from './command.mjs';

const PING_TIMEOUT_MS = 3000;

/**
 * @typedef {'answers' | 'forbidden' | 'silent'} EngineState
 *   forbidden: a socket is there, but this user may not open it
 */

/**
 * Asks whether an engine answers at an address (`unix://…`, `tcp://…`, `ssh://…`).
 * Unix sockets are asked directly, as the Docker CLI may not be installed yet;
 * others through the CLI, which knows about TLS and ssh.
 * @param {string} address
 * @returns {Promise<EngineState>}
 */
export async function ping(address) {
  return address.startsWith('unix://') ? pingSocket(address.slice('unix://'.length)) : pingByCli(address);
}

/**
 * `GET /_ping`, https://docs.docker.com/reference/api/engine/version/v1.41/#tag/System/operation/SystemPing
 * @param {string} socketPath
 * @returns {Promise<EngineState>}
 */
function pingSocket(socketPath) {
  return new Promise((resolve) => {
    const asked = request({ socketPath, path: '/_ping', timeout: PING_TIMEOUT_MS }, (response) => {
      response.resume();
      resolve(response.statusCode === 200 ? 'answers' : 'silent');
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', (error) => resolve('code' in error && error.code === 'EACCES' ? 'forbidden' : 'silent'));
    asked.end();
  });
}

/**
 * @param {string} address
 * @returns {Promise<EngineState>}
 */
async function pingByCli(address) {
  if (findCommand('docker') === undefined) return 'silent';
  const { code } = await capture('docker', ['version', '--format', '{{.Server.Version}}'], {
    env: { DOCKER_HOST: address },
    timeoutMs: 10_000,
  });
  return code === 0 ? 'answers' : 'silent';
}
