import { capabilitiesOfAll, type EngineGrants } from '../core/capability/grant.js';
import { CAPABILITIES } from '../core/capability/names.js';
import { EnvironmentError } from '../core/errors.js';
import type { RuntimeName } from '../core/fit/runtime-floor.js';
import type { Machine } from '../core/seccomp/arch.js';
import type { EngineVersion } from '../core/seccomp/docker-default.js';
import type { KernelVersion, Profile } from '../core/seccomp/profile.js';
import { libseccompRelease, type LibseccompVersion } from '../core/seccomp/syscalls.js';
import type { EngineFacts } from '../ports.js';

/** The machine and engine that grants are worked out for. */
export interface JudgedMachine extends EngineGrants {
  readonly arch: Machine;
  readonly kernel: KernelVersion;
  /** Whether the engine loses `defaultErrnoRet`. */
  readonly dropsDefaultErrno: boolean;
  /** Its version. Absent: not known. */
  readonly engine?: EngineVersion | undefined;
  /** What its runtime makes filters with. Absent: not known. */
  readonly libseccomp?: LibseccompVersion;
  /** What starts the container. Absent: not known. */
  readonly runtime?: RuntimeName;
  /** See `LintEnvironment`: what a run has shown. */
  readonly ownDefault?: Profile | undefined;
  readonly started?: boolean;
}

/** A current engine on a current kernel: what is assumed where no engine is asked, so that lint gives the same everywhere. */
export const ASSUMED_MACHINE: JudgedMachine = {
  arch: 'amd64',
  kernel: { major: 6, minor: 1 },
  allCapabilities: CAPABILITIES,
  dropsDefaultErrno: false,
};

/** dockerd reads `defaultErrnoRet` from this version on: https://github.com/moby/moby/pull/42604 */
const FIRST_MAJOR_WITH_DEFAULT_ERRNO = 23;

/** The machine an engine describes. Throws EnvironmentError for an architecture whose syscalls are not known here. */
export function judgedMachine(facts: EngineFacts): JudgedMachine {
  const { name, arch, kernel, version, runtime, libseccomp } = facts;
  if (arch !== 'amd64' && arch !== 'arm64') {
    throw new EnvironmentError(`the engine's architecture is ${arch}`, 'Use an engine on amd64 or arm64.');
  }
  const engine = versionOf(version);
  return {
    arch,
    kernel: versionOf(kernel),
    ...grantsOf(facts),
    dropsDefaultErrno: name === 'Docker' && engine.major < FIRST_MAJOR_WITH_DEFAULT_ERRNO,
    engine: { ...engine, ...patchOf(version), ...(name === 'Docker' ? {} : { product: 'Podman' as const }) },
    runtime,
    ...(libseccomp === null ? {} : { libseccomp: libseccompRelease(libseccomp) }),
  };
}

function grantsOf({ name, version, defaultCapabilities }: EngineFacts): EngineGrants {
  if (name === 'Docker') return { allCapabilities: capabilitiesOfAll(versionOf(version).major, CAPABILITIES) };
  const usual = defaultCapabilities === null ? {} : { usualCapabilities: defaultCapabilities };
  return { allCapabilities: CAPABILITIES, addedAreAmbient: true, ...usual };
}

/** The third number of `28.5.2+dfsg4`. */
function patchOf(version: string): { readonly patch?: number } {
  const [, patch] = /^\d+\.\d+\.(\d+)/.exec(version) ?? [];
  return patch === undefined ? {} : { patch: Number(patch) };
}

/** Major and minor of `6.18.44-rc1`. A text that is no version counts as the oldest. */
function versionOf(release: string): KernelVersion {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(release) ?? [];
  return { major: Number(major ?? 0), minor: Number(minor ?? 0) };
}
