import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Answer } from '../adapters/tracefs/protocol.js';
import { Recordings } from './recordings.js';

/** A lifetime nobody needs more of, in milliseconds. */
const LONGEST_LIFETIME = 24 * 60 * 60 * 1000;

export interface Service {
  /** Milliseconds. */
  readonly lifetime: number;
  readonly input: Readable;
  readonly output: Writable;
}

/**
 * Answers one command after the other until the input ends, the output is closed or the lifetime is over; then takes away all
 * it made. Gives the exit code.
 */
export async function serve({ lifetime, input, output }: Service): Promise<number> {
  if (!(lifetime > 0 && lifetime <= LONGEST_LIFETIME)) return 2;
  const lines = createInterface({ input, crlfDelay: Infinity });
  const end = (): void => {
    lines.close();
  };
  const deadline = setTimeout(end, lifetime);
  // The parent decides when it is over: Ctrl-C in its terminal reaches this process too, and must not end it first.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
  process.on('SIGTERM', end);
  output.on('error', end);
  const say = (answer: Answer): void => {
    if (output.writable) output.write(`${JSON.stringify(answer)}\n`);
  };
  const recordings = new Recordings();
  try {
    say(await recordings.prepare());
    for await (const line of lines) say(await recordings.answer(line));
  } finally {
    clearTimeout(deadline);
    await recordings.removeAll();
  }
  input.destroy();
  return 0;
}
