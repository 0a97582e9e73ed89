import { canonicalJson } from '../canonical-json.js';
import type { Finding } from '../finding.js';
import { listNames } from '../fit/list-names.js';
import type { CheckResult } from '../result.js';
import { ruleOf } from '../rules.js';
import { partOf, shardText, type Shard } from './shard.js';

/** The result of one shard. */
export interface ShardResult {
  /** The file it stands in. */
  readonly file: string;
  readonly shard: Shard;
  readonly result: CheckResult;
}

/** A result that cannot be joined to the first, and why. */
export interface StrangeShard {
  readonly shard: ShardResult;
  readonly finding: Finding;
}

/** The results that are not of the same run as the first, or of a shard that was there before. */
export function strangeShards(shards: readonly [ShardResult, ...ShardResult[]]): readonly StrangeShard[] {
  const [first] = shards;
  const machine = shards.find(({ result }) => result.environment !== null) ?? first;
  return shards.flatMap((shard, place) => {
    const twin = shards.slice(0, place).find((other) => other.shard.index === shard.shard.index);
    const differences = [...differencesFrom(first, shard), ...machineDifferences(machine, shard)];
    if (differences.length > 0)
      return [{ shard, finding: differs(shard, `of another run than ${first.file}: ${listNames(differences)}`) }];
    if (twin !== undefined) return [{ shard, finding: differs(shard, `of the same shard as ${twin.file}`) }];
    return [];
  });
}

/** A finding for every shard without a result, naming the services that nobody answers for. */
export function missingShards(shards: readonly [ShardResult, ...ShardResult[]]): readonly Finding[] {
  const [{ shard, result }] = shards;
  const { count } = shard;
  const there = new Set(shards.map((one) => one.shard.index));
  return Array.from({ length: count }, (_, place) => ({ index: place + 1, count }))
    .filter(({ index }) => !there.has(index))
    .map((missing) => absent(missing, partOf(result.run.services, missing)));
}

function absent(shard: Shard, services: readonly string[]): Finding {
  const lost = services.length === 0 ? 'no service' : listNames(services);
  return {
    ...ABOUT_ALL,
    rule: 'shard-missing',
    severity: ruleOf('shard-missing').severity,
    message: `the result of shard ${shardText(shard)} is missing, which was to judge ${lost}`,
    advice: 'Look why its job wrote none, and give merge the results of all shards.',
  };
}

function differs({ file, shard }: ShardResult, how: string): Finding {
  return {
    ...ABOUT_ALL,
    rule: 'shard-differs',
    severity: ruleOf('shard-differs').severity,
    message: `${file}, shard ${shardText(shard)}, is left out: it is ${how}`,
    advice: 'Merge the results of one run: the same commit, version, options and kind of machine, each shard once.',
  };
}

const ABOUT_ALL = { service: null, location: null, grants: [] } as const;

function differencesFrom(first: ShardResult, other: ShardResult): readonly string[] {
  const mine = traits(first);
  const theirs = traits(other);
  return Object.keys(mine).filter((trait) => mine[trait] !== theirs[trait]);
}

/** What has to be the same in every shard, by what a reader would call it. */
function traits({ shard, result }: ShardResult): Readonly<Record<string, string>> {
  return {
    'the number of shards': String(shard.count),
    'the mode': result.run.mode,
    'the version of tightfit': result.tool.version,
    'the policy file': result.policy.file,
    'what the policy says': result.policy.sha256 ?? '',
    'the services': canonicalJson(result.run.services),
  };
}

/** Statements of different machines cannot stand in one result, which names one. */
function machineDifferences({ result: one }: ShardResult, { result: other }: ShardResult): readonly string[] {
  if (one.environment === null || other.environment === null) return [];
  return canonicalJson(one.environment) === canonicalJson(other.environment)
    ? []
    : [`the machine (${words(other.environment)} instead of ${words(one.environment)})`];
}

function words(environment: NonNullable<CheckResult['environment']>): string {
  return Object.values(environment).join(', ');
}
