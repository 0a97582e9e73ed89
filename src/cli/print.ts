import type { Look } from '../report/terminal/look.js';
import { lookFor } from './look.js';

/** How a report is to look on standard output. */
export function reportLook(): Look {
  return lookFor(process.stdout);
}

/** Writes a finished report to standard output. Reports escape what others wrote. */
export function print(text: string): void {
  process.stdout.write(text);
}

/** Writes one line about what went wrong to standard error. */
export function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}
