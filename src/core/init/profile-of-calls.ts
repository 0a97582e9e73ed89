import type { Machine } from '../seccomp/arch.js';
import { dockerDefault } from '../seccomp/docker-default.js';
import { emitProfile } from '../seccomp/emit.js';
import type { ArchMapEntry, Profile, SyscallRule } from '../seccomp/profile.js';
import { syscallsOf } from '../seccomp/syscalls.js';

/** What a kernel answers that does not have a call. */
const ENOSYS = 38;

const NATIVE: Readonly<Record<Machine, { readonly abi: 'x86_64' | 'aarch64'; readonly entry: ArchMapEntry }>> = {
  amd64: { abi: 'x86_64', entry: { architecture: 'SCMP_ARCH_X86_64', subArchitectures: [] } },
  arm64: { abi: 'aarch64', entry: { architecture: 'SCMP_ARCH_AARCH64', subArchitectures: [] } },
};

/**
 * A profile, as JSON text, that lets these calls through so far as Docker's default does, with the same conditions on their
 * arguments. Calls that Docker's default keeps for privileged containers answer EPERM, all others ENOSYS, by a rule: dockerd
 * before 23.0 ignores `defaultErrnoRet`.
 */
export function profileOfCalls(calls: ReadonlySet<string>, machine: Machine): string {
  const base = dockerDefault();
  const { abi, entry } = NATIVE[machine];
  const allowed = base.rules
    .filter(({ action }) => action === 'SCMP_ACT_ALLOW')
    .map((rule) => keepNames(rule, (name) => calls.has(name)))
    .filter(({ names }) => names.length > 0);
  const answered = new Set([...allowed, ...base.rules.filter(isForPrivileged)].flatMap(({ names }) => names));
  const unknown = syscallsOf(abi).flatMap(({ name }) => (answered.has(name) && name !== 'clone3' ? [] : [name]));
  const profile: Profile = {
    ...base,
    defaultErrnoRet: null,
    architectures: { kind: 'map', entries: [entry] },
    rules: [...allowed, absent(base, unknown)],
  };
  return emitProfile(profile);
}

function isForPrivileged({ includes }: SyscallRule): boolean {
  return includes.capabilities.length > 0;
}

function keepNames(rule: SyscallRule, wanted: (name: string) => boolean): SyscallRule {
  const names = rule.names.filter(wanted);
  return { ...rule, names, nameLocations: names.map(() => rule.location) };
}

function absent({ location }: Profile, names: readonly string[]): SyscallRule {
  const nowhere = { capabilities: [], arches: [], minKernel: null };
  return {
    names,
    action: 'SCMP_ACT_ERRNO',
    errnoRet: ENOSYS,
    args: [],
    includes: nowhere,
    excludes: nowhere,
    comment: 'Answered as by a kernel that does not have them: libraries then take an older way.',
    location,
    nameLocations: names.map(() => location),
  };
}
