import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { capture, captureOutput, commandEnvironment, lastLines } from '../setup/command.mjs';
import { SetupFailure } from '../setup/failure.mjs';
import { ping } from '../setup/ping.mjs';
import { ROOT } from '../setup/root.mjs';
import { clientCommand } from './client.mjs';
import { engineCommand, engineFiles } from './commands.mjs';
import { ensureImages } from './images.mjs';
import { sharedOf, stateOf, treeOf } from './places.mjs';
import { processesOf } from './processes.mjs';
import { RUNNER, SOCKET_GROUP } from './runner.mjs';
import { ensureTree } from './tree.mjs';

const SCRIPT = join(ROOT, 'scripts/engines/cell.sh');
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 60_000;
const REMOVE_TIMEOUT_MS = 60_000;
const POLL_MS = 100;

/** @param {import('./cells.mjs').NativeCell} cell */
export function addressOf(cell) {
  return `unix://${sharedOf(cell)}/engine.sock`;
}

/**
 * Starts a cell's engine, or finds the one that runs.
 * @param {import('./cells.mjs').NativeCell} cell
 * @returns {Promise<import('./backends.mjs').Place>}
 */
export async function up(cell) {
  if ((await ping(addressOf(cell))) !== 'answers') await start(cell);
  await ensureImages(addressOf(cell));
  return placeOf(cell);
}

/** @param {import('./cells.mjs').NativeCell} cell */
async function start(cell) {
  await ensureTree(cell.suite);
  await endProcesses(cell);
  const [state, shared] = [stateOf(cell), sharedOf(cell)];
  // What the engine writes below its root is of one start; its images and its build cache are in data/ and stay.
  for (const folder of ['upper', 'work', 'root']) rmSync(join(state, folder), { recursive: true, force: true });
  rmSync(shared, { recursive: true, force: true });
  mkdirSync(shared, { recursive: true });
  for (const [path, text] of Object.entries(engineFiles(cell))) write(join(state, 'upper', path), text);
  const errors = openSync(join(shared, 'cell.log'), 'w');
  const words = [treeOf(cell.suite), state, shared, String(cell.rootless ? RUNNER : 0), hostFolder()];
  const child = spawn(SCRIPT, [...words, ...engineCommand(cell)], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', errors, errors],
    env: commandEnvironment({ DOCKER_HOST: undefined }),
  });
  closeSync(errors);
  let isAlive = true;
  child.once('exit', () => (isAlive = false)).once('error', () => (isAlive = false));
  child.unref();
  writeFileSync(join(shared, 'pid'), String(child.pid));
  await untilItAnswers(cell, () => isAlive);
  giveSocket(cell);
}

/** The folder at the root of the host that the repository is in; bind mounts of the examples are below it. */
function hostFolder() {
  return `/${ROOT.split('/')[1]}`;
}

/** @param {string} path @param {string} text */
function write(path, text) {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

/** @param {import('./cells.mjs').NativeCell} cell @param {() => boolean} isAlive */
async function untilItAnswers(cell, isAlive) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while ((await ping(addressOf(cell))) !== 'answers') {
    const why = !isAlive() ? 'ended before it answered' : Date.now() > deadline ? 'did not answer within 60 s' : null;
    if (why !== null) throw new SetupFailure(`the engine of ${cell.name} ${why}. ${logEnd(cell)}`);
    await sleep(POLL_MS);
  }
}

/** @param {import('./cells.mjs').NativeCell} cell */
function logEnd(cell) {
  const logs = ['cell.log', 'log'].map((name) => join(sharedOf(cell), name)).filter((file) => existsSync(file));
  return logs.map((file) => `The end of ${file}:\n${lastLines(readFileSync(file, 'utf8'), 15)}`).join('\n');
}

/** An engine that root runs is open to its group, as the packages set it up; a rootless one belongs to who runs it. */
function giveSocket(cell) {
  const socket = join(sharedOf(cell), 'engine.sock');
  if (!cell.rootless) chownSync(socket, 0, SOCKET_GROUP);
  chmodSync(socket, 0o660);
}

/**
 * @param {import('./cells.mjs').NativeCell} cell
 * @returns {import('./backends.mjs').Place}
 */
