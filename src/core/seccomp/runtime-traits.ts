import type { RuntimeName } from '../fit/runtime-floor.js';
import { compareRuntimeVersions, parseRuntimeVersion, type RuntimeVersion } from '../fit/runtime-version.js';
import type { Location } from '../finding.js';
import type { Action } from './action.js';
import type { Profile } from './profile.js';

/** In what OCI runtimes differ when they make a filter of a profile. */
export interface RuntimeTraits {
  /** The ABIs whose numbers above the highest one that the profile names answer ENOSYS. */
  readonly stub: 'none' | 'listed' | 'listed-and-native';
  /** How many conditions of a rule count. */
  readonly mostConditions: number;
}

/** What a runtime does; one that is not known, or whose version is not, counts as a current runc. */
export function runtimeTraits(runtime: RuntimeName | undefined): RuntimeTraits {
  if (runtime?.name === 'crun') return CRUN;
  const version = runtime?.name === 'runc' ? parseRuntimeVersion(runtime.version) : null;
  return { stub: version === null ? 'listed-and-native' : stubOfRunc(version), mostConditions: Infinity };
}

/**
 * crun has no stub, and reads six conditions of a rule at most.
 * Source: https://github.com/containers/crun/blob/1.28/src/libcrun/seccomp.c (libcrun_generate_seccomp)
 */
const CRUN: RuntimeTraits = { stub: 'none', mostConditions: 6 };

/**
 * Sources: https://github.com/opencontainers/runc/pull/2750 (the stub) and https://github.com/opencontainers/runc/pull/4391 (the
 * native ABI counts whether the profile lists it or not).
 */
function stubOfRunc(version: RuntimeVersion): RuntimeTraits['stub'] {
  if (compareRuntimeVersions(version, FIRST_WITH_STUB) < 0) return 'none';
  return compareRuntimeVersions(version, FIRST_WITH_NATIVE_STUB) < 0 ? 'listed' : 'listed-and-native';
}

const FIRST_WITH_STUB: RuntimeVersion = { major: 1, minor: 0, patch: 0, candidate: 93 };
const FIRST_WITH_NATIVE_STUB: RuntimeVersion = { major: 1, minor: 1, patch: 15, candidate: Infinity };

/** A profile that a runtime does not accept. */
export interface RuntimeRefusal {
  readonly action: Action;
  readonly location: Location;
}

/** What the refusal depends on. */
export interface RefusingEnvironment {
  readonly runtime?: RuntimeName;
  /** See `ResolveEnvironment`. */
  readonly dropsDefaultErrno?: boolean;
}

/**
 * The first action with an error number that takes none: crun refuses to start a container with it, runc ignores the number.
 * Source: https://github.com/containers/crun/blob/1.28/src/libcrun/seccomp.c (libcrun_generate_seccomp)
 */
export function runtimeRefusal(
  profile: Profile,
  { runtime, dropsDefaultErrno }: RefusingEnvironment,
): RuntimeRefusal | null {
  if (runtime?.name !== 'crun') return null;
  const { defaultAction, defaultErrnoRet, locations, location, rules } = profile;
  if (dropsDefaultErrno !== true && defaultErrnoRet !== null && !TAKES_ERRNO.has(defaultAction)) {
    return { action: defaultAction, location: locations.get('defaultErrnoRet') ?? location };
  }
  return rules.find(({ action, errnoRet }) => errnoRet !== null && !TAKES_ERRNO.has(action)) ?? null;
}

const TAKES_ERRNO: ReadonlySet<Action> = new Set(['SCMP_ACT_ERRNO', 'SCMP_ACT_TRACE']);
