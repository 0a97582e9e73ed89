import type { CheckResult } from '../core/result.js';

/** What an action's output may hold: words, numbers, digests and paths that we chose, nothing a script could trip over. */
const SAFE = /^[A-Za-z0-9._:/,-]*$/;

/**
 * The action's outputs by name: `verdict`, `looseness` (the highest of all services, empty when none was scored), `findings`
 * (how many) and the given paths, such as `report` and one per written format. A path that is not safe to hand on is left empty.
 */
export function outputs(
  result: CheckResult,
  paths: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const scores = result.services.map(({ looseness }) => looseness).filter((score) => score !== null);
  const safe = Object.entries(paths).map(([name, path]) => [name, SAFE.test(path) ? path : ''] as const);
  return {
    ...Object.fromEntries<string>(safe),
    verdict: result.verdict,
    looseness: scores.length === 0 ? '' : String(Math.max(...scores)),
    findings: String(result.findingCount),
  };
}
