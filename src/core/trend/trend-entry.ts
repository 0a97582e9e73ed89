import { canonicalJson } from '../canonical-json.js';
import { digest } from '../digest.js';
import type { CheckResult, EnvironmentFacts, ServiceResult } from '../result.js';
import { VERDICTS, type Verdict } from '../verdict.js';
import { jsonOrNull } from '../json-or-null.js';

/** One service in one run, as a line of a trend file. Plain JSON. */
export interface TrendEntry {
  readonly service: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly verdict: Verdict;
  readonly looseness: number | null;
  /** Syscalls it used; `null` when that was not recorded. */
  readonly used: number | null;
  /** Syscalls its filter lets through; `null` when that is not known. */
  readonly granted: number | null;
  /** Syscalls shown to be needed; `null` unless it was minimized. */
  readonly needed: number | null;
  /** The same as long as engine, runtime, kernel, machine and image are. */
  readonly key: string;
}

/** What a run adds to a trend: an entry for each service that it judged. */
export function trendEntries({ run, environment, services }: CheckResult): readonly TrendEntry[] {
  return services.map((service) => ({
    service: service.name,
    at: run.startedAt,
    verdict: service.verdict,
    looseness: service.looseness,
    used: service.syscalls?.recorded === true ? service.syscalls.states.used : null,
    granted: grantedCalls(service),
    needed: service.minimize === null ? null : service.minimize.syscalls.needed.length,
    key: keyOf(environment, service),
  }));
}

function grantedCalls({ seccomp: { allowed } }: ServiceResult): number | null {
  return allowed === null ? null : allowed.always + allowed.conditionally;
}

function keyOf(environment: EnvironmentFacts | null, { image }: ServiceResult): string {
  return digest(canonicalJson([environment, image?.id ?? null]));
}

/** The entry on a line; `null` where the line is none. Other keys than those known are of no concern. */
export function parseTrendEntry(line: string): TrendEntry | null {
  const value = jsonOrNull(line);
  if (typeof value !== 'object' || value === null) return null;
  const { service, at, verdict: word, looseness, used, granted, needed, key } = value as Record<string, unknown>;
  const verdict = VERDICTS.find((one) => one === word);
  if (typeof service !== 'string' || typeof at !== 'string' || typeof key !== 'string') return null;
  if (verdict === undefined || !TIME.test(at) || Number.isNaN(Date.parse(at))) return null;
  if (!isAmount(looseness) || !isAmount(used) || !isAmount(granted) || !isAmount(needed)) return null;
  return { service, at, verdict, looseness, used, granted, needed, key };
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;

function isAmount(value: unknown): value is number | null {
  return value === null || (typeof value === 'number' && Number.isFinite(value) && value >= 0);
}
