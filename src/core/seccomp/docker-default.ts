import type { Location } from '../finding.js';
import { PUBLISHED_DEFAULTS } from './docker-default-published.generated.js';
import { PODMAN_DEFAULTS } from './podman-default.generated.js';
import { DOCKER_DEFAULT_ARCHES, DOCKER_DEFAULT_RULES } from './docker-default.generated.js';
import type { ArgumentCondition, Profile, SyscallRule } from './profile.js';

/** A rule without the places a written profile has. */
export type DefaultRule = Omit<SyscallRule, 'comment' | 'location' | 'nameLocations' | 'args'> & {
  readonly args: readonly Omit<ArgumentCondition, 'location'>[];
};

/**
 * The profile current Docker engines use when a container names none. Its rules and where each comes from are in
 * data/docker-default.csv. Older engines have older ones: see `engineDefault`.
 * Source: https://github.com/moby/profiles/blob/main/seccomp/default.json
 */
export function dockerDefault(): Profile {
  return profileWith(DOCKER_DEFAULT_RULES, DOCKER);
}

/** An engine's version. */
export interface EngineVersion {
  /** Absent: Docker. */
  readonly product?: 'Podman';
  readonly major: number;
  readonly minor: number;
  /** Absent: not known. */
  readonly patch?: number;
}

/** The default profile that a release of Docker was published with. */
export interface PublishedDefault {
  readonly release: string;
  readonly rules: readonly DefaultRule[];
}

/** What an engine itself has for a default profile. */
export interface EngineDefault {
  readonly profile: Profile;
  /** Where it is known from. */
  readonly source: 'published' | 'current';
}

/**
 * The default profile of an engine of this version; `null` when it is not known. A profile in data/docker-default/ holds for the
 * release that it was published with and for no other: it changed within 20.10 and within 29. The current one holds for Docker 29
 * from the release on that refuses AF_ALG. Podman's are in data/podman-default/; what containers.conf names instead is not known
 * here.
 */
export function engineDefault(engine: EngineVersion): EngineDefault | null {
  const { product, major, minor, patch } = engine;
  if (patch === undefined) return null;
  const release = `${major}.${minor}.${patch}`;
  if (product === 'Podman') return publishedIn(PODMAN_DEFAULTS, release, PODMAN);
  if (hasCurrentDefault({ major, minor, patch })) return { profile: dockerDefault(), source: 'current' };
  return publishedIn(PUBLISHED_DEFAULTS, release, DOCKER);
}

function publishedIn(defaults: readonly PublishedDefault[], release: string, common: Common): EngineDefault | null {
  const published = defaults.find((one) => one.release === release);
  return published === undefined ? null : { profile: profileWith(published.rules, common), source: 'published' };
}

/** `Docker 28.5.2`. */
export function engineTitle({ product, major, minor, patch }: EngineVersion): string {
  return `${product ?? 'Docker'} ${major}.${minor}${patch === undefined ? '' : `.${patch}`}`;
}

/**
 * The first release of Docker with the current default profile.
 * Source: https://github.com/moby/profiles/blob/main/seccomp/default.json as of 2026-04-30, first shipped with 29.4.2.
 */
export const CURRENT_DEFAULT_SINCE = '29.4.2';

function hasCurrentDefault({ major, minor, patch }: Required<Omit<EngineVersion, 'product'>>): boolean {
  return major === 29 && (minor > 4 || (minor === 4 && patch >= 2));
}

/** What an engine's default profiles have in common. */
interface Common {
  readonly file: string;
  readonly defaultErrnoRet: number;
}

/** 1 is EPERM, 38 is ENOSYS. */
const DOCKER: Common = { file: "Docker's default profile", defaultErrnoRet: 1 };
const PODMAN: Common = { file: "Podman's default profile", defaultErrnoRet: 38 };

function profileWith(rules: readonly DefaultRule[], { file, defaultErrnoRet }: Common): Profile {
  const start: Location = { file, line: 1, column: 1 };
  return {
    file,
    defaultAction: 'SCMP_ACT_ERRNO',
    defaultErrnoRet,
    architectures: { kind: 'map', entries: DOCKER_DEFAULT_ARCHES },
    flags: [],
    listenerPath: null,
    listenerMetadata: null,
    rules: rules.map((rule) => place(rule, start)),
    locations: new Map(),
    location: start,
  };
}

function place(rule: DefaultRule, location: Location): SyscallRule {
  return {
    ...rule,
    args: rule.args.map((condition) => ({ ...condition, location })),
    comment: '',
    location,
    nameLocations: rule.names.map(() => location),
  };
}
