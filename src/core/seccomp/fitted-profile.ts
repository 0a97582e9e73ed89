import type { Location } from '../finding.js';
import type { Machine, SeccompArch } from './arch.js';
import { nativeAbi, type Filter } from './filter.js';
import { fittedConditions, type ArgumentFit } from './fitted-conditions.js';
import { isForbidden } from './forbidden.js';
import type { Profile, RuleScope, SyscallRule } from './profile.js';
import { findSyscall, syscallsOf, type Abi } from './syscalls.js';

/** What a profile is fitted to. */
export interface ProfileFit extends ArgumentFit {
  /** Calls to let through. clone3 never is: no filter can look at its flags, and libraries fall back to clone. */
  readonly allowed: readonly string[];
  /**
   * Whether the service was seen to run 32-bit programs. Their calls are not recorded, so calls that only they have are let through
   * as in Docker's default.
   */
  readonly compat: boolean;
}

/**
 * A profile that lets through the allowed calls and answers every other known one with ENOSYS, or with EPERM what is forbidden.
 * EPERM is the default and stands without a number, ENOSYS is given by a rule that names its calls: so engines that lose
 * `defaultErrnoRet` (before 23.0) answer no differently. Naming them also keeps the number where it is above which the runtime
 * answers ENOSYS by itself, whatever is allowed.
 */
export function fittedProfile(fit: ProfileFit): Profile {
  const { machine } = fit.reference;
  const names = allowedNames(fit);
  const conditions = names.map((name) => ({ name, alternatives: fittedConditions(fit, name) }));
  const always = conditions.filter(({ alternatives }) => alternatives.length === 0).map(({ name }) => name);
  const missing = missingNames(machine, new Set(names));
  return {
    file: PLACE.file,
    defaultAction: 'SCMP_ACT_ERRNO',
    defaultErrnoRet: null,
    architectures: { kind: 'list', names: [...OPENED[machine].own, ...(fit.compat ? OPENED[machine].compat : [])] },
    flags: [],
    listenerPath: null,
    listenerMetadata: null,
    rules: [
      ...(always.length > 0 ? [ruleOf(always, { action: 'SCMP_ACT_ALLOW' })] : []),
      ...conditions.flatMap(({ name, alternatives }) =>
        alternatives.map((args) => ruleOf([name], { action: 'SCMP_ACT_ALLOW', args })),
      ),
      ruleOf(missing, { action: 'SCMP_ACT_ERRNO', errnoRet: ENOSYS }),
    ],
    locations: new Map(),
    location: PLACE,
  };
}

const ENOSYS = 38;
const PLACE: Location = { file: 'fitted profile', line: 1, column: 1 };
const ANYWHERE: RuleScope = { capabilities: [], arches: [], minKernel: null };
/** The 32-bit ABI with calls of its own. */
const COMPAT_ABI = { amd64: 'x86', arm64: 'arm' } as const satisfies Record<Machine, Abi>;
const OPENED: Readonly<Record<Machine, Readonly<Record<'own' | 'compat', readonly SeccompArch[]>>>> = {
  amd64: { own: ['SCMP_ARCH_X86_64'], compat: ['SCMP_ARCH_X86', 'SCMP_ARCH_X32'] },
  arm64: { own: ['SCMP_ARCH_AARCH64'], compat: ['SCMP_ARCH_ARM'] },
};

function allowedNames({ allowed, reference, compat }: ProfileFit): readonly string[] {
  const abi = nativeAbi(reference.machine);
  const own = allowed.filter((name) => name !== 'clone3' && findSyscall(abi, name) !== null);
  return [...new Set([...own, ...(compat ? foreignNames(reference) : [])])].sort();
}

/** What only 32-bit programs can call and Docker's default lets through. */
function foreignNames({ machine, abis }: Filter): readonly string[] {
  const abi = COMPAT_ABI[machine];
  return syscallsOf(abi)
    .filter(({ name }) => findSyscall(nativeAbi(machine), name) === null)
    .filter(({ number }) => abis.get(abi)?.calls.get(number)?.unconditional?.outcome.action === 'SCMP_ACT_ALLOW')
    .map(({ name }) => name);
}

function missingNames(machine: Machine, allowed: ReadonlySet<string>): readonly string[] {
  return syscallsOf(nativeAbi(machine))
    .map(({ name }) => name)
    .filter((name) => !allowed.has(name) && !isForbidden(name, machine));
}

function ruleOf(
  names: readonly string[],
  { action, args = [], errnoRet = null }: Pick<SyscallRule, 'action'> & Partial<Pick<SyscallRule, 'args' | 'errnoRet'>>,
): SyscallRule {
  const nameLocations = names.map(() => PLACE);
  const scopes = { includes: ANYWHERE, excludes: ANYWHERE };
  return { names, action, errnoRet, args, ...scopes, comment: '', location: PLACE, nameLocations };
}
