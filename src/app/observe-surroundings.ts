import { isIncomplete, mergeSurroundings, type SurroundingsFacts } from '../core/smoke/surroundings.js';
import type { Host } from '../ports.js';
import type { Track } from './track.js';

/** Keeps what surrounds the processes of a container. */
export interface SurroundingsObserver {
  look(): Promise<void>;
  /** `null` when the host's /proc does not show this container. */
  seen(): SurroundingsFacts | null;
}

/** Whose surroundings, and with whom to read them. */
export interface SurroundingsSubject {
  readonly container: string;
  readonly initPid: number;
  readonly track: Track;
}

/** Reads as this user, and through the recorder what only root may read. */
export function observeSurroundings(
  host: Host,
  { container, initPid, track }: SurroundingsSubject,
): SurroundingsObserver {
  let found: SurroundingsFacts | null = null;
  const look = async (): Promise<void> => {
    const own = await host.surroundings(container, initPid);
    const isAll = own !== null && !isIncomplete(own);
    const facts = isAll ? own : ((await track.surroundings(container, initPid)) ?? own);
    if (facts !== null) found = found === null ? facts : mergeSurroundings(found, facts);
  };
  return { look, seen: () => found };
}
