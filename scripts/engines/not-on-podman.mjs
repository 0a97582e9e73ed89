/**
 * Core tests of what Podman cannot do, by the beginning of their full names, and why. They are not run in cells of Podman.
 * @type {readonly { test: string, why: string }[]}
 */
export const NOT_ON_PODMAN = [
  {
    test: 'buildx hands secrets to the build',
    why: "Podman's API has the legacy builder alone, which takes no secrets.",
  },
  { test: 'buildx masks a secret', why: "Podman's API has the legacy builder alone, which takes no secrets." },
  { test: 'buildx leaves a cache', why: "Podman's API has the legacy builder alone, which leaves no cache elsewhere." },
  {
    test: 'the network lets this machine talk to a container',
    why: "Podman's bridges are not named after their network's id, which proves whose address it is. probe-route.test.ts shows the way that is taken: from inside the container's network.",
  },
];

/** What jest is told so that it leaves these tests out. @param {readonly { test: string }[]} left */
export function allBut(left) {
  return `--testNamePattern=^(?!${left.map(({ test }) => test.replace(/[^\w ]/g, '\\$&')).join('|')})`;
}
