import { readFileSync } from 'node:fs';
import type { TraceEvent } from '../../src/core/trace/event.js';

/** A folder of events as the kernel printed them; `record.sh` in it makes them. */
const FRAGMENTS = new URL('../core/trace/fragments/', import.meta.url);

/** The events of a recorded fragment, in the kernel's order. */
export function fragment(name: string): readonly TraceEvent[] {
  return traceText(readFileSync(new URL(`${name}.txt`, FRAGMENTS), 'utf8'));
}

/** Events from lines `comm-tid cpu seconds event: details`. */
export function traceText(text: string): readonly TraceEvent[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(parseLine);
}

function parseLine(line: string): TraceEvent {
  const [, tid = '', seconds = '', name = '', details = ''] = /^.*?-(\d+) \d+ ([\d.]+) (\w+): (.*)$/.exec(line) ?? [];
  const at = { time: Math.round(Number(seconds) * 1e9), tid: Number(tid) };
  const number = (pattern: RegExp): number => Number(pattern.exec(details)?.[1] ?? Number.NaN);
  switch (name) {
    case 'sys_enter': {
      const words = /\((.*)\)/.exec(details)?.[1]?.split(', ') ?? [];
      const argument = (index: number): number => Number.parseInt(words[index] ?? '', 16);
      return { kind: 'entered', form: 'raw', ...at, call: number(/NR (-?\d+)/), argument };
    }
    case 'sys_exit':
      return { kind: 'left', form: 'raw', ...at, call: number(/NR (-?\d+)/), result: number(/= (-?\d+)/) };
    case 'task_newtask': {
      const flags = Number.parseInt(/clone_flags=([0-9a-f]+)/.exec(details)?.[1] ?? '', 16);
      return { kind: 'created', ...at, child: number(/ ?pid=(\d+)/), flags };
    }
    case 'sched_process_exec': {
      const file = /filename=(.*) pid=/.exec(details)?.[1] ?? '';
      return { kind: 'executed', ...at, file, formerTid: number(/old_pid=(\d+)/) };
    }
    case 'sched_process_exit':
      return { kind: 'ended', ...at };
    case 'signal_generate':
      return { kind: 'sigsys', ...at, code: number(/code=(-?\d+)/) };
    case 'tracing_mark_write':
      return { kind: 'marker', ...at, text: details };
    case 'cap_capable':
      return {
        kind: 'capability',
        ...at,
        capability: number(/cap (\d+)/),
        namespace: Number.parseInt(/target_ns (\w+)/.exec(details)?.[1] ?? '', 16),
        answer: number(/ret (-?\d+)/),
      };
    default:
      throw new TypeError(`no event: ${line}`);
  }
}
