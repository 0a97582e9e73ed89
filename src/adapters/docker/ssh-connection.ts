import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { Agent } from 'node:http';
import { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { pickEnvironment } from './cli.js';
import { splitLines } from './split-lines.js';
import { sshArguments, type SshAddress } from './ssh-address.js';

/** ssh could not be started or did not reach the engine. */
class SshFailure extends Error {
  readonly code = 'ESSH';
}

/** What ssh needs to find its configuration, the user's keys and the program for a proxy. */
const VARIABLES = ['PATH', 'HOME', 'USER', 'LOGNAME', 'SSH_AUTH_SOCK'];

/** Connections to an engine, each through an ssh of its own. They do not keep this program running. */
export function sshAgent(address: SshAddress): Agent {
  const agent = new Agent({ keepAlive: true });
  return Object.assign(agent, { createConnection: () => new SshConnection(address) });
}

/** The bytes between this program and an engine behind ssh, with what an HTTP agent asks of a socket. */
class SshConnection extends Duplex {
  readonly #ssh: ChildProcessWithoutNullStreams;
  #lastWords = '';

  constructor(address: SshAddress) {
    super({ allowHalfOpen: true });
    this.#ssh = spawn('ssh', sshArguments(address), {
      env: pickEnvironment(process.env, VARIABLES),
      stdio: 'pipe',
    });
    const said = splitLines((line) => {
      if (line.trim() !== '') this.#lastWords = line.trim();
    });
    this.#ssh.stderr.on('data', said.push).on('end', said.end);
    this.#ssh.stdout.on('data', (piece: Buffer) => {
      if (!this.push(piece)) this.#ssh.stdout.pause();
    });
    this.#ssh.stdin.on('error', () => undefined);
    this.#ssh.once('error', (error) => this.destroy(new SshFailure(`ssh cannot be started: ${error.message}`)));
    this.#ssh.once('close', (code) => {
      this.#ended(code);
    });
    this.unref();
  }

  #ended(code: number | null): void {
    if (code === 0) this.push(null);
    else if (!this.destroyed) {
      this.destroy(
        new SshFailure(`ssh ended with exit code ${code ?? 'unknown'}: ${this.#lastWords || 'it said nothing'}`),
      );
    }
  }

  override _read(): void {
    this.#ssh.stdout.resume();
  }

  override _write(piece: Buffer, encoding: BufferEncoding, done: () => void): void {
    // That ssh has ended says less than how it ended, which comes next.
    this.#ssh.stdin.write(piece, encoding, () => {
      done();
    });
  }

  override _final(done: () => void): void {
    this.#ssh.stdin.end(() => {
      done();
    });
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#ssh.kill();
    done(error);
  }

  ref(): this {
    return this.#each('ref');
  }

  unref(): this {
    return this.#each('unref');
  }

  setKeepAlive(): this {
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setTimeout(): this {
    return this;
  }

  #each(name: 'ref' | 'unref'): this {
    this.#ssh[name]();
    for (const stream of [this.#ssh.stdin, this.#ssh.stdout, this.#ssh.stderr]) {
      if (stream instanceof Socket) stream[name]();
    }
    return this;
  }
}
