import type { Finding } from '../core/finding.js';
import { ruleOf } from '../core/rules.js';
import { partOf, shardText, shareOfOne, type Shard } from '../core/shard/shard.js';
import { judge } from '../core/verdict.js';
import type { World } from '../ports.js';
import { changesSince } from './changes-since.js';
import type { Loaded } from './load.js';
import { onlyServices } from './select-services.js';

/** That only services are to be judged which differ from a commit. */
export interface ChangedOnly {
  /** As git names it; `null`: nobody said. */
  readonly base: string | null;
}

/** What of a policy a run is to judge. */
export interface WorkRequest {
  readonly shard?: Shard | null;
  readonly changedOnly?: ChangedOnly | null;
  /** Whether several shards can work on one service. */
  readonly divisible: boolean;
  readonly signal: AbortSignal;
}

/** The services to judge, and what there is to say about the others. */
export interface ChosenWork {
  readonly loaded: Loaded;
  readonly remarks: readonly Finding[];
  /** Of the shards that work on the same service this one; `null`: no other does. */
  readonly share: Shard | null;
}

/** Whom log and files are asked of. */
type Source = Pick<World, 'files' | 'history' | 'log'>;

/** Leaves of a loaded policy what is this run's to judge. A policy that cannot be judged stays whole: every shard says so. */
export async function chooseWork(world: Source, loaded: Loaded, request: WorkRequest): Promise<ChosenWork> {
  if (judge(loaded.findings) === 'unjudged') return { loaded, remarks: [], share: null };
  const { shard = null, changedOnly = null } = request;
  const { own, share } = shard === null ? { own: loaded, share: null } : partOfPolicy(loaded, shard, request.divisible);
  if (shard !== null && own.services.length === 0) {
    return { loaded: own, remarks: [shardEmpty(shard, loaded.services.length)], share };
  }
  const part =
    changedOnly === null
      ? { loaded: own, remarks: [] }
      : await changedPart(world, own, { ...changedOnly, signal: request.signal });
  return { ...part, share };
}

interface PolicyPart extends Pick<ChosenWork, 'share'> {
  readonly own: Loaded;
}

function partOfPolicy(loaded: Loaded, shard: Shard, divisible: boolean): PolicyPart {
  const names = loaded.services.map(({ service }) => service.name);
  if (!divisible || names.length === 0 || shard.count <= names.length) {
    return { own: onlyServices(loaded, partOf(names, shard)), share: null };
  }
  const { place, share } = shareOfOne(shard, names.length);
  return { own: onlyServices(loaded, names.slice(place, place + 1)), share: share.count === 1 ? null : share };
}

async function changedPart(
  world: Source,
  loaded: Loaded,
  { base, signal }: ChangedOnly & { readonly signal: AbortSignal },
): Promise<Omit<ChosenWork, 'share'>> {
  const changes = base === null ? { unknown: 'no base is named' } : await changesSince(world, loaded, { base, signal });
  if ('unknown' in changes) return { loaded, remarks: [changesUnknown(changes.unknown)] };
  const changed: string[] = [];
  const skipped: Finding[] = [];
  for (const { service } of loaded.services) {
    const reason = changes.reasons.get(service.name) ?? null;
    if (reason === null) {
      skipped.push(serviceSkipped(service.name, service.at(), base ?? ''));
      continue;
    }
    world.log.info(`${service.name} is run: ${reason}`);
    changed.push(service.name);
  }
  return { loaded: onlyServices(loaded, changed), remarks: skipped };
}

function shardEmpty(shard: Shard, services: number): Finding {
  return remark('shard-empty', {
    message: `shard ${shardText(shard)} has none of the ${services === 1 ? 'one service' : `${services} services`}: nothing was judged here`,
    advice: 'Nothing is wrong: tightfit merge gives the verdict of all shards.',
  });
}

function changesUnknown(reason: string): Finding {
  return remark('changes-unknown', {
    message: `every service was run, because what has changed cannot be told: ${reason}`,
    advice: 'See docs/scaling.md for what changed-only needs.',
  });
}

function serviceSkipped(service: string, location: Finding['location'], base: string): Finding {
  return remark('service-skipped', {
    service,
    location,
    message: `not run: neither what the policy says of it nor a file it is made of differs from ${base}`,
    advice: 'Run without changed-only to judge it.',
  });
}

type Remark = 'shard-empty' | 'changes-unknown' | 'service-skipped';

function remark(rule: Remark, words: Pick<Finding, 'message' | 'advice'> & Partial<Finding>): Finding {
  return { service: null, location: null, grants: [], ...words, rule, severity: ruleOf(rule).severity };
}