function placeOf(cell) {
  const name = cell.kind === 'docker' ? 'dockerd' : 'podman';
  const enginePid = processesOf(cell).find(({ comm }) => comm === name)?.pid;
  if (enginePid === undefined) {
    throw new SetupFailure(`${cell.name} answers, but its ${name} is not among the processes.`);
  }
  const env = { DOCKER_HOST: addressOf(cell) };
  const client = {
    tree: treeOf(cell.suite),
    shared: sharedOf(cell),
    group: cell.rootless ? RUNNER : SOCKET_GROUP,
    // The addresses of a rootless engine's containers are out of reach of the host, as they are for its users.
    ...(cell.rootless ? {} : { networkPid: ownNetworkThread(enginePid) }),
  };
  return {
    shown: { ...env, ENGINE_PID: String(enginePid) },
    run: (user, words) => captureOutput(...clientCommand(client, user, words), { cwd: ROOT, env }),
  };
}

/**
 * A thread that is in the engine's own network. The first thread of Podman was seen to stay in the network of a container: Go lets
 * any thread enter one for a while.
 * @param {number} pid
 */
function ownNetworkThread(pid) {
  const threads = readdirSync(`/proc/${pid}/task`).map((thread) => ({ thread, network: networkOf(pid, thread) }));
  const inSame = (/** @type {string} */ network) => threads.filter((other) => other.network === network).length;
  threads.sort((one, other) => inSame(other.network) - inSame(one.network));
  return Number(threads[0]?.thread ?? pid);
}

/** Empty when the thread has ended. @param {number} pid @param {string} thread */
function networkOf(pid, thread) {
  try {
    return readlinkSync(`/proc/${pid}/task/${thread}/ns/net`);
  } catch {
    return '';
  }
}

/**
 * Removes every container of a cell and stops its engine. Its images and its build cache stay.
 * @param {import('./cells.mjs').NativeCell} cell
 * @returns {Promise<string[]>} what is left on the host all the same
 */
export async function down(cell) {
  if ((await ping(addressOf(cell))) === 'answers') await removeContainers(cell);
  await endProcesses(cell);
  rmSync(sharedOf(cell), { recursive: true, force: true });
  const mounts = readFileSync('/proc/self/mountinfo', 'utf8').split('\n');
  return mounts.filter((line) => line.includes(`${stateOf(cell)}/`) || line.includes(`${sharedOf(cell)}/`));
}

/** @param {import('./cells.mjs').NativeCell} cell */
async function removeContainers(cell) {
  const env = { DOCKER_HOST: addressOf(cell) };
  const { stdout } = await capture('docker', ['ps', '--all', '--quiet'], { env });
  const ids = stdout.split('\n').filter((id) => id !== '');
  // A container whose start hangs is not removed either; it ends with the processes of the cell.
  const timeoutMs = REMOVE_TIMEOUT_MS;
  if (ids.length > 0) await capture('docker', ['rm', '--force', '--volumes', ...ids], { env, timeoutMs });
}

/** Asks the engine to end, then ends what is still there: shims, monitors, helpers for the network. */
async function endProcesses(cell) {
  const supervisor = processesOf(cell).filter(({ argv }) => argv.includes(SCRIPT));
  const engines = processesOf(cell).filter(({ comm }) => ['dockerd', 'podman', 'rootlesskit'].includes(comm));
  const asked = (supervisor.length > 0 ? supervisor : engines).map(({ pid }) => pid);
  for (const pid of asked) signal(pid, 'SIGTERM');
  await untilNoneIs(() => processesOf(cell).filter(({ pid }) => asked.includes(pid)));
  for (const { pid } of processesOf(cell)) signal(pid, 'SIGKILL');
  const left = await untilNoneIs(() => processesOf(cell));
  if (left.length === 0) return;
  throw new SetupFailure(
    `processes of ${cell.name} do not end: ${left.map(({ pid, comm }) => `${comm} (${pid})`).join(', ')}.`,
  );
}

/**
 * @param {() => import('./processes.mjs').CellProcess[]} find
 * @returns those that are still there after the time
 */
async function untilNoneIs(find) {
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  for (;;) {
    const left = find();
    if (left.length === 0 || Date.now() > deadline) return left;
    await sleep(POLL_MS);
  }
}

/** @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
