/** A newer call that programs try first, and what becomes of them when it fails with something else than ENOSYS. */
export interface ModernCall {
  readonly name: string;
  /** Who makes it. */
  readonly caller: string;
  /** Whether the caller gives up: it goes on with the older call on ENOSYS only. */
  readonly givesUp: boolean;
}

/**
 * The newer calls that widespread programs fall back from on ENOSYS only, or at a cost. clone3 has a rule of its own.
 * Sources: glibc's sysdeps/unix/sysv/linux/faccessat.c (2.33), fchmodat.c (2.39), epoll_pwait2.c (2.35) and rseq-internal.h
 * (2.35) at https://sourceware.org/git/?p=glibc.git; gnulib's lib/renameatu.c at
 * https://git.savannah.gnu.org/cgit/gnulib.git; https://bugs.openjdk.org/browse/JDK-8337966 for statx
 */
export const MODERN_CALLS: readonly ModernCall[] = [
  { name: 'faccessat2', caller: 'access checks of glibc 2.33 and newer', givesUp: true },
  { name: 'fchmodat2', caller: 'chmod without following links of glibc 2.39 and newer, as tar does', givesUp: true },
  { name: 'renameat2', caller: 'mv of coreutils', givesUp: true },
  { name: 'statx', caller: 'file attributes in Java', givesUp: true },
  { name: 'epoll_pwait2', caller: 'epoll_pwait2 of glibc 2.35 and newer', givesUp: true },
  { name: 'rseq', caller: 'every thread of glibc 2.35 and newer, which goes on without and is slower', givesUp: false },
];
