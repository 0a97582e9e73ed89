/** A Dockerfile in two: what installs packages, and the rest, which begins with the image of the first. */
export interface BakedDockerfile {
  readonly base: string;
  readonly rest: string;
}

export function bakedDockerfile(text: string, image: string): BakedDockerfile | null;
