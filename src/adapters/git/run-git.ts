import { spawn } from 'node:child_process';
import { EnvironmentError } from '../../core/errors.js';
import { codeOf, messageOf } from '../thrown.js';

/** One call of git: no shell, and nothing in its environment that is not named here. */
export interface GitCall {
  readonly args: readonly string[];
  /** The folder it is about. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Milliseconds; longer counts as trouble. Absent: a minute. */
  readonly patience?: number;
}

/** How a call ended. Foreign text. */
export interface GitOutcome {
  /** 128 and more where it ended by a signal. */
  readonly exitCode: number;
  readonly output: string;
  /** The last line of standard error that is not empty. */
  readonly complaint: string;
}

/** Runs git in one checkout. */
export type Git = (...args: readonly string[]) => Promise<GitOutcome>;

const MINUTE = 60_000;

/** The most that is read of either stream, in bytes. */
const MOST_OUTPUT = 64 * 1024 * 1024;

/** Settings by which a checkout could have git run programs or hide files. */
const SETTINGS = ['core.fsmonitor=false', 'core.untrackedCache=false', 'core.hooksPath=/dev/null', 'gc.auto=0'];

/**
 * Runs git to its end. Rejects with the signal's reason when that aborts. Throws EnvironmentError where there is no git, and when
 * it takes too long or says too much.
 */
export async function runGit({ args, folder, environment, signal, patience = MINUTE }: GitCall): Promise<GitOutcome> {
  signal.throwIfAborted();
  const late = AbortSignal.timeout(patience);
  const child = spawn('git', [...SETTINGS.flatMap((setting) => ['-c', setting]), ...args], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: AbortSignal.any([signal, late]),
    killSignal: 'SIGKILL',
  });
  const output = collect(child.stdout);
  const complaints = collect(child.stderr);
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 128);
    });
  }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw late.aborted ? tooLate(args, patience) : gitMissing(error);
  });
  return { exitCode, output: output.text(), complaint: lastLine(complaints.text()) };
}

interface Collected {
  readonly text: () => string;
}

function collect(stream: NodeJS.ReadableStream): Collected {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= MOST_OUTPUT) chunks.push(chunk);
  });
  return {
    text: () => {
      if (size > MOST_OUTPUT)
        throw new EnvironmentError('git says more than can be taken', 'Compare with a nearer base.');
      return Buffer.concat(chunks).toString('utf8');
    },
  };
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1)?.trim() ?? '';
}

function tooLate(args: readonly string[], patience: number): EnvironmentError {
  const seconds = patience / 1000;
  return new EnvironmentError(
    `git ${args[0] ?? ''} did not end within ${seconds} s`,
    'Look whether its remote answers.',
  );
}

function gitMissing(error: unknown): EnvironmentError {
  const reason = codeOf(error) === 'ENOENT' ? 'is not installed' : `cannot be run: ${messageOf(error)}`;
  return new EnvironmentError(`git ${reason}`, 'Install it, e.g. with "apt-get install git".', { cause: error });
}
