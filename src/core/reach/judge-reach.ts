import type { SyscallRow } from '../fit/syscall-report.js';
import type { ImageLayer } from '../image/image-index.js';
import type { ExecutedFile } from '../trace/record.js';
import { ImagePrograms } from './image-programs.js';
import { loadedObjects } from './loaded-objects.js';
import type { ObjectFacts } from './object-facts.js';
import type { ProgramFile } from './program-files.js';
import type { ReachReport } from './reach-report.js';
import { reachedCalls } from './reached-calls.js';

/** What a service executed and what its image has. */
export interface ReachEvidence {
  readonly rows: readonly SyscallRow[];
  readonly executed: readonly ExecutedFile[];
  readonly layers: readonly ImageLayer[];
  readonly files: readonly ProgramFile<ObjectFacts>[];
}

/**
 * The kernel makes these itself, or the code that it puts into every process does.
 * Source: https://man7.org/linux/man-pages/man2/restart_syscall.2.html and https://man7.org/linux/man-pages/man7/vdso.7.html
 */
const OF_THE_KERNEL: ReadonlySet<string> = new Set([
  ...['restart_syscall', 'rt_sigreturn'],
  ...['clock_getres', 'clock_gettime', 'getcpu', 'getrandom', 'gettimeofday', 'time'],
]);

/** Tells excess that no code of the executed programs makes from excess that these tests did not come to. */
export function judgeReach({ rows, executed, layers, files }: ReachEvidence): ReachReport {
  const programs = new ImagePrograms(layers, files);
  const paths = executed.flatMap(({ phase, path }) => (phase === 'service' ? [path] : []));
  const loaded = loadedObjects([...new Set(paths)], programs);
  const calls = reachedCalls(loaded.objects);
  const used = rows.filter(({ state }) => state === 'used');
  const missed = used.filter(({ number, name }) => !calls.numbers.has(number) && !OF_THE_KERNEL.has(name));
  const reasons = [
    ...(paths.length === 0 ? ['which programs were executed was not recorded'] : []),
    ...loaded.reasons,
    ...calls.reasons,
    ...(missed.length === 0 ? [] : [`code that was not found made ${missed.map(({ name }) => name).join(', ')}`]),
  ];
  const excess = rows.filter(({ state }) => state === 'excess' || state === 'tester');
  const isMade = ({ number, name }: SyscallRow): boolean => calls.numbers.has(number) || OF_THE_KERNEL.has(name);
  const namesOf = (some: readonly SyscallRow[]): readonly string[] => some.map(({ name }) => name);
  return {
    reasons,
    loadsMore: loaded.loadsMore,
    files: loaded.objects.map(({ path }) => path).sort(),
    never: reasons.length === 0 ? namesOf(excess.filter((row) => !isMade(row))) : [],
    notExercised: namesOf(excess.filter(isMade)),
  };
}
