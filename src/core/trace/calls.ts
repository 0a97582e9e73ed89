import { findSyscall, syscallsOf, type Abi } from '../seccomp/syscalls.js';

/** An argument of a call whose values are kept. */
export interface WatchedArgument {
  readonly syscall: string;
  /** 0 to 5. */
  readonly argument: number;
}

/** The ABI of a 64-bit process; calls of any other are not translated. */
export type NativeAbi = Exclude<Abi, 'x32' | 'x86' | 'arm'>;

/**
 * Calls whose argument is the permission: a profile may let in one value and not another, or the value tells what was done.
 */
const TELLING_ARGUMENTS: readonly WatchedArgument[] = [
  { syscall: 'clone', argument: 0 },
  { syscall: 'ioctl', argument: 1 },
  { syscall: 'personality', argument: 0 },
  { syscall: 'prctl', argument: 0 },
  { syscall: 'ptrace', argument: 0 },
  { syscall: 'setns', argument: 1 },
  { syscall: 'socket', argument: 0 },
  { syscall: 'socketpair', argument: 0 },
  { syscall: 'unshare', argument: 0 },
];

/** Calls that say who is who; the kernel must never be told to leave them out. */
const STRUCTURAL = [
  'clone',
  'clone3',
  'execve',
  'execveat',
  'exit',
  'exit_group',
  'fork',
  'io_uring_setup',
  'prctl',
  'ptrace',
  'restart_syscall',
  'rt_sigreturn',
  'seccomp',
  'setns',
  'unshare',
  'vfork',
] as const;

type Structural = (typeof STRUCTURAL)[number];

/** The largest number of a call that has a counter of its own; no ABI goes beyond 470. */
export const MAX_CALL = 511;

/** A watched argument as the root helper is told of it. */
export interface NumberedArgument {
  readonly call: number;
  readonly argument: number;
}

/** What an attribution has to know about an ABI's numbers. */
export interface CallNumbers {
  /** -2 for a call the ABI does not have: no event carries it. */
  readonly of: Readonly<Record<Structural, number>>;
  /** The arguments to keep, by call number. */
  readonly watched: ReadonlyMap<number, readonly number[]>;
  /** 1 where a call needs a closer look than counting. */
  readonly special: Uint8Array;
  /** The number execve leaves behind when the new image is a 32-bit one; `null` where that cannot be told. */
  readonly compatExecve: readonly number[];
}

const NONE = -2;
/**
 * x86 sets the number of execve of the *new* image's ABI: i386's 11, x32's 520 with its bit.
 * Source: __set_personality_ia32 and __set_personality_x32 in arch/x86/kernel/process_64.c
 */
const X86_COMPAT_EXECVE = [11, 0x40000000 + 520];

/** The numbers of an ABI, looked up once. `watched`: arguments to keep besides the telling ones. */
export function callNumbers(abi: NativeAbi, watched: readonly NumberedArgument[] = []): CallNumbers {
  const numberOf = (name: string): number => findSyscall(abi, name)?.number ?? NONE;
  const of = Object.fromEntries(STRUCTURAL.map((name) => [name, numberOf(name)])) as Record<Structural, number>;
  const telling = TELLING_ARGUMENTS.map(({ syscall, argument }) => ({ call: numberOf(syscall), argument }));
  const byCall = new Map<number, number[]>();
  for (const { call, argument } of [...telling, ...watched]) {
    byCall.set(call, [...new Set([...(byCall.get(call) ?? []), argument])]);
  }
  const special = new Uint8Array(MAX_CALL + 1);
  for (const number of [...Object.values(of), ...byCall.keys()]) if (number >= 0) special[number] = 1;
  return { of, watched: byCall, special, compatExecve: abi === 'x86_64' ? X86_COMPAT_EXECVE : [] };
}

/** Names by number. */
export function callNames(abi: NativeAbi): ReadonlyMap<number, string> {
  return new Map(syscallsOf(abi).map(({ number, name }) => [number, name]));
}

/**
 * What the kernel's event for a call is named after: its function, mostly the call's own name.
 * Source: the SYSCALL_DEFINE lines of fs/stat.c, fs/read_write.c, fs/namespace.c, kernel/sys.c
 */
export function callEventName(syscall: string): string {
  return RENAMED.get(syscall) ?? syscall;
}

const RENAMED: ReadonlyMap<string, string> = new Map([
  ['fstat', 'newfstat'],
  ['lstat', 'newlstat'],
  ['sendfile', 'sendfile64'],
  ['stat', 'newstat'],
  ['umount2', 'umount'],
  ['uname', 'newuname'],
]);

/** Whether the kernel may be told to leave a call out: it says neither who is who nor what was permitted. */
export function canBeLeftOut(name: string): boolean {
  return (
    !STRUCTURAL.some((structural) => structural === name) && !TELLING_ARGUMENTS.some(({ syscall }) => syscall === name)
  );
}
