/**
 * One line of progress, on stderr so that a script's stdout stays its result.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`[set-up] ${text}\n`);
}

/**
 * Seconds since `start` with one decimal, for the end of a progress line.
 * @param {number} start milliseconds, from `Date.now()`
 */
export function secondsSince(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}
