import type { Finding } from '../core/finding.js';
import { ruleOf } from '../core/rules.js';
import { partOf, shardText, type Shard } from '../core/shard/shard.js';
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
  readonly signal: AbortSignal;
}

/** The services to judge, and what there is to say about the others. */
export interface ChosenWork {
  readonly loaded: Loaded;
  readonly remarks: readonly Finding[];
}

/** Whom log and files are asked of. */
type Source = Pick<World, 'files' | 'history' | 'log'>;

/** Leaves of a loaded policy what is this run's to judge. A policy that cannot be judged stays whole: every shard says so. */
export async function chooseWork(world: Source, loaded: Loaded, request: WorkRequest): Promise<ChosenWork> {
  if (judge(loaded.findings) === 'unjudged') return { loaded, remarks: [] };
  const { shard = null, changedOnly = null } = request;
  const own = shard === null ? loaded : partOfPolicy(loaded, shard);
  if (shard !== null && own.services.length === 0) {
    return { loaded: own, remarks: [shardEmpty(shard, loaded.services.length)] };
  }
  return changedOnly === null
    ? { loaded: own, remarks: [] }
    : changedPart(world, own, { ...changedOnly, signal: request.signal });
}

function partOfPolicy(loaded: Loaded, shard: Shard): Loaded {
  const names = loaded.services.map(({ service }) => service.name);
  return onlyServices(loaded, partOf(names, shard));
}

async function changedPart(
  world: Source,
  loaded: Loaded,
  { base, signal }: ChangedOnly & { readonly signal: AbortSignal },
): Promise<ChosenWork> {
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
