/**
 * The architecture names runc accepts.
 * Source: https://github.com/opencontainers/runc/blob/main/libcontainer/seccomp/config.go
 */
export const SECCOMP_ARCHES = [
  'SCMP_ARCH_X86',
  'SCMP_ARCH_X86_64',
  'SCMP_ARCH_X32',
  'SCMP_ARCH_ARM',
  'SCMP_ARCH_AARCH64',
  'SCMP_ARCH_MIPS',
  'SCMP_ARCH_MIPS64',
  'SCMP_ARCH_MIPS64N32',
  'SCMP_ARCH_MIPSEL',
  'SCMP_ARCH_MIPSEL64',
  'SCMP_ARCH_MIPSEL64N32',
  'SCMP_ARCH_PPC',
  'SCMP_ARCH_PPC64',
  'SCMP_ARCH_PPC64LE',
  'SCMP_ARCH_S390',
  'SCMP_ARCH_S390X',
  'SCMP_ARCH_RISCV64',
  'SCMP_ARCH_LOONGARCH64',
] as const;

export type SeccompArch = (typeof SECCOMP_ARCHES)[number];

/** The machines whose filters can be computed, by Go's name. */
export type Machine = 'amd64' | 'arm64';

/**
 * The machine names `includes` and `excludes` are compared with: Go's, a few of them in libseccomp's spelling.
 * Source: https://github.com/moby/profiles/blob/main/seccomp/seccomp_linux.go (goToNative)
 */
export const GO_ARCHES = [
  'amd64',
  'arm64',
  'x86',
  'x32',
  'arm',
  'loong64',
  'loongarch64',
  'mips',
  'mips64',
  'mips64n32',
  'mipsel',
  'mipsel64',
  'mips3l64n32',
  'mipsel64n32',
  'ppc',
  'ppc64',
  'ppc64le',
  'riscv64',
  's390',
  's390x',
] as const;

/** What people write for an architecture of `SECCOMP_ARCHES`, in lower case. */
export const SECCOMP_ARCH_ALIASES: ReadonlyMap<string, SeccompArch> = new Map([
  ['scmp_arch_arm64', 'SCMP_ARCH_AARCH64'],
  ['scmp_arch_amd64', 'SCMP_ARCH_X86_64'],
  ['scmp_arch_i386', 'SCMP_ARCH_X86'],
  ['aarch64', 'SCMP_ARCH_AARCH64'],
  ['arm64', 'SCMP_ARCH_AARCH64'],
  ['amd64', 'SCMP_ARCH_X86_64'],
  ['x86_64', 'SCMP_ARCH_X86_64'],
]);

/** What people write for an architecture of `GO_ARCHES`, in lower case. */
export const GO_ARCH_ALIASES: ReadonlyMap<string, (typeof GO_ARCHES)[number]> = new Map([
  ['x86_64', 'amd64'],
  ['scmp_arch_x86_64', 'amd64'],
  ['aarch64', 'arm64'],
  ['scmp_arch_aarch64', 'arm64'],
  ['i386', 'x86'],
  ['386', 'x86'],
]);
