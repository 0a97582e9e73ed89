import type { MinimizeReport } from '../fit/minimize-report.js';
import type { CheckResult } from '../result.js';
import type { Machine } from '../seccomp/arch.js';
import { parseProfile } from '../seccomp/parse-profile.js';
import type { Profile, RuleScope } from '../seccomp/profile.js';

/** The profile that a search wrote for the machine it ran on. */
export interface MachineProfile {
  readonly machine: Machine;
  readonly profile: Profile;
  /** Engine and day of the search, e.g. `Docker 28.5.2, 2026-12-01`. Foreign text. */
  readonly when: string;
  /** What the service called there. */
  readonly used: ReadonlySet<string>;
  /** Kept without proof of use: the runtime's floor and the identity getters. */
  readonly frozen: ReadonlySet<string>;
  readonly noNewPrivileges: boolean;
}

/**
 * The profile for what a service used, as the result of a search has it; a text: a clause that says why there is none. It may hold
 * foreign text.
 */
export function machineProfile(result: CheckResult, service: string): MachineProfile | string {
  const found = result.services.find(({ name }) => name === service);
  if (found === undefined) return `it is not about the service ${service}`;
  if (found.minimize === null) return `it does not tell what ${service} needs; that takes tightfit minimize`;
  const { key, syscalls, proposal } = found.minimize;
  const machine = machineOf(key);
  if (machine === null) return `its architecture is ${key.arch}, expected amd64 or arm64`;
  const { profile } = parseProfile(`${service}.used.json`, proposal.usedProfile);
  if (profile === null || !isPlain(profile)) return `its profile of ${service} is not one that tightfit minimize wrote`;
  const frozen = new Set(syscalls.frozen);
  return {
    machine,
    profile,
    when: `${key.engine}, ${result.run.startedAt.slice(0, DAY)}`,
    used: new Set(syscalls.used.filter((name) => !frozen.has(name))),
    frozen,
    noNewPrivileges: key.noNewPrivileges,
  };
}

/** Length of `2026-12-01`. */
const DAY = 10;

function machineOf({ arch }: MinimizeReport['key']): Machine | null {
  return arch === 'amd64' || arch === 'arm64' ? arch : null;
}

/** Refuses by default, allows or answers by name, and says nothing of other machines: the form that `fittedProfile` has. */
function isPlain({ defaultAction, defaultErrnoRet, architectures, flags, listenerPath, rules }: Profile): boolean {
  return (
    defaultAction === 'SCMP_ACT_ERRNO' &&
    defaultErrnoRet === null &&
    architectures.kind === 'list' &&
    flags.length === 0 &&
    listenerPath === null &&
    rules.every(
      ({ action, args, includes, excludes }) =>
        (action === 'SCMP_ACT_ALLOW' || (action === 'SCMP_ACT_ERRNO' && args.length === 0)) &&
        [includes, excludes].every(isEmpty),
    )
  );
}

function isEmpty({ capabilities, arches, minKernel }: RuleScope): boolean {
  return capabilities.length === 0 && arches.length === 0 && minKernel === null;
}
