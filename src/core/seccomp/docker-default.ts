import type { Location } from '../finding.js';
import { PUBLISHED_DEFAULTS } from './docker-default-published.generated.js';
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
  return profileWith(DOCKER_DEFAULT_RULES);
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
 * oldest there for one that is older than all. From 29.0 on it is taken for the current one.
 */
export function engineDefault(engine: EngineVersion): EngineDefault {
  if (engine.major >= FIRST_MAJOR_WITH_CURRENT) return { profile: dockerDefault(), release: null };
  const notNewer = PUBLISHED_DEFAULTS.filter(({ since }) => isAtLeast(engine, since));
  const published = notNewer.at(-1) ?? PUBLISHED_DEFAULTS[0];
  if (published === undefined) return { profile: dockerDefault(), release: null };
  return { profile: profileWith(published.rules), release: published.release };
}

const FIRST_MAJOR_WITH_CURRENT = 29;

function isAtLeast(engine: EngineVersion, wanted: EngineVersion): boolean {
  return engine.major === wanted.major ? engine.minor >= wanted.minor : engine.major > wanted.major;
}

function profileWith(rules: readonly DefaultRule[]): Profile {
  return {
    file: FILE,
    defaultAction: 'SCMP_ACT_ERRNO',
    defaultErrnoRet: EPERM,
    architectures: { kind: 'map', entries: DOCKER_DEFAULT_ARCHES },
    flags: [],
    listenerPath: null,
    listenerMetadata: null,
    rules: rules.map(place),
    locations: new Map(),
    location: START,
  };
}

const EPERM = 1;
const FILE = "Docker's default profile";
const START: Location = { file: FILE, line: 1, column: 1 };

function place(rule: DefaultRule): SyscallRule {
  return {
    ...rule,
    args: rule.args.map((condition) => ({ ...condition, location: START })),
    comment: '',
    location: START,
    nameLocations: rule.names.map(() => START),
  };
}
