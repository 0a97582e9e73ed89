import { readFile } from 'node:fs/promises';
import { textAt } from './field.js';
import { jsonOrNull } from '../../core/json-or-null.js';

/** The files in which a builder says what it made. */
export interface BuildFiles {
  /** `--iidfile`. */
  readonly id: string;
  /** `--metadata-file`, which buildx alone knows. */
  readonly metadata: string;
}

/**
 * The digests under which an engine may know the image that a build made, the likeliest first. BuildKit writes the digest of the
 * configuration to the id file; an engine that keeps images in containerd knows an image by the digest of its manifest or index.
 * https://github.com/docker/buildx/blob/v0.29.1/commands/build.go (getImageID) and
 * https://docs.docker.com/reference/cli/docker/buildx/build/#metadata-file
 */
export async function builtDigests(files: BuildFiles): Promise<readonly string[]> {
  const metadata = jsonOrNull(await textOf(files.metadata));
  const digests = [
    textAt(metadata, 'containerimage.digest'),
    textAt(metadata, 'containerimage.config.digest'),
    (await textOf(files.id)).trim(),
  ];
  return [...new Set(digests)].filter((digest) => /^sha256:[0-9a-f]{64}$/.test(digest));
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
