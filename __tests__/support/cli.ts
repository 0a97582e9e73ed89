import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** How a program ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What to run, and how. */
export interface Started {
  readonly node?: string;
  readonly cwd?: string;
  /** The whole environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** Ends the program: with SIGINT, or with the signal's reason when that is a signal's name. */
  readonly signal?: AbortSignal;
}

/** Runs one of our bundles as a user or a runner would. */
export function runBundle(bundle: string, words: readonly string[], started: Started = {}): Promise<Ended> {
  const options = { cwd: started.cwd ?? ROOT, env: started.env ?? process.env, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((done) => {
    const child = execFile(
      started.node ?? process.execPath,
      [resolve(ROOT, 'dist', bundle), ...words],
      options,
      (error, stdout, stderr) => {
        done({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr });
      },
    );
    started.signal?.addEventListener('abort', () => child.kill(nameOf(started.signal)));
  });
}

/** Runs one of our scripts, by its path from the repository's root. */
export function runScript(script: string, words: readonly string[], started: Started = {}): Promise<Ended> {
  return runBundle(`../${script}`, words, started);
}

/** Runs `tightfit WORDS`. */
export function tightfit(words: readonly string[], started: Started = {}): Promise<Ended> {
  return runBundle('cli.js', words, started);
}

function nameOf(signal: AbortSignal | undefined): 'SIGINT' | 'SIGTERM' | 'SIGKILL' {
  const reason: unknown = signal?.reason;
  return reason === 'SIGTERM' || reason === 'SIGKILL' ? reason : 'SIGINT';
}
