import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { EnvironmentError } from '../../core/errors.js';
import type { ProbeTarget } from '../../ports.js';
import { codeOf } from '../thrown.js';
import { namespaceOf } from './proc-of-container.js';
import { RelayLink } from './relay-link.js';
import type { RelaySetup, Way } from './way.js';

const SYSTEM_PATH = '/usr/sbin:/usr/bin:/sbin:/bin';
/** Of what a relay or sudo complains of, in characters. */
const COMPLAINT_LIMIT = 500;
/** How long a relay may take to start, and to end once its input has ended, in milliseconds. */
const START_WITHIN = 30_000;
const EXIT_WITHIN = 5000;
const ADVICE = 'Run as root on the machine of the engine, or allow password-less sudo.';
/** An id that owns nothing. */
const NOBODY = 65_534;

/**
 * Starts a relay in the container's network namespace: as root, as the user whose rootless engine it is, or by `sudo -n`. Throws
 * EnvironmentError with a clause when none of these works.
 */
export async function openInside(setup: RelaySetup, target: ProbeTarget): Promise<Way> {
  if (process.platform !== 'linux') throw new EnvironmentError('this machine does not run Linux', ADVICE);
  const relay = new RelayProcess(await commandFor(setup, target));
  try {
    await relay.link.ready(START_WITHIN);
  } catch {
    await relay.close();
    throw new EnvironmentError(relay.complaint, ADVICE);
  }
  return {
    description: "from inside the container's network namespace",
    connect: (port, signal) => relay.link.connect(port, signal),
    close: () => relay.close(),
  };
}

/** Only opaque ids and numbers of the engine's go into it. */
async function commandFor({ script, lifetime }: RelaySetup, target: ProbeTarget): Promise<readonly string[]> {
  const { container, pid, address } = target;
  const own = process.getuid?.() ?? 0;
  const mayEnter = own !== 0 && (await isOwnEngines(pid));
  const become = mayEnter ? [] : own === 0 ? [NOBODY, NOBODY] : [own, process.getgid?.() ?? NOBODY];
  const words = [process.execPath, script, lifetime, pid, container, address, ...become].map(String);
  const network = `--net=/proc/${pid}/ns/net`;
  if (mayEnter) return ['nsenter', `--user=/proc/${pid}/ns/user`, '--preserve-credentials', network, '--', ...words];
  const enter = ['nsenter', network, '--', ...words];
  return own === 0 ? enter : ['sudo', '-n', '--', ...enter];
}

/**
 * Whether the container lives in a user namespace that this user made, which gives every privilege in it: then its namespaces can
 * be read. https://man7.org/linux/man-pages/man7/user_namespaces.7.html
 */
async function isOwnEngines(pid: number): Promise<boolean> {
  const user = await namespaceOf(pid, 'user', '/proc');
  return user !== '' && user !== (await namespaceOf('self', 'user', '/proc'));
}

class RelayProcess {
  readonly link: RelayLink;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #exited: Promise<void>;
  #complaint = '';

  constructor([program = '', ...argv]: readonly string[]) {
    this.#child = spawn(program, argv, { env: { PATH: SYSTEM_PATH }, cwd: '/', stdio: 'pipe' });
    this.#exited = new Promise((resolve) => {
      this.#child.once('close', resolve).once('error', (error) => {
        this.#complain(codeOf(error) === 'ENOENT' ? `${program} is not installed` : error.message);
        resolve();
      });
    });
    this.#child.stderr.on('data', (chunk: Buffer) => {
      this.#complain(chunk.toString());
    });
    this.link = new RelayLink(this.#child.stdout, this.#child.stdin);
    void this.#exited.then(() => {
      this.link.end();
    });
  }

  /** What it said when it could not go on. */
  get complaint(): string {
    return this.#complaint.trim() || 'the relay gave no reason';
  }

  /** Ends it and waits until it is gone. */
  async close(): Promise<void> {
    this.#child.stdin.end();
    const late = new Promise<void>((resolve) => {
      setTimeout(resolve, EXIT_WITHIN).unref();
    });
    await Promise.race([this.#exited, late]);
  }

  #complain(text: string): void {
    this.#complaint = (this.#complaint + text).slice(0, COMPLAINT_LIMIT);
  }
}
