import type { KnownArguments } from './granted-call.js';

/**
 * What of a call is dangerous where its arguments are the permission, each way by itself; empty for other calls. A filter
 * compares 64 bits where the kernel takes an int, so each way comes a second time with an upper half that the kernel ignores:
 * a rule that only refuses `== 38` does not refuse it.
 * Values are Linux's on x86_64 and aarch64, from include/uapi of https://github.com/torvalds/linux/blob/v6.12
 */
export function dangerousArguments(name: string): readonly KnownArguments[] {
  const ways = Object.hasOwn(DANGEROUS, name) ? (DANGEROUS[name] ?? []) : [];
  return [...ways, ...ways.map(withUpperHalf)];
}

function withUpperHalf(way: KnownArguments): KnownArguments {
  return Object.fromEntries(Object.entries(way).map(([index, value]) => [index, value + UPPER_HALF]));
}

const UPPER_HALF = 1n << 32n;

/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
const NEW_NAMESPACE = [
  0x2_0000n,
  0x200_0000n,
  0x400_0000n,
  0x800_0000n,
  0x1000_0000n,
  0x2000_0000n,
  0x4000_0000n,
] as const;

const DANGEROUS: Readonly<Record<string, readonly KnownArguments[]>> = {
  /** BPF_PROG_LOAD. */
  bpf: [{ 0: 5n }],
  clone: NEW_NAMESPACE.map((flag) => ({ 0: flag })),
  /** TIOCSTI types into the controlling terminal, TIOCLINUX selects and pastes there. */
  ioctl: [{ 1: 0x5412n }, { 1: 0x541cn }],
  /** MADV_HWPOISON. */
  madvise: [{ 2: 100n }],
  /** ADDR_NO_RANDOMIZE, READ_IMPLIES_EXEC. */
  personality: [{ 0: 0x4_0000n }, { 0: 0x40_0000n }],
  /** PR_SET_MM. */
  prctl: [{ 0: 35n }],
  /** PTRACE_POKETEXT, POKEDATA, POKEUSER, SETREGS, ATTACH, SETREGSET, SEIZE. */
  ptrace: [4n, 5n, 6n, 13n, 16n, 0x4205n, 0x4206n].map((request) => ({ 0: request })),
  /** 0 joins whatever the descriptor names. */
  setns: [0n, ...NEW_NAMESPACE].map((type) => ({ 1: type })),
  /** SOL_PACKET, SOL_ALG, IPT_SO_SET_REPLACE. */
  setsockopt: [{ 1: 263n }, { 1: 279n }, { 1: 0n, 2: 64n }],
  /** AF_ALG and AF_VSOCK, which Docker's current default refuses. */
  socket: [{ 0: 38n }, { 0: 40n }],
  unshare: NEW_NAMESPACE.map((flag) => ({ 0: flag })),
  /** Without UFFD_USER_MODE_ONLY. */
  userfaultfd: [{ 0: 0n }],
};
