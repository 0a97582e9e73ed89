import type { EventFormat } from './format.js';

/** The events a recording reads, by the name of their folder below `events/`; those of single calls by what they have in common. */
export const EVENT_NAMES = [
  'raw_syscalls/sys_enter',
  'raw_syscalls/sys_exit',
  'syscalls/sys_enter',
  'syscalls/sys_exit',
  'task/task_newtask',
  'sched/sched_process_exec',
  'sched/sched_process_exit',
  'signal/signal_generate',
  'ftrace/print',
  'capability/cap_capable',
  'kprobe/cap_enter',
  'kprobe/cap_exit',
] as const;

export type EventName = (typeof EVENT_NAMES)[number];

/** The fields read of each event; a kernel whose format lacks one cannot be read. */
const FIELDS = {
  'raw_syscalls/sys_enter': ['id', 'args'],
  'raw_syscalls/sys_exit': ['id', 'ret'],
  // All of them are laid out alike; read(2)'s first argument stands for every call's.
  'syscalls/sys_enter': ['__syscall_nr', 'fd'],
  'syscalls/sys_exit': ['__syscall_nr', 'ret'],
  'task/task_newtask': ['pid', 'clone_flags'],
  'sched/sched_process_exec': ['filename', 'old_pid'],
  'sched/sched_process_exit': ['pid'],
  'signal/signal_generate': ['code'],
  'ftrace/print': ['buf'],
  'capability/cap_capable': ['target_ns', 'cap', 'ret'],
  'kprobe/cap_enter': ['target_ns', 'cap'],
  'kprobe/cap_exit': ['ret'],
} as const satisfies Record<EventName, readonly string[]>;

/** Where one event's fields lie: byte offsets from the start of its data, in the order of `FIELDS`. */
export interface EventLayout {
  readonly name: EventName;
  readonly id: number;
  readonly offsets: readonly number[];
}

/** Where every event keeps its thread id. Source: `trace_entry` in include/linux/trace_events.h, the same since 2.6.31. */
export const TID_OFFSET = 4;

/** The layout of one event, or what its format lacks, one sentence. */
export function eventLayout(name: EventName, format: EventFormat | null): EventLayout | string {
  if (format === null) return `the format of the event ${name} cannot be read`;
  const offsets: number[] = [];
  for (const field of FIELDS[name]) {
    const found = format.fields.get(field);
    if (found === undefined) return `the event ${name} has no field ${field}`;
    if (found.offset % 4 !== 0) return `the field ${field} of the event ${name} is not aligned`;
    offsets.push(found.offset);
  }
  if (format.fields.get('common_pid')?.offset !== TID_OFFSET) return `the event ${name} keeps its thread id elsewhere`;
  return { name, id: format.id, offsets };
}
