import { compareText } from '../finding.js';
import type { CheckResult, EnvironmentFacts } from '../result.js';
import { differenceOf, type Change, type Difference, type Sides } from './difference.js';
import { changed, membership } from './scale.js';
import { judgedDifferences } from './service-result-differences.js';

/**
 * Where two results differ: first on what they hold for (engine, runtime, kernel, images), as it may explain the rest, then
 * service by service what is granted, what was used and refused, how loose it is and the verdict.
 */
export function resultDifferences({ before, after }: Sides<CheckResult>): readonly Difference[] {
  const names = [...new Set([...before.services, ...after.services].map(({ name }) => name))].sort(compareText);
  const pairs = names.map((name) => ({
    name,
    before: before.services.find((service) => service.name === name) ?? null,
    after: after.services.find((service) => service.name === name) ?? null,
  }));
  const judged = pairs.map((pair) => ({ ...pair, ...judgedDifferences(pair) }));
  return [
    ...keyDifferences({ before, after }).map((change) => differenceOf(change, null)),
    ...judged.flatMap(({ name, key }) => key.map((change) => differenceOf(change, name))),
    ...presence(pairs),
    ...judged.flatMap(({ name, rest }) => rest.map((change) => differenceOf(change, name))),
  ];
}

interface Pair {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

function presence(pairs: readonly Pair[]): readonly Difference[] {
  return membership({
    aspect: 'service',
    before: pairs.filter(({ before }) => before !== null).map(({ name }) => name),
    after: pairs.filter(({ after }) => after !== null).map(({ name }) => name),
    gained: 'tighter',
    absent: 'not judged',
    present: 'judged',
  }).map((change) => differenceOf(change, change.name));
}

function keyDifferences({ before, after }: Sides<CheckResult>): readonly Change[] {
  const one = (name: string, pick: (result: CheckResult) => string): readonly Change[] =>
    changed({ aspect: 'key', name, before: pick(before), after: pick(after), say: String });
  const fact = (name: string, key: keyof EnvironmentFacts): readonly Change[] =>
    one(name, ({ environment }) => environment?.[key] ?? 'no engine was asked');
  return [
    ...fact('engine', 'engine'),
    ...fact('runtime', 'runtime'),
    ...fact('kernel', 'kernel'),
    ...fact('architecture', 'arch'),
    ...fact('operating system', 'operatingSystem'),
    ...fact('cgroup version', 'cgroupVersion'),
    ...one('tightfit', ({ tool }) => tool.version),
    ...one('mode', ({ run }) => run.mode),
  ];
}
