import { readdirSync, readFileSync } from 'node:fs';
import { stateOf } from './places.mjs';

/** @typedef {{ pid: number, comm: string, argv: string[] }} CellProcess */

/**
 * Every process of a cell, its containers' included, known by what is mounted where it lives: the cell's root is below its state,
 * and an engine mounts files from there or from the cell's /run into each container (/etc/hosts and others). A pid namespace would show them at once, but
 * the recorder is to see the ids that the host sees.
 * @param {{ name: string }} cell
 * @returns {CellProcess[]}
 */
export function processesOf(cell) {
  const marks = [`${stateOf(cell)}/`, ` tightfit-cell-${cell.name} `];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const mounts = read(`/proc/${pid}/mountinfo`);
      return marks.some((mark) => mounts.includes(mark));
    })
    .map((pid) => ({
      pid: Number(pid),
      comm: read(`/proc/${pid}/comm`).trim(),
      argv: read(`/proc/${pid}/cmdline`).split('\0'),
    }));
}

/** Empty where the process has gone. @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
