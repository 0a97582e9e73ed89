import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll } from '@jest/globals';
import { build } from 'esbuild';
import type { KernelRecord } from '../../src/core/trace/record.js';
import { ROOT } from './cli.js';

/** A folder with the recorder's programs as they are in the sources, and with `deeds`. */
export interface RecorderLab {
  /** Readable for everybody. */
  folder: string;
  /** The root helper. */
  script: string;
}

/** Builds the lab once for a file of tests. */
export function recorderLab(): RecorderLab {
  const lab: RecorderLab = { folder: '', script: '' };
  beforeAll(async () => {
    lab.folder = mkdtempSync(join(tmpdir(), 'tightfit-recorder-'));
    chmodSync(lab.folder, 0o755);
    lab.script = join(lab.folder, 'recorder.js');
    writeFileSync(join(lab.folder, 'package.json'), '{ "type": "module" }');
    await bundle('src/recorder/main.ts', lab.script);
    await bundle('__tests__/support/recorder-driver.ts', join(lab.folder, 'driver.js'));
    const source = join(ROOT, '__tests__/e2e/recorder/deeds.c');
    execFileSync('gcc', ['-O1', '-static', '-w', '-o', join(lab.folder, 'deeds'), source, '-lpthread']);
  });
  afterAll(() => {
    rmSync(lab.folder, { recursive: true });
  });
  return lab;
}

async function bundle(source: string, outfile: string): Promise<void> {
  const settings = { bundle: true, format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning' } as const;
  await build({ absWorkingDir: ROOT, entryPoints: [source], outfile, ...settings });
}

/** A named pipe that somebody waits at. */
export interface Gate {
  /** Lets the one through that waits there, or the next that comes. */
  open(): void;
}

export function makeGate({ folder }: RecorderLab, name: string): Gate {
  const path = join(folder, name);
  execFileSync('mkfifo', ['-m', '644', path]);
  // Open for both, so that what is written stays until it is read.
  return {
    open: () => {
      writeSync(openSync(path, 'r+'), '\n');
    },
  };
}

/** A program of its own that records, for tests that end it or run it as somebody else. */
export class Driver {
  readonly child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #closed: Promise<unknown>;

  /** @param user whose user and group id it has; root's by default */
  constructor({ folder, script }: RecorderLab, { user, lifetime = 60_000 }: { user?: number; lifetime?: number } = {}) {
    const identity = user === undefined ? {} : { uid: user, gid: user };
    const argv = [join(folder, 'driver.js'), script, String(lifetime)];
    this.child = spawn(process.execPath, argv, { stdio: ['pipe', 'pipe', 'inherit'], cwd: '/', ...identity });
    this.#closed = new Promise((resolve) => this.child.once('close', resolve));
    if (this.child.stdout === null) throw new TypeError('the driver has no output');
    this.#lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  /** Has it do one thing and gives what came of it. */
  async ask(...words: readonly (string | number)[]): Promise<Readonly<Record<string, unknown>>> {
    this.child.stdin?.write(`${JSON.stringify(words)}\n`);
    const line = await this.#lines.next();
    if (line.done === true) throw new TypeError('the driver is gone');
    return JSON.parse(line.value) as Readonly<Record<string, unknown>>;
  }

  /** Lets it end by itself. */
  async close(): Promise<void> {
    this.child.stdin?.end();
    await this.#closed;
  }
}

/** Host pids of the helpers that run this script. */
export function helpers(script: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => commandLine(pid)[1] === script && commandLine(pid)[0] !== 'sudo');
}

/** Names of the trace instances that a helper made. */
export function instancesOf(pid: number): readonly string[] {
  return readdirSync('/sys/kernel/tracing/instances').filter((name) => name.startsWith(`tightfit-${pid}-`));
}

/** `syscall` of every row in a phase, sorted, each once. */
export function callsIn(record: KernelRecord, phase: string): readonly string[] {
  return [...new Set(record.used.filter((row) => row.phase === phase).map(({ syscall }) => syscall))].sort();
}

/** Waits until something holds; fails after so many milliseconds. */
export async function until(holds: () => boolean, within: number): Promise<void> {
  const deadline = performance.now() + within;
  while (!holds()) {
    if (performance.now() > deadline) throw new TypeError(`still not so after ${within} ms: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function commandLine(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
