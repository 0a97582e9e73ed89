/**
 * @typedef {object} Difference something that is known to be otherwise in a cell than on the machine that the examples are written for
 * @property {RegExp} cells
 * @property {RegExp} about examples by name, tests as `FILE: NAME`
 * @property {string} why
 */

/** What is known, and why. What differs and is not here is unexplained, and `npm run engines` fails. @type {readonly Difference[]} */
export const DIFFERENCES = [
  {
    cells: /^(docker-28|podman-5\.8-runc|guest-forky)/,
    about: /^samba\/lab$/,
    why: 'The profile of the lab was found by hand on runc 1.1.5. runc 1.3.6 needs statx to start a container, which this profile refuses.',
  },
  {
    cells: /^(docker-28|guest-forky)/,
    about: /^ping\/file-capability-no-new-privileges$/,
    why: "Docker 28.5 lists the capabilities of an ordinary user's process as permitted in what it gives to runc. The container's first program then keeps a file capability, also under no-new-privileges.",
  },
];

/**
 * Why something differs in a cell, or undefined where it is not known.
 * @param {readonly Difference[]} known
 * @param {string} cell
 * @param {string} about
 */
export function whyDiffers(known, cell, about) {
  return known.find((one) => one.cells.test(cell) && one.about.test(about))?.why;
}
