import { conditionsOn } from '../seccomp/allowed.js';
import { machineCalls, type Filter } from '../seccomp/filter.js';
import type { WatchedArgument } from '../trace/calls.js';

/** The arguments a filter's conditions look at: which values a service passes there tells whether the conditions could be tighter. */
export function watchedArguments(filter: Filter): readonly WatchedArgument[] {
  return machineCalls(filter).flatMap(({ name, number }) => {
    const looked = new Set(conditionsOn(filter, number).map(({ index }) => index));
    return [...looked].sort((a, b) => a - b).map((argument) => ({ syscall: name, argument }));
  });
}
