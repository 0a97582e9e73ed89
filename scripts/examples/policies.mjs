import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { SetupFailure } from '../setup/failure.mjs';
import { ROOT } from '../setup/root.mjs';

/**
 * @typedef {object} Example
 * @property {string} name `samba`, and `samba/lab` for another policy than the folder's tightfit.yml
 * @property {string} policy from the repository's root
 * @property {string} verdict the one it must get, as its heading comment says
 */

/**
 * Every policy under examples/, in the order of their names.
 * @returns {Example[]}
 */
export function examplePolicies() {
  const folder = join(ROOT, 'examples');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'workflows')
    .flatMap(({ name }) => policiesIn(join(folder, name)))
    .map((file) => ({ name: nameOf(file), policy: relative(ROOT, file), verdict: expectedVerdict(file) }));
}

/** @param {string} folder */
function policiesIn(folder) {
  const main = 'tightfit.yml';
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort((a, b) => Number(b === main) - Number(a === main) || (a < b ? -1 : 1))
    .map((name) => join(folder, name));
}

/** @param {string} file */
function nameOf(file) {
  return relative(join(ROOT, 'examples'), file)
    .replace(/\.yml$/, '')
    .replace(/\/tightfit$/, '');
}

/** @param {string} file */
function expectedVerdict(file) {
  const heading = readFileSync(file, 'utf8').split(/^version:/m)[0] ?? '';
  const [, verdict] = /Verdict:\s*(?:#\s*)?(tight|loose|broken|unjudged)\b/.exec(heading) ?? [];
  if (verdict === undefined) throw new SetupFailure(`${file}: its heading comment does not say "Verdict: …".`);
  return verdict;
}
