import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BASE_IMAGE, ensureBaseImage } from '../../setup/base-image.mjs';
import { ensureEngine } from '../../setup/ensure-engine.mjs';
import { SetupFailure } from '../../setup/failure.mjs';
import { say } from '../../setup/progress.mjs';
import { ROOT } from '../../setup/root.mjs';
import { bakedDockerfile } from './baked.mjs';
import { copyIn, inGuest } from './machine.mjs';
import { must } from './tools.mjs';

/**
 * Brings the product, as it is built here, and the images of the examples into a running guest, for root and for `runner`. Nothing
 * of node_modules: the bundles in dist/ need none.
 * @param {readonly string[]} examples
 */
export async function bringPayload(examples) {
  const folder = mkdtempSync(join(tmpdir(), 'tightfit-guest-'));
  try {
    const tree = join(folder, 'tightfit');
    await must('sh', ['-c', COPY, tree], { cwd: ROOT });
    await bringImages(folder, tree, examples);
    await must('tar', ['-C', folder, '-cf', join(folder, 'product.tar'), 'tightfit']);
    await copyIn(join(folder, 'product.tar'), 'product.tar');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await mustInGuest(
    'tar -xf product.tar && cp -a tightfit /home/runner/ && chown -R runner:runner /home/runner/tightfit && rm product.tar',
  );
}

/** The files of the repository as they are on the disk, dist/ among them. */
const COPY =
  'mkdir "$0" && git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf - --ignore-failed-read | tar -C "$0" -xf -';

/** @param {string} folder @param {string} tree @param {readonly string[]} examples */
async function bringImages(folder, tree, examples) {
  const engine = await ensureEngine();
  await ensureBaseImage(engine);
  const env = { DOCKER_HOST: engine };
  const images = [BASE_IMAGE];
  for (const name of examples) {
    const file = join(tree, 'examples', name, 'Dockerfile');
    const image = `tightfit-guest/${name}`;
    const parts = existsSync(file) ? bakedDockerfile(readFileSync(file, 'utf8'), image) : null;
    if (parts === null) continue;
    writeFileSync(join(folder, 'Dockerfile'), parts.base);
    await must(
      'docker',
      ['build', '--quiet', '--tag', image, '--file', join(folder, 'Dockerfile'), join(tree, 'docs/images')],
      { env },
    );
    writeFileSync(file, parts.rest);
    images.push(image);
  }
  const archive = join(folder, 'images.tar');
  await must('docker', ['save', '--output', archive, ...images], { env });
  say(`engines: loading ${images.length} images in the guest, a second for each MB where it is emulated`);
  await copyIn(archive, 'images.tar');
  await mustInGuest('docker load --quiet --input images.tar && rm images.tar');
}

/** @param {string} line */
async function mustInGuest(line) {
  const { code } = await inGuest('root', line);
  if (code !== 0) throw new SetupFailure(`"${line}" ended with ${code} in the guest; its message is above.`);
}
