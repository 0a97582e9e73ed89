import { STATE } from '../places.mjs';

/** What guests are made from and keep; a guest's own disk is made anew at each start. */
export const GUESTS = `${STATE}/guests`;

/** The key that opens every guest. */
export const KEY = `${GUESTS}/key`;

/** @param {{ name: string }} cell */
export function folderOf({ name }) {
  return `${GUESTS}/${name}`;
}
