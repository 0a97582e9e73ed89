import type { KernelRecord } from '../trace/record.js';

/** The names of the calls that went through in these runs, whoever made them: programs put in by `exec` have the same filter. */
export function callsSeen(records: readonly (KernelRecord | null)[]): ReadonlySet<string> {
  const names = records.flatMap((record) => [
    ...(record?.used ?? []).map(({ syscall }) => syscall),
    ...(record?.narrowed ?? []),
  ]);
  return new Set(names.filter((name) => !name.startsWith('syscall_')));
}

/** The names of the calls that a filter refused in a run. */
export function callsRefused(record: KernelRecord | null): ReadonlySet<string> {
  return new Set((record?.refused ?? []).flatMap(({ syscall }) => syscall ?? []));
}
