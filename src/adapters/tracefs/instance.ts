import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { rmdir, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { errorCode } from './error-code.js';

/** How the folders of Tightfit's trace instances begin. */
export const INSTANCE_PREFIX = 'tightfit-';

const ATTEMPTS = 3;
/** Milliseconds. */
const REMOVE_FOR = 10_000;
const REMOVE_AGAIN_AFTER = 50;

/**
 * A private trace buffer. While it is in use one of its files is open, and the kernel refuses to remove an instance that has
 * an open file: that is the lock which keeps another recorder's sweep away, and it is gone with its owner, however that ends.
 * Source: instance_rmdir in kernel/trace/trace.c
 */
export class TraceInstance {
  readonly path: string;
  readonly #marker: number;

  private constructor(path: string, marker: number) {
    this.path = path;
    this.#marker = marker;
  }

  /** @param owner sets the name apart from those of other recorders. Throws EnvironmentError when the kernel refuses. */
  static create(tracefs: string, owner: string): TraceInstance {
    for (let attempt = 1; ; attempt++) {
      const path = join(tracefs, 'instances', `${INSTANCE_PREFIX}${owner}-${attempt}`);
      try {
        mkdirSync(path);
        return new TraceInstance(path, openSync(join(path, 'trace_marker'), 'w'));
      } catch (error) {
        // A sweep may take the folder away before its first file is open.
        if (attempt < ATTEMPTS && ['ENOENT', 'EEXIST'].includes(errorCode(error))) continue;
        throw new EnvironmentError(
          `the kernel refuses a trace instance at ${path}: ${errorCode(error)}`,
          'Check that /sys/kernel/tracing is writable for root and that memory is not exhausted.',
          { cause: error },
        );
      }
    }
  }

  /** Throws the file system's error. */
  write(file: string, text: string): void {
    writeFileSync(join(this.path, file), text, { flag: 'w' });
  }

  /** The same for what takes the kernel tens of milliseconds: other recordings go on meanwhile. */
  writeSlowly(file: string, text: string): Promise<void> {
    return writeFile(join(this.path, file), text, { flag: 'w' });
  }

  /** Adds to what the file says. */
  append(file: string, text: string): void {
    writeFileSync(join(this.path, file), text, { flag: 'a' });
  }

  read(file: string): string {
    return readFileSync(join(this.path, file), 'utf8');
  }

  has(file: string): boolean {
    return existsSync(join(this.path, file));
  }

  /** Writes a line into the stream of events. */
  mark(text: string): void {
    writeSync(this.#marker, text);
  }

  /** Stops recording and removes the buffer; every other file of it has to be closed. False when it could not be removed. */
  async remove(): Promise<boolean> {
    try {
      this.write('tracing_on', '0');
    } catch {
      // What matters is the removal, which says itself whether it worked.
    }
    closeSync(this.#marker);
    for (let waited = 0; waited < REMOVE_FOR; waited += REMOVE_AGAIN_AFTER) {
      if (await removed(this.path)) return true;
      await sleep(REMOVE_AGAIN_AFTER);
    }
    return false;
  }
}

/**
 * Removes an instance that nobody has a file open of; false when one has. The kernel takes a tenth of a second for it, in which
 * other recordings go on.
 */
export async function removed(path: string): Promise<boolean> {
  try {
    await rmdir(path);
    return true;
  } catch (error) {
    return errorCode(error) === 'ENOENT';
  }
}
