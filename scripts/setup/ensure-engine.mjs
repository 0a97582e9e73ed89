import { canInstall, installPackages, offeredPackages } from './apt.mjs';
import { capture, findCommand } from './command.mjs';
import { SetupFailure } from './failure.mjs';
import { findEngine } from './find-engine.mjs';
import { withLock } from './lock.mjs';
import { LOCK_FILE, LOG_FILE, makeFolders, PRIVATE_ADDRESS, startPrivateEngine } from './private-engine.mjs';
import { say, secondsSince } from './progress.mjs';

/**
 * Makes sure an engine and the Docker CLI are there. An engine that answers is used as it is;
 * otherwise root on a machine with apt gets a private one.
 * @returns {Promise<string>} its address, to be given to the Docker CLI as DOCKER_HOST
 * @throws {SetupFailure} where there is none and none can be made
 */
export async function ensureEngine() {
  const { address, forbidden } = await findEngine();
  if (address !== undefined) {
    await ensureCli();
    say(`engine: using the one that answers at ${address}`);
    return address;
  }
  if (process.platform !== 'linux' || !canInstall()) throw noEngine(forbidden);
  makeFolders();
  return withLock(LOCK_FILE, makePrivateEngine);
}

async function makePrivateEngine() {
  const { address } = await findEngine();
  if (address !== undefined) {
    say(`engine: using the one that another set-up made at ${address}`);
    return address;
  }
  await installEngine();
  const start = Date.now();
  const pid = await startPrivateEngine();
  say(`engine: started a private dockerd (pid ${pid}, log ${LOG_FILE}) in ${secondsSince(start)}`);
  say(`engine: it listens at ${PRIVATE_ADDRESS}; "npm run engine -- stop" stops it`);
  return PRIVATE_ADDRESS;
}

async function installEngine() {
  const fresh = findCommand('dockerd') === undefined;
  const missing = [...(fresh ? ['docker.io'] : []), ...(findCommand('iptables') === undefined ? ['iptables'] : [])];
  if (missing.length > 0) await installPackages(missing);
  if (fresh) await keepServiceOff();
  await ensureCli();
}

/** Where the distribution's package enables its service for the next boot, that is undone: only ours was asked for. */
async function keepServiceOff() {
  if (findCommand('systemctl') === undefined) return;
  const units = ['docker.service', 'docker.socket', 'containerd.service'];
  const { code } = await capture('systemctl', ['disable', ...units]);
  if (code === 0) say('engine: the docker service of the package stays off; "systemctl enable docker" turns it on');
}

/** Debian 13 ships the CLI and buildx in packages of their own. */
async function ensureCli() {
  if (findCommand('docker') !== undefined) return;
  if (!canInstall()) {
    throw new SetupFailure('the "docker" command is not installed. Images are built with it: install the Docker CLI.');
  }
  await installPackages(await offeredPackages(['docker-cli', 'docker-buildx']));
}

/** @param {string[]} forbidden */
function noEngine(forbidden) {
  if (forbidden.length > 0) {
    return new SetupFailure(
      `this user may not open ${forbidden.join(' and ')}. Add the user to the group docker ("sudo usermod -aG docker $USER", then log in again), or run as root.`,
    );
  }
  return new SetupFailure(
    'no container engine answers, and this user cannot install one (that needs root and apt-get). Start Docker, set DOCKER_HOST to an engine, or run this command as root on Debian or Ubuntu.',
  );
}
