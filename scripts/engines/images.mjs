import { existsSync, renameSync } from 'node:fs';
import { BASE_IMAGE, ensureBaseImage } from '../setup/base-image.mjs';
import { capture, lastLines } from '../setup/command.mjs';
import { SetupFailure } from '../setup/failure.mjs';
import { say } from '../setup/progress.mjs';
import { ensureEngine } from '../setup/ensure-engine.mjs';
import { STATE } from './places.mjs';

const ARCHIVE = `${STATE}/base-image.tar`;

/**
 * The base image of the examples, from the machine's own engine to a cell's: no registry is asked for it.
 * @param {string} dockerHost
 */
export async function ensureImages(dockerHost) {
  if ((await capture('docker', ['image', 'inspect', BASE_IMAGE], { env: { DOCKER_HOST: dockerHost } })).code === 0)
    return;
  if (!existsSync(ARCHIVE)) await makeArchive();
  await docker(dockerHost, ['load', '--input', ARCHIVE]);
  // Podman takes a name without a registry for one of its own; a Dockerfile means the one that Docker means.
  await docker(dockerHost, ['tag', BASE_IMAGE, `docker.io/library/${BASE_IMAGE}`]);
}

async function makeArchive() {
  const own = await ensureEngine();
  await ensureBaseImage(own);
  say(`engines: saving ${BASE_IMAGE} of the machine's own engine`);
  await docker(own, ['save', '--output', `${ARCHIVE}.new`, BASE_IMAGE]);
  renameSync(`${ARCHIVE}.new`, ARCHIVE);
}

/** @param {string} dockerHost @param {string[]} words */
async function docker(dockerHost, words) {
  const { code, stderr } = await capture('docker', words, { env: { DOCKER_HOST: dockerHost } });
  if (code !== 0)
    throw new SetupFailure(`docker ${words[0]} on ${dockerHost} ended with ${code}: ${lastLines(stderr, 5)}`);
}
