import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { EnvironmentError } from '../../core/errors.js';
import { parseAnswer, type Answer, type Command } from './protocol.js';

const SYSTEM_PATH = '/usr/sbin:/usr/bin:/sbin:/bin';
/** How long an answer may take, in milliseconds: the last one comes after everything recorded has been read. */
const ANSWER_WITHIN = 60_000;
/** How long the helper may take to take away what it made, in milliseconds. */
const EXIT_WITHIN = 15_000;
/** What is kept of what the helper or sudo complains of, in characters. */
const COMPLAINT_LIMIT = 500;

/** How the helper is started. */
export interface HelperSetup {
  /** Absolute path of `recorder.js`. */
  readonly script: string;
  /** Milliseconds after which it ends whatever happens. */
  readonly lifetime: number;
}

/** The root helper's process, seen from its parent: one command at a time, one answer each. */
export class Helper {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  readonly #exited: Promise<void>;
  #complaint = '';
  #gone = false;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor({ script, lifetime }: HelperSetup) {
    const command = [process.execPath, script, String(lifetime)];
    const [program = '', ...argv] = process.getuid?.() === 0 ? command : ['sudo', '-n', '--', ...command];
    this.#child = spawn(program, argv, { env: { PATH: SYSTEM_PATH }, cwd: '/', stdio: 'pipe' });
    this.#lines = createInterface({ input: this.#child.stdout, crlfDelay: Infinity })[Symbol.asyncIterator]();
    this.#exited = new Promise<void>((resolve) => {
      this.#child
        .once('close', () => {
          resolve();
        })
        .once('error', (error) => {
          this.#complain(error.message);
          resolve();
        });
    }).then(() => {
      this.#gone = true;
    });
    // A helper that is gone is noticed by the answer that does not come.
    this.#child.stdin.on('error', () => undefined);
    this.#child.stderr.on('data', (chunk: Buffer) => {
      this.#complain(chunk.toString());
    });
  }

  /** Throws EnvironmentError when there is no root, no tracefs or no helper. */
  static async start(setup: HelperSetup): Promise<Helper> {
    const helper = new Helper(setup);
    try {
      await helper.#answer();
      return helper;
    } catch (error) {
      await helper.close();
      throw error;
    }
  }

  /** It has ended, or might as well have; another one can be started. */
  get gone(): boolean {
    return this.#gone;
  }

  /** Throws EnvironmentError with the helper's words when it fails, is gone or does not answer. */
  async ask(command: Command): Promise<Answer> {
    const turn = this.#turn.then(async () => {
      if (this.#gone) throw await this.#farewell();
      this.#child.stdin.write(`${JSON.stringify(command)}\n`);
      return this.#answer();
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Ends it and waits until it is gone; what it records is given up. */
  async close(): Promise<void> {
    this.#child.stdin.end();
    await Promise.race([this.#exited, after(EXIT_WITHIN)]);
  }

  async #answer(): Promise<Answer> {
    const line = await Promise.race([this.#lines.next(), after(ANSWER_WITHIN)]);
    if (line === null) throw this.#giveUp();
    const answer = line.done === true ? null : parseAnswer(line.value);
    if (answer === null) throw await this.#farewell();
    if (answer.say === 'failed') throw new EnvironmentError(answer.reason, answer.advice);
    return answer;
  }

  /** What it says later would be taken for the answer to something else. */
  #giveUp(): EnvironmentError {
    this.#gone = true;
    this.#child.stdin.end();
    return new EnvironmentError(`the recorder has not answered for ${ANSWER_WITHIN / 1000} s`, 'Run again.');
  }

  async #farewell(): Promise<EnvironmentError> {
    await Promise.race([this.#exited, after(EXIT_WITHIN)]);
    const complaint = this.#complaint.trim();
    return new EnvironmentError(
      `the recorder, which needs root, ended${complaint === '' ? '' : `: ${complaint}`}`,
      'Run as root, or allow password-less sudo for this user.',
    );
  }

  #complain(text: string): void {
    this.#complaint = (this.#complaint + text).slice(0, COMPLAINT_LIMIT);
  }
}

/** `null` after so many milliseconds; keeps nothing alive. */
function after(milliseconds: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, null).unref();
  });
}
