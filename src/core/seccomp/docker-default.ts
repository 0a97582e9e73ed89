import type { Location } from '../finding.js';
import { DOCKER_DEFAULT_ARCHES, DOCKER_DEFAULT_RULES } from './docker-default.generated.js';
import type { ArgumentCondition, Profile, SyscallRule } from './profile.js';

/** A rule without the places a written profile has. */
export type DefaultRule = Omit<SyscallRule, 'comment' | 'location' | 'nameLocations' | 'args'> & {
  readonly args: readonly Omit<ArgumentCondition, 'location'>[];
};

/**
 * The profile current Docker engines use when a container names none. Its rules and where each comes from are in
 * data/docker-default.csv. Older engines have older ones: dockerd 20.10 still allows io_uring and AF_ALG sockets.
 * Source: https://github.com/moby/profiles/blob/main/seccomp/default.json
 */
export function dockerDefault(): Profile {
  return {
    file: FILE,
    defaultAction: 'SCMP_ACT_ERRNO',
    defaultErrnoRet: EPERM,
    architectures: { kind: 'map', entries: DOCKER_DEFAULT_ARCHES },
    flags: [],
    listenerPath: null,
    listenerMetadata: null,
    rules: DOCKER_DEFAULT_RULES.map(place),
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
