import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canInstall, installPackages } from './apt.mjs';
import { capture, findCommand, lastLines } from './command.mjs';
import { SetupFailure } from './failure.mjs';
import { withLock } from './lock.mjs';
import { LOCK_FILE, makeFolders } from './private-engine.mjs';
import { say, secondsSince } from './progress.mjs';

/** What the examples and the tests are built from. */
export const BASE_IMAGE = 'debian:bookworm-slim';

const SUITE = 'bookworm';
const SUITE_KEYS = '/usr/share/keyrings/debian-archive-keyring.gpg';
const PULL_TIMEOUT_MS = 90_000;

/** As the published slim image does it: no documentation, no translations. */
const SLIM = ['doc', 'info', 'locale', 'man'].map((folder) => `--dpkgopt=path-exclude=/usr/share/${folder}/*`);

/**
 * Makes sure the base image is in the engine: there already, else pulled, else made from the
 * distribution's packages and given the same name.
 * @param {string} engine the engine's address
 * @throws {SetupFailure} where neither way works
 */
export async function ensureBaseImage(engine) {
  if (await isPresent(engine)) return;
  const start = Date.now();
  say(`base image: pulling ${BASE_IMAGE}`);
  const pulled = await docker(engine, ['pull', '--quiet', BASE_IMAGE], PULL_TIMEOUT_MS);
  if (pulled.code === 0) {
    say(`base image: pulled in ${secondsSince(start)}`);
    return;
  }
  say(`base image: no registry gave it (${lastLines(pulled.stderr, 1) || 'no answer in time'})`);
  if (!canInstall()) {
    throw new SetupFailure(
      `${BASE_IMAGE} cannot be pulled, and making it needs root and apt-get. Connect to a registry, or load the image ("docker load").`,
    );
  }
  makeFolders();
  await withLock(LOCK_FILE, async () => {
    if (!(await isPresent(engine))) await makeBaseImage(engine);
  });
}

/** @param {string} engine */
async function isPresent(engine) {
  return (await docker(engine, ['image', 'inspect', BASE_IMAGE])).code === 0;
}

/**
 * @param {string} engine
 * @param {string[]} args
 * @param {number} [timeoutMs]
 */
function docker(engine, args, timeoutMs) {
  return capture('docker', args, { env: { DOCKER_HOST: engine }, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
}

/** @param {string} engine */
async function makeBaseImage(engine) {
  const missing = [
    ...(findCommand('mmdebstrap') === undefined ? ['mmdebstrap'] : []),
    ...(existsSync(SUITE_KEYS) ? [] : ['debian-archive-keyring']),
  ];
  if (missing.length > 0) await installPackages(missing);
  const start = Date.now();
  say(`base image: making ${BASE_IMAGE} with mmdebstrap from the distribution's packages, about half a minute`);
  const folder = mkdtempSync(join(tmpdir(), 'tightfit-base-'));
  try {
    const archive = join(folder, 'base.tar');
    await demand('mmdebstrap', ['--variant=minbase', '--quiet', ...SLIM, SUITE, archive]);
    await demand('docker', ['import', '--change', 'CMD ["bash"]', archive, BASE_IMAGE], { DOCKER_HOST: engine });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say(`base image: made in ${secondsSince(start)}`);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
async function demand(command, args, env = {}) {
  const { code, stderr } = await capture(command, args, { env });
  if (code !== 0) throw new SetupFailure(`${command} ended with ${code}:\n${lastLines(stderr, 20)}`);
}
