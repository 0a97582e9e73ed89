import { machineAdvice, statusOf, wordsOf } from './engine-trouble.js';

/**
 * Words of the runtime, or of the engine as it prepares the container, that refuse this container: another container would
 * start. Anything unknown counts as trouble of the engine, because a red that blames the service must be right.
 */
const REFUSALS: readonly RegExp[] = [
  /OCI runtime|\b(runc|crun) (create|start|run) failed|^crun:/,
  /seccomp/i,
  /cannot start a stopped process/,
  // Docker 28.5 takes the network namespace of the container's first process, which has ended by then.
  /bind-mount \/proc\/\d+\/ns\/net -> \S+: no such file or directory/,
  /unable to find (user|group)/i,
  /no matching entries in (passwd|group) file/,
  /Cannot mkdir|is not a directory/,
];

/** HTTP statuses with which the engine says that what the container asks for is wrong. */
const WRONG_REQUEST: ReadonlySet<number> = new Set([400, 422]);

/** The words that refuse to start a container; `null` when the failure is trouble of the machine or the engine. */
export function startRefusal(error: unknown): string | null {
  const words = wordsOf(error);
  if (statusOf(error) === 0 || machineAdvice(words) !== null) return null;
  return WRONG_REQUEST.has(statusOf(error)) || REFUSALS.some((pattern) => pattern.test(words)) ? words : null;
}
