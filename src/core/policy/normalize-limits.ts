import type { Cursor } from './cursor.js';
import { contradiction, refused, type Parsed } from './mistake.js';
import type { RunOptions, Ulimit } from './policy.js';
import { parseSize } from './size.js';
import { textValue } from './text-value.js';
import type * as Written from './written.generated.js';

/** Bytes. Source: https://github.com/moby/moby/blob/v28.2.2/daemon/daemon_unix.go (linuxMinMemory) */
const LEAST_MEMORY = 6 * 1024 * 1024;

/** Limits and kernel settings of the `run` block; sizes in bytes. */
export function normalizeLimits(
  written: Written.Run,
  cursor: Cursor,
): Pick<RunOptions, 'pidsLimit' | 'memLimit' | 'cpus' | 'ulimits' | 'sysctls'> {
  return {
    pidsLimit: written.pids_limit ?? null,
    memLimit: written.mem_limit === undefined ? null : cursor.in('mem_limit').take(memory(written.mem_limit), null),
    cpus: written.cpus === undefined ? null : cursor.in('cpus').take(processors(written.cpus), null),
    ulimits: normalizeUlimits(written.ulimits ?? {}, cursor.in('ulimits')),
    sysctls: normalizeSysctls(written.sysctls ?? {}, cursor.in('sysctls')),
  };
}

function memory(written: string | number): Parsed<number> {
  const bytes = typeof written === 'number' ? written : parseSize(written);
  if (bytes !== null && bytes >= LEAST_MEMORY && Number.isSafeInteger(bytes)) return { value: bytes };
  const megabytes = Number(written);
  return refused(
    `${written} is no memory limit: the engine takes at least 6m`,
    Number.isInteger(megabytes) && megabytes >= 6 ? `Did you mean ${megabytes}m?` : 'Write a size such as 256m.',
  );
}

function processors(written: string | number): Parsed<number> {
  const value = Number(written);
  return value > 0 && value <= 4096
    ? { value }
    : refused(`${written} is no number of processors`, 'Write one above 0.');
}

function normalizeUlimits(written: Written.Ulimits, cursor: Cursor): readonly Ulimit[] {
  return Object.entries(written).map(([name, value]: [string, Written.Ulimit]) => {
    const { soft, hard } = typeof value === 'number' ? { soft: value, hard: value } : value;
    if (rank(soft) > rank(hard)) {
      const message = `the soft limit ${soft} of ${name} is above its hard limit ${hard}`;
      cursor.in(name).note(contradiction(message, 'Raise hard, or lower soft.'), 'key');
    }
    return { name, soft, hard };
  });
}

/** -1 is unlimited. */
function rank(limit: number): number {
  return limit === -1 ? Infinity : limit;
}

function normalizeSysctls(written: Written.Sysctls, cursor: Cursor): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(written).map(([name, value]: [string, Written.Sysctl]) => [name, textValue(value, cursor.in(name))]),
  );
}
