import type { ProcessSurroundings, RootMountFacts } from '../smoke/surroundings.js';
import { nameOf, type SurroundingsDifference } from './surroundings-difference.js';

/**
 * Compares `read_only` with the root mount. In a mount namespace of its own a process can have another root; it matters only
 * when that is the container's file system again, writable.
 */
export function rootInForce(
  readOnly: boolean,
  processes: readonly ProcessSurroundings[],
): readonly SurroundingsDifference[] {
  const init = processes[0]?.root ?? null;
  if (init === null) return [];
  if (!readOnly) return isReadOnly(init) ? [stricter()] : [];
  return processes
    .filter(({ root }) => root !== null && root.device === init.device && !isReadOnly(root))
    .map((process) => writable(process));
}

function isReadOnly({ mountReadOnly, superReadOnly }: RootMountFacts): boolean {
  return mountReadOnly || superReadOnly;
}

function writable(process: ProcessSurroundings): SurroundingsDifference {
  return {
    rule: 'in-force-looser',
    severity: 'error',
    message: `${nameOf(process)} has the root filesystem mounted read-write, declared is read_only`,
    advice: 'Find out what mounted it so: the engine, or a program with SYS_ADMIN.',
    path: ['read_only'],
    grants: ['read_only'],
  };
}

function stricter(): SurroundingsDifference {
  return {
    rule: 'in-force-differs',
    severity: 'note',
    message: 'the root filesystem is mounted read-only, although the policy does not say so',
    advice: 'Declare read_only: true, since the service runs so here.',
    path: ['read_only'],
    grants: ['read_only'],
  };
}
