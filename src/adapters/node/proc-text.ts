import type { ProcessFacts } from '../../core/smoke/outcome.js';

/** What a process's `stat` tells that matters here. */
export interface ProcessStat {
  /** The name of the program; the process can choose it. Foreign text. */
  readonly name: string;
  readonly parent: number;
}

/** Of the fields after the name, counted from 0: state, parent, flags and the number of threads. */
const STATE = 0;
const PARENT = 1;
const FLAGS = 6;
const THREADS = 17;

/** Of a task's flags. https://github.com/torvalds/linux/blob/v6.12/include/linux/sched.h */
const PF_EXITING = 4;

/**
 * Reads `/proc/<pid>/stat`; `null` for a process that is dead, and for other text. One whose first thread alone is dead is alive.
 * The name stands in parentheses and may hold any character. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export function parseStat(text: string): ProcessStat | null {
  const start = text.indexOf('(');
  const end = text.lastIndexOf(')');
  const fields = fieldsAfterName(text);
  const parent = fields[PARENT] ?? '';
  if (start === -1 || end < start || !/^\d+$/.test(parent)) return null;
  const isDead = /[ZXx]/.test(fields[STATE] ?? '') && !(Number(fields[THREADS]) > 1);
  return isDead ? null : { name: text.slice(start + 1, end), parent: Number(parent) };
}

/** Whether the process of a `/proc/<pid>/stat` is about to be dead: in version 1 such a one has left its cgroup already. */
export function isEnding(text: string): boolean {
  return (Number(fieldsAfterName(text)[FLAGS]) & PF_EXITING) !== 0;
}

function fieldsAfterName(text: string): readonly string[] {
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/**
 * Reads `/proc/<pid>/status`; `null` when a field is missing, as in an empty text.
 * https://man7.org/linux/man-pages/man5/proc_pid_status.5.html
 */
export function parseStatus(text: string): Omit<ProcessFacts, 'pid' | 'lineage'> | null {
  const fields = new Map(text.split('\n').map((line) => [line.slice(0, line.indexOf(':')), fieldsOf(line)] as const));
  const field = (name: string, index = 0): string => fields.get(name)?.[index] ?? '';
  const facts = {
    // The second of real, effective, saved and file system id.
    uid: Number.parseInt(field('Uid', 1), 10),
    gid: Number.parseInt(field('Gid', 1), 10),
    capEff: field('CapEff'),
    capPrm: field('CapPrm'),
    capBnd: field('CapBnd'),
    capAmb: field('CapAmb'),
    noNewPrivs: field('NoNewPrivs') === '1',
    seccomp: Number.parseInt(field('Seccomp'), 10),
    seccompFilters: fields.has('Seccomp_filters') ? Number.parseInt(field('Seccomp_filters'), 10) : null,
  };
  return Object.values(facts).some((value) => value === '' || Number.isNaN(value)) ? null : facts;
}

function fieldsOf(line: string): readonly string[] {
  return line
    .slice(line.indexOf(':') + 1)
    .trim()
    .split(/\s+/);
}
