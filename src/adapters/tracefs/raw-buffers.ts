import { closeSync, constants, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { PageSource } from '../../core/trace/lane.js';
import { errorCode } from './error-code.js';
import type { TraceInstance } from './instance.js';

/** The binary buffers of an instance, one a CPU. */
export interface RawBuffers {
  readonly sources: readonly PageSource[];
  close(): void;
}

/** Opens every CPU's buffer for reading without waiting. Throws the file system's error. */
export function openRawBuffers(instance: TraceInstance): RawBuffers {
  const folder = join(instance.path, 'per_cpu');
  const cpus = readdirSync(folder).filter((name) => /^cpu\d+$/.test(name));
  const files = cpus.map((cpu) =>
    openSync(join(folder, cpu, 'trace_pipe_raw'), constants.O_RDONLY | constants.O_NONBLOCK),
  );
  return {
    sources: files.map((file) => ({ read: ({ bytes }) => readPage(file, bytes) })),
    close: () => {
      for (const file of files) closeSync(file);
    },
  };
}

/** False when there is nothing to read at the moment. */
function readPage(file: number, bytes: Uint8Array): boolean {
  try {
    return readSync(file, bytes) === bytes.length;
  } catch (error) {
    if (errorCode(error) === 'EAGAIN' || errorCode(error) === 'EINTR') return false;
    throw error;
  }
}
