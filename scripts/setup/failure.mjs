/**
 * Set-up that cannot go on. The message is complete: the fact, the reason, what to do.
 * Scripts print it without a stack trace and end with `exitCode`.
 */
export class SetupFailure extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'SetupFailure';
    this.exitCode = 2;
  }
}

/**
 * Runs a script's main function and turns what it returns or throws into the exit code.
 * @param {() => Promise<number>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    console.error(`\nset-up failed: ${error.message}`);
    process.exitCode = error.exitCode;
  }
}
