import { capture, findCommand } from './command.mjs';
import { SetupFailure } from './failure.mjs';
import { ping } from './ping.mjs';
import { PRIVATE_ADDRESS } from './private-engine.mjs';

const SYSTEM_ADDRESS = 'unix:///var/run/docker.sock';

/**
 * The address of an engine that answers: `DOCKER_HOST`, else the current docker context,
 * else the system socket, else the private engine of an earlier set-up.
 * @returns {Promise<{ address?: string, forbidden: string[] }>} `forbidden`: sockets this user may not open
 * @throws {SetupFailure} when DOCKER_HOST names an engine that does not answer: using another one would be a surprise
 */
export async function findEngine() {
  const chosen = process.env.DOCKER_HOST ?? '';
  if (chosen !== '' && chosen !== PRIVATE_ADDRESS) return { address: await demandAnswer(chosen), forbidden: [] };
  const forbidden = [];
  for (const address of new Set([await contextAddress(), SYSTEM_ADDRESS, PRIVATE_ADDRESS])) {
    const state = await ping(address);
    if (state === 'answers') return { address, forbidden };
    if (state === 'forbidden') forbidden.push(address);
  }
  return { forbidden };
}

/** @param {string} address */
async function demandAnswer(address) {
  if ((await ping(address)) === 'answers') return address;
  throw new SetupFailure(
    `DOCKER_HOST is ${JSON.stringify(address)}, and no engine answers there. Start that engine, or unset DOCKER_HOST to let the set-up look for one.`,
  );
}

/** The endpoint of the current docker context, as the CLI would use it. */
async function contextAddress() {
  if (findCommand('docker') === undefined) return SYSTEM_ADDRESS;
  const { code, stdout } = await capture('docker', ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'], {
    env: { DOCKER_HOST: undefined },
    timeoutMs: 10_000,
  });
  const address = stdout.trim();
  return code === 0 && address !== '' ? address : SYSTEM_ADDRESS;
}
