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

/** Major and minor of an engine's version. */
export interface EngineVersion {
  /** Absent: Docker. */
  readonly product?: 'Podman';
  readonly major: number;
  readonly minor: number;
}

/** A default profile that a release of the engine was published with. */
export interface PublishedDefault {
  readonly release: string;
  readonly since: EngineVersion;
  readonly rules: readonly DefaultRule[];
}

/** What an engine itself has for a default profile. */
export interface EngineDefault {
  readonly profile: Profile;
  /** The release it was published with; `null`: it is the current one. */
  readonly release: string | null;
}

/**
 * The default profile of an engine of this version: that of the newest release in data/docker-default/ that is not newer, of the
 * oldest there for one that is older than all. From 29.0 on it is taken for the current one. Podman's are in
 * data/podman-default/; what containers.conf names instead is not known here.
 */
export function engineDefault(engine: EngineVersion): EngineDefault {
  const isPodman = engine.product === 'Podman';
  if (!isPodman && engine.major >= FIRST_MAJOR_WITH_CURRENT) return { profile: dockerDefault(), release: null };
  const defaults = isPodman ? PODMAN_DEFAULTS : PUBLISHED_DEFAULTS;
  const published = defaults.filter(({ since }) => isAtLeast(engine, since)).at(-1) ?? defaults[0];
  if (published === undefined) return { profile: dockerDefault(), release: null };
  return { profile: profileWith(published.rules, isPodman ? PODMAN : DOCKER), release: published.release };
}

const FIRST_MAJOR_WITH_CURRENT = 29;

function isAtLeast(engine: EngineVersion, wanted: EngineVersion): boolean {
  return engine.major === wanted.major ? engine.minor >= wanted.minor : engine.major > wanted.major;
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
