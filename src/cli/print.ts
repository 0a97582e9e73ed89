/** Writes a finished report to standard output. Reports escape what others wrote. */
export function print(text: string): void {
  process.stdout.write(text);
}

/** Writes one line about what went wrong to standard error. */
export function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}
