import { quote } from '../excerpt.js';
import { suggest } from '../suggest.js';
import { inexpressibleInBuild } from './inexpressible-in-build.js';
import { inexpressible } from './inexpressible.js';
import { labelOf } from './label.js';
import { mistake, type Mistake } from './mistake.js';
import type { Path } from './plain.js';
import { keysOf } from './schema.js';

/** A key that has no place where it stands: why it can never have one, where it belongs, or how it was meant. */
export function unknownKey(path: Path, key: string, known: readonly string[]): Mistake {
  const where = labelOf(path);
  const why = isAboutRunning(path) ? inexpressible(key) : path.at(-1) === 'build' ? inexpressibleInBuild(key) : null;
  if (why !== null) {
    return mistake(`${quote(key)} cannot be expressed: ${why.reason}`, why.advice);
  }
  const home = homeOf(path, key);
  if (home !== null) return mistake(`${quote(key)} does not belong in ${where}`, home);
  const near = suggest(key, known);
  return mistake(
    `unknown key ${quote(key)} in ${where}`,
    near === null ? `Expected one of ${known.join(', ')}.` : `Did you mean ${near}?`,
  );
}

/** Whether an unknown key was probably meant as one of those that are missing. */
export function standsFor(key: string, missing: readonly string[]): boolean {
  return suggest(key, missing) !== null || (missing.includes('exec') && Object.hasOwn(TEST, key));
}

/** The policy itself, a service, or its `run`: where keys of a Compose file are pasted. */
function isAboutRunning(path: Path): boolean {
  return (
    path.length === 0 || (path[0] === 'services' && (path.length === 2 || (path.length === 3 && path[2] === 'run')))
  );
}

/** What to do about a key that stands one level too high or too low. */
function homeOf(path: Path, key: string): string | null {
  if (path[0] !== 'services') return keysOf('service').includes(key) ? 'Move it into a service.' : null;
  if (path.length === 2) return keysOf('run').includes(key) ? 'Move it under run.' : null;
  if (path.length === 3 && path[2] === 'run') return keysOf('service').includes(key) ? 'Move it out of run.' : null;
  if (path[2] === 'ready') return READY[key] ?? null;
  return path[2] === 'tests' && path.length === 4 ? (TEST[key] ?? null) : null;
}

const READY: Readonly<Record<string, string>> = {
  retries: 'Remove it: the probe is repeated until timeout.',
  name: 'Remove it: there is one ready probe.',
};

const TEST: Readonly<Record<string, string>> = {
  healthcheck: 'Move it to ready: it tells when the service is ready, and the image says what it does.',
  command: 'Move it under exec, to run inside the service, or under client, to run next to it.',
};
