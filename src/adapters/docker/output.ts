import type { Output } from '../../ports.js';
import { demultiplex } from './demultiplex.js';
import { keepTail } from './tail.js';

/** Collects what a container wrote. */
export interface OutputCollector {
  /** Takes the next bytes of the engine's framing. */
  readonly push: (chunk: Uint8Array) => void;
  readonly output: () => Output;
}

/** Collects the last `limit` bytes of each stream, and of both in the order the engine gave them. */
export function collectOutput(limit: number): OutputCollector {
  const tails = { stdout: keepTail(limit), stderr: keepTail(limit), both: keepTail(limit) };
  const push = demultiplex((stream, bytes) => {
    tails[stream].push(bytes);
    tails.both.push(bytes);
  });
  const output = (): Output => ({
    stdout: tails.stdout.text(),
    stderr: tails.stderr.text(),
    both: tails.both.text(),
    truncated: tails.both.truncated(),
  });
  return { push, output };
}
