import { DOCKER_DEFAULT_CAPABILITIES, CAPABILITIES, type Capability } from '../capability/names.js';
import type { ProcessFacts } from '../smoke/outcome.js';
import { exercisedCapabilities } from '../trace/exercised.js';
import type { KernelRecord } from '../trace/record.js';
import { seenChecks, type SeenPort } from './checks.js';
import type { Draft } from './draft.js';
import { limitsFor, limitsRemark, type Peaks } from './headroom.js';
import { aboutService, ROOT_REMARK, type DraftSubject } from './static-draft.js';
import type { WritablePaths } from './writable-paths.js';
import { oneLine } from './yaml-text.js';

/** What one run under the engine's defaults showed. */
export interface Evidence {
  /** `null`: nothing was recorded, and `unrecorded` says why. */
  readonly record: KernelRecord | null;
  readonly unrecorded: string;
  /** `null`: they could not be seen. */
  readonly processes: readonly ProcessFacts[] | null;
  readonly paths: WritablePaths;
  readonly peaks: Peaks;
  readonly seen: readonly SeenPort[];
  /** Foreign text. */
  readonly log: string;
}

/** The tightest policy that a run speaks for, still with the engine's own profile. It has to be tried. */
export function measuredDraft({ service, image, facts }: DraftSubject, evidence: Evidence): Draft {
  const { paths, peaks } = evidence;
  const user = facts.user ?? onlyUser(evidence.processes);
  const checks = seenChecks(facts, evidence);
  return {
    service,
    image,
    run: {
      capabilities: user === null ? exercised(evidence.record) : [],
      profile: null,
      noNewPrivileges: true,
      readOnly: true,
      tmpfs: paths.tmpfs,
      volumes: [...facts.volumes, ...paths.volumes].sort(),
      user,
      ...limitsFor(peaks),
    },
    ready: checks.ready,
    tests: checks.tests,
    remarks: {
      ...checks.remarks,
      service: aboutService(facts),
      capabilities: [],
      security: evidence.unrecorded === '' ? [] : [unrecordedRemark(evidence.unrecorded)],
      files: filesRemarks(paths),
      user: user === null ? [`As seen, ${ROOT_REMARK}`] : facts.user === null ? [DROPPED_REMARK] : [],
      limits: [limitsRemark(peaks)],
    },
  };
}

const DROPPED_REMARK = 'Every process was seen to run as this user, so it can start as it.';

/** Of a root service: the capabilities of the engine's default set that it was seen to use; all of them where nothing was seen. */
function exercised(record: KernelRecord | null): readonly Capability[] {
  if (record === null || record.capabilitySource === 'none') return DOCKER_DEFAULT_CAPABILITIES;
  const uses = exercisedCapabilities(record, new Set(DOCKER_DEFAULT_CAPABILITIES));
  const names = new Set(uses.flatMap(({ capability, outcome }) => (outcome === 'granted' ? [capability] : [])));
  return CAPABILITIES.filter((name) => names.has(name));
}

/** The one user other than root that all processes ran as, `uid:gid`; `null` when there is none. */
function onlyUser(processes: readonly ProcessFacts[] | null): string | null {
  const users = new Set((processes ?? []).map(({ uid, gid }) => `${uid}:${gid}`));
  const [user] = users;
  return user === undefined || users.size > 1 || user.startsWith('0:') ? null : user;
}

function unrecordedRemark(reason: string): string {
  return `The engine's default seccomp profile, for its calls were not recorded: ${oneLine(reason)}.`;
}

function filesRemarks({ tmpfs, volumes, system, root }: WritablePaths): readonly string[] {
  const places = [...tmpfs, ...volumes];
  const left = [...system, ...(root ? ['/'] : [])];
  return [
    ...(places.length === 0
      ? []
      : ['The folders it was seen to write to: tmpfs for what may be lost, anonymous volumes for data.']),
    ...(left.length === 0
      ? []
      : [`It also wrote to ${left.map((path) => oneLine(path, 80)).join(', ')} and works without.`]),
  ];
}
