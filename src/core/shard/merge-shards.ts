import { canonicalJson } from '../canonical-json.js';
import { compareFindings, type Finding } from '../finding.js';
import type { CheckResult, EnvironmentFacts } from '../result.js';
import { judgeRun } from '../verdict.js';
import type { BaselineComparison } from '../regression/baseline.js';
import type { StandardReport } from '../standards/judge-standard.js';
import { missingShards, strangeShards, type ShardResult } from './shard-problems.js';

/**
 * The result that one run would have given for what shards judged each in part. What does not belong to the first of them is left
 * out and leaves it unjudged, as does a shard that is not there. Gives no shard's own words about its emptiness.
 */
export function mergeShards(shards: readonly [ShardResult, ...ShardResult[]]): CheckResult {
  const [first] = shards;
  const strange = strangeShards(shards);
  const results = shards.filter((one) => !strange.some(({ shard }) => shard === one)).map(({ result }) => result);
  const problems = [...strange.map(({ finding }) => finding), ...missingShards(shards)];
  const merged = mergeResults(first.result, results);
  const findings = [...merged.findings, ...problems].sort(compareFindings);
  return {
    ...merged,
    findings,
    findingCount: merged.findingCount + problems.length,
    verdict: judgeRun(findings, merged),
  };
}

function mergeResults(first: CheckResult, results: readonly CheckResult[]): CheckResult {
  const findings = joinedFindings(results);
  const unlisted = Math.max(0, ...results.map((result) => result.findingCount - result.findings.length));
  const settings = results.flatMap((result) => result.settings ?? []);
  const standards = joinedStandards(results);
  const baseline = joinedBaseline(results);
  return {
    version: 1,
    tool: first.tool,
    run: joinedRun(first, results),
    policy: first.policy,
    environment: environmentOf(results),
    verdict: 'unjudged',
    services: inOrder(onceEach(results.flatMap(({ services }) => services)), first.run.services, ({ name }) => name),
    findings,
    findingCount: findings.length + unlisted,
    ...(settings.length === 0 ? {} : { settings: inOrder(settings, first.run.services, ({ service }) => service) }),
    ...(standards.length === 0 ? {} : { standards }),
    ...(baseline === null ? {} : { baseline }),
  };
}

/** Began with the first to begin and took as long as the longest: they ran side by side. */
function joinedRun({ run }: CheckResult, results: readonly CheckResult[]): CheckResult['run'] {
  const [startedAt = run.startedAt] = results.map((result) => result.run.startedAt).sort();
  return { ...run, startedAt, duration: Math.max(...results.map((result) => result.run.duration)), shard: null };
}

/** Shards without a service ask no engine. */
function environmentOf(results: readonly CheckResult[]): EnvironmentFacts | null {
  return results.find(({ environment }) => environment !== null)?.environment ?? null;
}

/** What several shards say alike, because it is about the policy or the machine, was found once. */
function joinedFindings(results: readonly CheckResult[]): readonly Finding[] {
  const joined = new Map<string, Finding>();
  for (const { findings } of results) {
    const times = new Map<string, number>();
    for (const finding of findings.filter(({ rule }) => rule !== 'shard-empty').map(unfinished)) {
      const words = canonicalJson(finding);
      const nth = (times.get(words) ?? 0) + 1;
      times.set(words, nth);
      joined.set(`${nth} ${words}`, finding);
    }
  }
  return [...joined.values()];
}

/** What no shard could finish alone is finished by none. */
function unfinished(finding: Finding): Finding {
  return finding.rule === 'minimize-shared' ? { ...finding, severity: 'error' } : finding;
}

function joinedStandards(results: readonly CheckResult[]): readonly StandardReport[] {
  const reports = results.flatMap(({ standards }) => standards ?? []);
  const names = results.flatMap(({ run }) => run.services);
  return [...new Set(reports.map(({ id }) => id))].flatMap((id) => {
    const same = reports.filter((report) => report.id === id);
    const controls = same.flatMap((report) => report.controls);
    return same.slice(0, 1).map((report) => ({ ...report, controls: inOrder(controls, names, (one) => one.service) }));
  });
}

/** Every shard was compared with the same result, each for its own services. */
function joinedBaseline(results: readonly CheckResult[]): BaselineComparison | null {
  const [first, ...others] = results.flatMap(({ baseline }) => baseline ?? []);
  if (first === undefined) return null;
  const all = [first, ...others];
  return {
    ...first,
    differences: distinct(all.flatMap(({ differences }) => differences)),
    uncompared: distinct(all.flatMap(({ uncompared }) => uncompared)),
  };
}

/** Shards that share a service and find nothing left to share each come to its end. */
function onceEach<T extends { readonly name: string }>(services: readonly T[]): readonly T[] {
  return [...new Map(services.toReversed().map((service) => [service.name, service])).values()];
}

function distinct<T>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [canonicalJson(one), one])).values()];
}

function inOrder<T>(all: readonly T[], names: readonly string[], nameOf: (one: T) => string): readonly T[] {
  return all.toSorted((a, b) => names.indexOf(nameOf(a)) - names.indexOf(nameOf(b)));
}
