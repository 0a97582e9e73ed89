import type { Exec } from 'dockerode';
import type { Duplex } from 'node:stream';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isInContainer } from '../../core/smoke/container-cgroup.js';
import type { ExecOutcome, ExecRequest, Output } from '../../ports.js';
import { ask } from './ask.js';
import type { Client } from './client.js';
import { statusOf, wordsOf } from './engine-trouble.js';
import { fieldAt, numberAt } from './field.js';
import { collectOutput } from './output.js';
import { pidOnceStarted } from './pid-once-started.js';
import { unlessAborted } from './unless-aborted.js';

/** What a shell gives for a program that could not be run. */
const CANNOT_RUN = 126;

/** Statuses with which the engine says that this program cannot be run in this container: no such user, not running, … */
const REFUSED: ReadonlySet<number> = new Set([400, 409]);

/** Podman says so with the status of trouble. */
const REFUSAL = /container state improper/;

/** Between two looks at a program that closed its output and still runs, in milliseconds. */
const PAUSE = 20;

/**
 * Runs a program inside a container to its end. When the engine or the runtime cannot run it, the outcome says why on standard
 * error. When the signal aborts, ends the program where this machine can and rejects with the signal's reason.
 */
export async function exec(client: Client, container: string, request: ExecRequest): Promise<ExecOutcome> {
  try {
    return await ask(client.endpoint, { doing: 'run a program in a container', patience: 0 }, () =>
      run(client, container, request),
    );
  } catch (error) {
    request.signal.throwIfAborted();
    throw error;
  }
}

async function run(client: Client, container: string, request: ExecRequest): Promise<ExecOutcome> {
  const program = await create(client, container, request).catch(refusalOf);
  if (typeof program === 'string') return cannotRun(program);
  request.signal.throwIfAborted();
  const connection = new AbortController();
  try {
    return await runToEnd(program, request, connection.signal);
  } catch (error) {
    if (request.signal.aborted) await end(client, program, container);
    return cannotRun(refusalOf(error));
  } finally {
    connection.abort();
  }
}

function create({ docker }: Client, container: string, { command, user, signal }: ExecRequest): Promise<Exec> {
  return docker.getContainer(container).exec({
    Cmd: [...command],
    AttachStdout: true,
    AttachStderr: true,
    Tty: false,
    abortSignal: signal,
    ...(user === null ? {} : { User: user }),
  });
}

function refusalOf(error: unknown): string {
  const words = wordsOf(error);
  if (!REFUSED.has(statusOf(error)) && !REFUSAL.test(words)) throw error;
  return words;
}

function cannotRun(words: string): ExecOutcome {
  const output: Output = { stdout: '', stderr: words, both: words, truncated: false };
  return { exitCode: CANNOT_RUN, output };
}

/**
 * @param connection ends the connection when it aborts: not before the program was found, as Podman takes one whose connection ends
 *   while it starts for failed, with exit code 125, and lets it run (seen with 5.4.2)
 */
async function runToEnd(program: Exec, { limit, signal }: ExecRequest, connection: AbortSignal): Promise<ExecOutcome> {
  const { push, output } = collectOutput(limit);
  const stream = await unlessAborted(signal, program.start({ Detach: false, Tty: false, abortSignal: connection }));
  await unlessAborted(signal, pump(stream, push));
  return { exitCode: await exitCodeOf(program, signal), output: output() };
}

async function pump(stream: Duplex, push: (chunk: Uint8Array) => void): Promise<void> {
  for await (const chunk of stream as AsyncIterable<Uint8Array>) push(chunk);
}

/** The engine closes the output a moment before it knows the exit code. */
async function exitCodeOf(program: Exec, signal: AbortSignal): Promise<number> {
  for (;;) {
    const state: unknown = await program.inspect({ abortSignal: signal });
    if (fieldAt(state, 'Running') !== true) return numberAt(state, 'ExitCode');
    await sleep(PAUSE, undefined, { signal });
  }
}

/** The engine has no call to end a program: it is killed from here where its pid is this machine's, else left to the container. */
async function end({ podman }: Client, program: Exec, container: string): Promise<void> {
  const pid = await pidOnceStarted(async () => {
    const state: unknown = await program.inspect();
    return podman === null ? state : withoutEarlyExitCode(state);
  });
  const cgroups = await readFile(`/proc/${pid}/cgroup`, 'utf8').catch(() => '');
  if (pid === 0 || !isInContainer(cgroups, container)) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Not ours to kill, or gone meanwhile: it ends with the container.
  }
}

/** Podman tells exit code 0 of a program that has yet to start; what has ended can be removed. */
function withoutEarlyExitCode(state: unknown): unknown {
  return fieldAt(state, 'CanRemove') === true
    ? state
    : { Running: fieldAt(state, 'Running'), Pid: fieldAt(state, 'Pid') };
}
