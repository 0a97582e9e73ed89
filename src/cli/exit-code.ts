import { CommanderError } from 'commander';
import { EnvironmentError, UsageError } from '../core/errors.js';
import { block, inline } from '../report/escape/neutralize.js';
import { complain } from './print.js';

/** Where a mistake of ours can be told. */
const ISSUES = 'https://github.com/tightfit/tightfit/issues';

/** Runs a command line and turns whatever it throws into a message and exit code 2: not judged. */
export async function exitCodeOf(run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) complain(`tightfit: ${inline(error.message)}`);
  else if (error instanceof EnvironmentError) complain(`tightfit: ${inline(`${error.message}. ${error.advice}`)}`);
  else complain(`tightfit: internal error, please report it at ${ISSUES}\n${stackOf(error)}`);
  return 2;
}

function stackOf(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return block(text, { prefix: '  ', maxLines: 30, maxBytes: 8192, keep: 'first' }).join('\n');
}
