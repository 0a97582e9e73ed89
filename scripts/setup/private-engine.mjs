import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandEnvironment, lastLines } from './command.mjs';
import { SetupFailure } from './failure.mjs';
import { ping } from './ping.mjs';

const STATE = '/var/lib/tightfit';
const RUN = '/run/tightfit';
const SOCKET = `${RUN}/docker.sock`;
const PID_FILE = `${RUN}/docker.pid`;
const CONTAINERD_PID_FILE = `${RUN}/exec/containerd/containerd.pid`;
const CONFIG_FILE = `${STATE}/engine.json`;
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;
const POLL_MS = 100;

/** Where the private engine listens; members of the group docker may use it. */
export const PRIVATE_ADDRESS = `unix://${SOCKET}`;

/** Held by whoever sets the private engine up or stops it. Its folder is made by `makeFolders`. */
export const LOCK_FILE = `${RUN}/setup.lock`;

/** The private engine's own output. */
export const LOG_FILE = `${STATE}/engine.log`;

/**
 * Everything of the private engine is under folders of ours, so that it can run beside, and never
 * touches, an engine the machine may get later. A containerd that already runs is shared by dockerd,
 * therefore the namespaces. https://docs.docker.com/reference/cli/dockerd/#daemon-configuration-file
 */
const CONFIG = {
  'data-root': `${STATE}/engine`,
  'exec-root': `${RUN}/exec`,
  pidfile: PID_FILE,
  hosts: [PRIVATE_ADDRESS],
  group: 'docker',
};

/** As flags: Docker 20.10 refuses the second one's key in a file. */
const NAMESPACES = ['--containerd-namespace', 'tightfit', '--containerd-plugins-namespace', 'tightfit-plugins'];

/** Makes the folders of the private engine. */
export function makeFolders() {
  mkdirSync(STATE, { recursive: true, mode: 0o711 });
  mkdirSync(RUN, { recursive: true, mode: 0o755 });
}

/**
 * The process id of the private engine, or undefined where it does not run. A pid file that a kill
 * or a reboot left behind may name another process by now, so the command line has to match too.
 * @returns {number | undefined}
 */
export function privateEnginePid() {
  return livePid(PID_FILE, CONFIG_FILE);
}

/**
 * The process a pid file names, if it lives and has `argument` on its command line (a zombie has none).
 * @param {string} file
 * @param {string} argument
 * @returns {number | undefined}
 */
function livePid(file, argument) {
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8'));
  return Number.isSafeInteger(pid) && pid > 0 && hasArgument(pid, argument) ? pid : undefined;
}

/** @type {(pid: number, argument: string) => boolean} */
function hasArgument(pid, argument) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(argument);
  } catch {
    return false;
  }
}

/**
 * Removes what a killed engine left and the next one would trip over. dockerd takes any process with
 * the pid of its old containerd, even a zombie, for that containerd, and waits for it in vain.
 */
function removeLeftovers() {
  rmSync(PID_FILE, { force: true });
  rmSync(SOCKET, { force: true });
  const config = `${RUN}/exec/containerd/containerd.toml`;
  if (livePid(CONTAINERD_PID_FILE, config) === undefined) rmSync(CONTAINERD_PID_FILE, { force: true });
}

/**
 * Starts the private engine, detached, and waits until it answers. Call it holding `LOCK_FILE`.
 * @returns {Promise<number>} its process id
 * @throws {SetupFailure} with the end of its log
 */
export async function startPrivateEngine() {
  const running = privateEnginePid();
  if (running !== undefined) return untilItAnswers(() => hasArgument(running, CONFIG_FILE)).then(() => running);
  removeLeftovers();
  writeFileSync(CONFIG_FILE, `${JSON.stringify(CONFIG, undefined, 2)}\n`);
  const log = openSync(LOG_FILE, 'w', 0o640);
  const engine = spawn('dockerd', ['--config-file', CONFIG_FILE, ...NAMESPACES], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: commandEnvironment({ DOCKER_HOST: undefined }),
  });
  closeSync(log);
  let alive = true;
  engine.once('exit', () => (alive = false)).once('error', () => (alive = false));
  engine.unref();
  await untilItAnswers(() => alive);
  return Number(engine.pid);
}

/** @param {() => boolean} isAlive */
async function untilItAnswers(isAlive) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while ((await ping(PRIVATE_ADDRESS)) !== 'answers') {
    if (!isAlive()) throw new SetupFailure(`dockerd ended before it answered. ${logEnd()}`);
    if (Date.now() > deadline) {
      throw new SetupFailure(`dockerd did not answer within ${START_TIMEOUT_MS / 1000} s. ${logEnd()}`);
    }
    await sleep(POLL_MS);
  }
}

function logEnd() {
  const log = existsSync(LOG_FILE) ? readFileSync(LOG_FILE, 'utf8') : '';
  return `The end of ${LOG_FILE}:\n${lastLines(log, 15)}`;
}

/**
 * Stops the private engine and waits until it is gone. Images and the build cache stay.
 * @returns {Promise<boolean>} false where it did not run
 * @throws {SetupFailure} when it is still there after 30 seconds
 */
export async function stopPrivateEngine() {
  const pid = privateEnginePid();
  if (pid === undefined) return false;
  process.kill(pid, 'SIGTERM');
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (hasArgument(pid, CONFIG_FILE)) {
    if (Date.now() > deadline) {
      throw new SetupFailure(`dockerd (pid ${pid}) did not stop within ${STOP_TIMEOUT_MS / 1000} s. ${logEnd()}`);
    }
    await sleep(POLL_MS);
  }
  return true;
}
