import { CAPABILITIES, DOCKER_DEFAULT_CAPABILITIES, type Capability } from '../capability/names.js';
import { grantedCalls, type GrantCondition } from '../fit/granted-call.js';
import type { Machine } from '../seccomp/arch.js';
import { dockerDefault } from '../seccomp/docker-default.js';
import { decideByName, nativeAbi, type Decision, type Filter } from '../seccomp/filter.js';
import type { Profile } from '../seccomp/profile.js';
import { resolve } from '../seccomp/resolve.js';
import { findSyscall } from '../seccomp/syscalls.js';

/** Who may make a call under Docker's current default profile. */
export interface DockerAccess {
  readonly machine: Machine;
  /** With Docker's 14 capabilities; `null` condition: with any arguments. */
  readonly byDefault:
    | { readonly granted: true; readonly condition: GrantCondition | null }
    | { readonly granted: false; readonly answer: Decision };
  /** Each of these opens the call to any arguments where it is not open without. */
  readonly openedBy: readonly Capability[];
}

/** The kernel that is assumed: new enough for every rule that asks for one. */
const KERNEL = { major: 6, minor: 12 };

/** Who may make a call under Docker's current default profile, on x86_64 or else on aarch64; `null` when neither has the call. */
export function dockerAccess(name: string): DockerAccess | null {
  const machine = (['amd64', 'arm64'] as const).find((one) => findSyscall(nativeAbi(one), name) !== null);
  if (machine === undefined) return null;
  const filter = resolveFor(dockerDefault(), machine, DOCKER_DEFAULT_CAPABILITIES);
  const answer = decideByName(filter, name);
  if (answer === null) return null;
  const grant = grantedCalls(filter).find((call) => call.name === name);
  const byDefault =
    grant === undefined
      ? ({ granted: false, answer } as const)
      : ({ granted: true, condition: grant.condition } as const);
  return { machine, byDefault, openedBy: openers(machine, name) };
}

function resolveFor(profile: Profile, machine: Machine, capabilities: readonly Capability[]): Filter {
  return resolve(profile, { arch: machine, kernel: KERNEL, capabilities: new Set(capabilities) });
}

/** Only the rules about this call are resolved again, for every capability that they name. */
function openers(machine: Machine, name: string): readonly Capability[] {
  const profile = dockerDefault();
  const rules = profile.rules.filter(({ names }) => names.includes(name));
  const named = rules.flatMap(({ includes, excludes }) => [...includes.capabilities, ...excludes.capabilities]);
  const opens = (...capabilities: readonly Capability[]): boolean => {
    const grants = grantedCalls(resolveFor({ ...profile, rules }, machine, capabilities));
    return grants.find((call) => call.name === name)?.condition === null;
  };
  return opens() ? [] : CAPABILITIES.filter((capability) => named.includes(capability) && opens(capability));
}

/** The calls that a capability opens in Docker's current default profile and that are closed or limited without it, sorted. */
export function callsOpenedBy(capability: Capability): readonly string[] {
  const without = new Set(openCalls([]));
  return openCalls([capability])
    .filter((name) => !without.has(name))
    .sort();
}

function openCalls(capabilities: readonly Capability[]): readonly string[] {
  return grantedCalls(resolveFor(dockerDefault(), 'amd64', capabilities))
    .filter(({ condition }) => condition === null)
    .map(({ name }) => name);
}
