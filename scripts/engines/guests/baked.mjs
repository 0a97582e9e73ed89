import { BASE_IMAGE } from '../../setup/base-image.mjs';

/** The first stage up to the end of its first RUN, which installs packages. */
const PACKAGES = new RegExp(`^FROM ${BASE_IMAGE}( AS [\\w-]+)?\\n(RUN apt-get update(?:.*\\\\\\n)*.*)\\n`, 'm');

/**
 * Splits a Dockerfile, because an emulated machine is too slow for apt-get: what installs packages becomes an image that this
 * machine's engine builds, and the rest begins with it. `null` for a file that installs none this way.
 * @param {string} text
 * @param {string} image the name of the image with the packages
 * @returns {{ base: string, rest: string } | null}
 */
export function bakedDockerfile(text, image) {
  const match = PACKAGES.exec(text);
  if (match === null) return null;
  const [all, stage = '', run] = match;
  return { base: `FROM ${BASE_IMAGE}\n${run}\n`, rest: text.replace(all, () => `FROM ${image}${stage}\n`) };
}
