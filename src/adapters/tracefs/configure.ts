import { readFileSync } from 'node:fs';
import { availableParallelism, freemem } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { parseEventFormat } from '../../core/trace/format.js';
import { eventLayout, type EventLayout } from '../../core/trace/layout.js';
import type { EventPlace } from './capability-events.js';
import type { TraceInstance } from './instance.js';

/** What is recorded besides calls and capability checks; the marker's event is always on. */
const EVENTS: readonly EventPlace[] = [
  { name: 'task/task_newtask', folder: 'task/task_newtask' },
  { name: 'sched/sched_process_exec', folder: 'sched/sched_process_exec' },
  { name: 'sched/sched_process_exit', folder: 'sched/sched_process_exit' },
  { name: 'signal/signal_generate', folder: 'signal/signal_generate' },
];
const CALL_EVENTS: readonly EventPlace[] = [
  { name: 'raw_syscalls/sys_enter', folder: 'raw_syscalls/sys_enter' },
  { name: 'raw_syscalls/sys_exit', folder: 'raw_syscalls/sys_exit' },
];
const MARKER_EVENT: EventPlace = { name: 'ftrace/print', folder: 'ftrace/print' };
const SIGSYS = 31;

const MEBIBYTE = 1024 * 1024;
/** For each CPU, in bytes: room for about a second of a busy CPU's calls. */
const LARGEST_BUFFER = 32 * MEBIBYTE;
const SMALLEST_BUFFER = 2 * MEBIBYTE;
/** Of the memory that is free. */
const MEMORY_SHARE = 1 / 16;

/** The events' layouts on this machine. Throws EnvironmentError when the kernel's cannot be read. */
export function eventLayouts(tracefs: string, capability: readonly EventPlace[]): readonly EventLayout[] {
  return [...CALL_EVENTS, ...EVENTS, MARKER_EVENT, ...capability].map(({ name, folder }) => {
    const layout = eventLayout(name, parseEventFormat(formatText(join(tracefs, 'events', folder, 'format'))));
    if (typeof layout !== 'string') return layout;
    throw new EnvironmentError(`this kernel cannot be read: ${layout}`, 'Run on a stock kernel, 4.18 or newer.');
  });
}

/**
 * Sets clock and buffer. The clock is CLOCK_MONOTONIC, the same on every CPU, so that their streams can be merged and
 * compared with the recorder's own.
 */
export async function configureBuffer(instance: TraceInstance): Promise<void> {
  await instance.writeSlowly('trace_clock', 'mono');
  await allocate(instance, bufferSize(freemem(), availableParallelism()));
  instance.write('events/signal/signal_generate/filter', `sig == ${SIGSYS}`);
}

/** From here on what the followed processes do is recorded, apart from calls. */
export function enableEvents(instance: TraceInstance, capability: readonly EventPlace[]): void {
  for (const { folder } of [...EVENTS, ...capability]) instance.write(`events/${folder}/enable`, '1');
}

/** Bytes for each CPU, of the memory that is free. */
export function bufferSize(free: number, cpus: number): number {
  const share = Math.floor((free * MEMORY_SHARE) / cpus);
  return Math.max(SMALLEST_BUFFER, Math.min(LARGEST_BUFFER, share));
}

async function allocate(instance: TraceInstance, size: number): Promise<void> {
  for (let bytes = size; ; bytes /= 2) {
    try {
      await instance.writeSlowly('buffer_size_kb', String(Math.floor(bytes / 1024)));
      return;
    } catch (error) {
      if (bytes / 2 >= SMALLEST_BUFFER) continue;
      const advice = 'Free memory on this machine.';
      throw new EnvironmentError(`no memory for a trace buffer of ${size / MEBIBYTE} MiB`, advice, { cause: error });
    }
  }
}

function formatText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
