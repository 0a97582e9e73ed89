import { spawn, type ChildProcess } from 'node:child_process';
import { EnvironmentError } from '../../core/errors.js';
import type { Endpoint } from './address.js';
import { splitLines } from './split-lines.js';
import { codeOf, messageOf } from '../thrown.js';

/** Variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One call of the docker CLI: no shell, and nothing in its environment that is not named here. */
export interface CliCall {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Foreign text of standard output and standard error, as it comes. */
  readonly onLine: (line: string) => void;
  /** Takes out of a line what nobody may see. Absent: nothing is secret. */
  readonly mask?: (line: string) => string;
  /** Milliseconds; longer counts as trouble. */
  readonly patience: number;
  readonly signal?: AbortSignal | undefined;
}

/** How a call ended. */
export interface CliOutcome {
  /** 128 and more: ended by a signal. */
  readonly exitCode: number;
  /** The last lines that are not empty. Foreign text. */
  readonly lastLines: readonly string[];
}

/** How many of the last lines are kept. */
const KEPT_LINES = 20;

/** How long the CLI may take to give up by itself once it is told to, in milliseconds. */
const GIVE_UP = 2000;

/**
 * Runs the docker CLI to its end. When the signal aborts, ends it and rejects with the signal's reason. Throws EnvironmentError
 * where there is no docker CLI, and when it takes too long.
 */
export async function runCli(call: CliCall): Promise<CliOutcome> {
  call.signal?.throwIfAborted();
  const late = AbortSignal.timeout(call.patience);
  const lastLines: string[] = [];
  const onLine = (written: string): void => {
    const line = call.mask?.(written) ?? written;
    if (line.trim() !== '' && lastLines.push(line) > KEPT_LINES) lastLines.shift();
    call.onLine(line);
  };
  const child = spawn('docker', call.args, {
    env: call.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    const lines = splitLines(onLine);
    stream.on('data', lines.push).on('end', lines.end);
  }
  const exitCode = await endOf(child, AbortSignal.any([late, ...(call.signal === undefined ? [] : [call.signal])]));
  call.signal?.throwIfAborted();
  if (late.aborted) throw tooLate(call);
  return { exitCode, lastLines };
}

function endOf(child: ChildProcess, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    let killer: NodeJS.Timeout | undefined;
    const onAbort = (): void => {
      killGroup(child, 'SIGTERM');
      killer = setTimeout(() => {
        killGroup(child, 'SIGKILL');
      }, GIVE_UP);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    const done = (): void => {
      signal.removeEventListener('abort', onAbort);
      clearTimeout(killer);
    };
    child.once('error', (error) => {
      done();
      reject(cliMissing(error));
    });
    child.once('close', (code) => {
      done();
      resolve(code ?? 128);
    });
  });
}

/** The CLI's plugins are processes of their own and hold its output open, so the whole group has to go. */
function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

function tooLate({ args, patience }: CliCall): EnvironmentError {
  return new EnvironmentError(
    `docker ${args[0] ?? ''} did not end within ${patience / 1000} s`,
    'Look whether the engine and its network are well (`docker info`).',
  );
}

function cliMissing(error: Error): EnvironmentError {
  const reason = codeOf(error) === 'ENOENT' ? 'is not installed' : `cannot be run: ${messageOf(error)}`;
  const advice = 'Install it: https://docs.docker.com/engine/install/ (Debian and Ubuntu: apt-get install docker.io).';
  return new EnvironmentError(`the docker command ${reason}`, advice, { cause: error });
}

/** The named variables, so far as they are set. */
export function pickEnvironment(environment: Environment, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** What the CLI gets so that it talks to the very engine that `endpoint` names, whatever context is in use. */
export function cliEnvironment(environment: Environment, { address, certificates }: Endpoint): Record<string, string> {
  return {
    ...pickEnvironment(environment, ['PATH', 'HOME', 'DOCKER_CONFIG', 'DOCKER_BUILDKIT']),
    // The CLI's own ssh needs the user's agent.
    ...(address.kind === 'ssh' ? pickEnvironment(environment, ['SSH_AUTH_SOCK', 'USER', 'LOGNAME']) : {}),
    ...(certificates === null ? {} : { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: certificates }),
    DOCKER_HOST: address.url,
  };
}
