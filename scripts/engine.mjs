#!/usr/bin/env node
import { ensureEngine } from './setup/ensure-engine.mjs';
import { runScript } from './setup/failure.mjs';
import { findEngine } from './setup/find-engine.mjs';
import { withLock } from './setup/lock.mjs';
import {
  LOCK_FILE,
  makeFolders,
  PRIVATE_ADDRESS,
  privateEnginePid,
  stopPrivateEngine,
} from './setup/private-engine.mjs';
import { say } from './setup/progress.mjs';

const USAGE = 'usage: npm run engine -- start | stop | status';

/** @type {Record<string, () => Promise<number>>} */
const COMMANDS = { start, stop, status };

/** Prints the address on stdout: `export DOCKER_HOST=$(npm run -s engine)`. */
async function start() {
  console.log(await ensureEngine());
  return 0;
}

async function stop() {
  if (privateEnginePid() === undefined) {
    say(`no private engine runs at ${PRIVATE_ADDRESS}; other engines are not ours to stop`);
    return 0;
  }
  makeFolders();
  await withLock(LOCK_FILE, stopPrivateEngine);
  say('stopped the private engine; its images are kept in /var/lib/tightfit/engine');
  return 0;
}

async function status() {
  const { address } = await findEngine();
  const pid = privateEnginePid();
  console.log(address === undefined ? 'no engine answers' : `an engine answers at ${address}`);
  console.log(pid === undefined ? 'the private engine does not run' : `the private engine runs (pid ${pid})`);
  return address === undefined ? 1 : 0;
}

async function main() {
  const run = COMMANDS[process.argv[2] ?? 'start'];
  if (run !== undefined) return run();
  console.error(USAGE);
  return 2;
}

await runScript(main);
