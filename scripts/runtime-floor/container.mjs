import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundleConfig, processOf } from './bundle.mjs';
import { makeCgroup, removeCgroups } from './cgroups.mjs';

/** A start that takes longer hangs, e.g. because a thread is never woken. */
const HANGS_AFTER_MS = 30_000;

/** What `timeout` ends with after it killed a command. */
const KILLED = 137;

/**
 * `hangs`: ended because it took too long.
 * @typedef {{ works: boolean, hangs: boolean, says: string }} Outcome
 */

/**
 * @typedef {object} Place
 * @property {import('./machine.mjs').Machine} machine
 * @property {string[]} runtime the words that start it
 * @property {string} work the folder that is at /floor inside
 */

/** Starts containers as containerd does, by `create` and `start`, and a second process in each by `exec`. */
export class Container {
  static #last = 0;

  /** @param {Place} place @param {import('./bundle.mjs').Start} start */
  constructor(place, start) {
    this.place = place;
    this.start = start;
    this.id = `floor-${String(process.pid)}-${String((Container.#last += 1))}`;
    this.folder = join(place.work, this.id);
    this.joins = makeCgroup(this.id);
  }

  /**
   * Starts the container and the second process, and removes both.
   * @param {(step: string) => string[]} [tracer] words before a command, to trace it
   * @returns {Promise<Outcome>} whether both programs ran, and what the runtime said otherwise
   */
  async try(tracer = () => []) {
    mkdirSync(this.folder);
    writeFileSync(join(this.folder, 'config.json'), JSON.stringify(bundleConfig(this.start, this.id)));
    writeFileSync(join(this.folder, 'exec.json'), JSON.stringify(processOf(this.start, '/succeed')));
    try {
      return await this.#steps(tracer);
    } finally {
      await this.#run('delete', ['--force', this.id], []);
      await removeCgroups(this.id);
      rmSync(this.folder, { recursive: true, force: true });
    }
  }

  /** @param {(step: string) => string[]} tracer */
  async #steps(tracer) {
    const inside = `/floor/${this.id}`;
    const create = this.#run('create', ['--bundle', inside, '--pid-file', `${inside}/pid`, this.id], tracer('start'));
    // A tracer stays until the container ends.
    const created = await Promise.race([create, this.#appears('pid')]);
    if (!created.works) return created;
    const started = await this.#run('start', [this.id], []);
    if (!started.works) return started;
    if (!(await becomes(readFileSync(join(this.folder, 'pid'), 'utf8').trim(), '/pause'))) {
      return { works: false, hangs: false, says: 'the program is not executed' };
    }
    return this.#run('exec', ['--process', `${inside}/exec.json`, this.id], tracer('exec'));
  }

  /** @param {string} name */
  async #appears(name) {
    for (const end = Date.now() + HANGS_AFTER_MS; Date.now() < end; await sleep(5)) {
      if (existsSync(join(this.folder, name)) && statSync(join(this.folder, name)).size > 0) {
        return { works: true, hangs: false, says: '' };
      }
    }
    return { works: false, hangs: true, says: `create: no ${name}` };
  }

  /**
   * Output goes to a file: a container holds its pipes open.
   * @param {string} step
   * @param {string[]} words
   * @param {string[]} tracer
   */
  async #run(step, words, tracer) {
    const { machine, runtime } = this.place;
    const log = join(this.folder, `${step}.log`);
    const command = [...tracer, ...machine.command([...runtime, '--root', '/run/floor', step, ...words])];
    const enter = ['sh', '-c', 'echo $$ >"$1" && shift && exec "$@"', 'sh', this.joins];
    const output = openSync(log, 'w');
    const child = spawn('timeout', ['--signal=KILL', String(HANGS_AFTER_MS / 1000), ...enter, ...command], {
      stdio: ['ignore', output, output],
    });
    const [code] = await once(child, 'exit');
    closeSync(output);
    return { works: code === 0, hangs: code === KILLED, says: `${step}: ${readFileSync(log, 'utf8').trim()}` };
  }
}

/** Whether a process comes to execute a program. @param {string} pid @param {string} program */
async function becomes(pid, program) {
  for (const end = Date.now() + HANGS_AFTER_MS; Date.now() < end; await sleep(5)) {
    const executed = executableOf(pid);
    if (executed === null) return false;
    if (executed === program) return true;
  }
  return false;
}

/** @param {string} pid */
function executableOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return null;
  }
}
