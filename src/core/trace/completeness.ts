import type { Completeness } from './record.js';

/** What happened to the recording itself. */
export interface RecordingFacts {
  /** Events the kernel had no room for. */
  readonly lost: number;
  /** Everything in the buffer was read. */
  readonly caughtUp: boolean;
  /** The container's processes were seen. */
  readonly found: boolean;
  /** More containers began than are told apart. */
  readonly crowded: boolean;
}

/** Whether a recording shows everything that its container did; anything lost is a way to hide. */
export function completenessOf({ lost, caughtUp, found, crowded }: RecordingFacts): Completeness {
  const reasons: string[] = [];
  if (lost > 0) reasons.push(`the kernel lost ${lost} events, because they came faster than they could be read`);
  if (!caughtUp) reasons.push('the recorder could not read all events in time');
  if (!found && crowded) reasons.push('more containers were started meanwhile than the recorder tells apart');
  else if (!found) reasons.push("none of the recorded processes is the container's");
  return { complete: reasons.length === 0, reasons };
}
