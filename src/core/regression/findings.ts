import { NOT_KNOWN } from '../diff/behaviour-differences.js';
import type { Aspect, Difference } from '../diff/difference.js';
import type { Finding } from '../finding.js';
import type { Service } from '../policy/policy.js';
import type { CheckResult, ServiceResult } from '../result.js';
import { ruleOf } from '../rules.js';
import type { BaselineComparison } from './baseline.js';
import { newRefusalText, newUseText, vanishedText } from './regression-words.js';

/** The part of a service that says whether a regression fails and where to tell it. */
export type Regressing = Pick<Service, 'name' | 'rules' | 'at'>;

type RegressionRule = 'key-changed' | 'new-use' | 'new-refusal' | 'vanished-use' | 'not-compared';

/** What is worth telling of a comparison with a baseline: what it holds for, what is new, what is gone, what cannot be told. */
export function regressionFindings(
  services: readonly Regressing[],
  comparison: BaselineComparison,
  { services: results }: Pick<CheckResult, 'services'>,
): readonly Finding[] {
  const about = services.flatMap((service) => {
    const result = results.find(({ name }) => name === service.name);
    return result === undefined ? [] : [...ofService(service, comparison, result), ...untold(service, comparison)];
  });
  return [...keyFinding(null, keysOf(comparison.differences, null)), ...about];
}

function ofService(
  service: Regressing,
  { differences }: BaselineComparison,
  result: ServiceResult,
): readonly Finding[] {
  const own = differences.filter((difference) => difference.service === service.name);
  const told = (aspects: readonly Aspect[], isNew: boolean): readonly string[] =>
    own.filter((one) => aspects.includes(one.aspect) && isTold(one, isNew)).map(({ name }) => name);
  return [
    ...keyFinding(service, keysOf(own, service.name)),
    ...newUses(service, result, told(['use', 'need'], true)),
    ...newRefusals(service, result, told(['refusal'], true)),
    ...vanished(service, told(['use', 'need'], false)),
  ];
}

/** New: seen now and surely not before. Gone: seen before and surely not now. */
function isTold({ before, after }: Difference, isNew: boolean): boolean {
  const isThereNow = PRESENT.has(after);
  return before !== NOT_KNOWN && after !== NOT_KNOWN && isThereNow === isNew;
}

const PRESENT: ReadonlySet<string> = new Set(['used', 'refused', 'needed in these tests']);

function keysOf(differences: readonly Difference[], service: string | null): readonly Difference[] {
  return differences.filter((one) => one.aspect === 'key' && one.service === service);
}

/** Room for one value, in UTF-16 units: image ids and lists of tests are long. */
const VALUE = 60;

function keyFinding(service: Regressing | null, keys: readonly Difference[]): readonly Finding[] {
  if (keys.length === 0) return [];
  const changes = keys.map(({ name, before, after }) => `${name} (${shortened(before)} → ${shortened(after)})`);
  const message = `not as in the baseline: ${changes.join(', ')}; this may explain what else differs`;
  return [finding('key-changed', service, { message, advice: '' })];
}

function shortened(text: string): string {
  const value = /^sha256:[0-9a-f]{64}$/u.test(text) ? text.slice(0, 19) : text;
  return value.length > VALUE ? `${value.slice(0, VALUE - 1)}…` : value;
}

const NEW_USE = 'If this change is meant to do that, renew the baseline.';

/** What Docker's current default refuses is told call by call, the rest together. */
function newUses(service: Regressing, result: ServiceResult, names: readonly string[]): readonly Finding[] {
  const rows = result.syscalls?.rows ?? [];
  const isGrave = (name: string): boolean => rows.find((row) => row.name === name)?.tier === 'T3';
  const groups = [...names.filter(isGrave).map((name) => [name]), names.filter((name) => !isGrave(name))];
  return groups
    .filter((group) => group.length > 0)
    .map((group) =>
      finding('new-use', service, { message: newUseText(group, result), advice: NEW_USE, grants: [...group].sort() }),
    );
}

function newRefusals(service: Regressing, result: ServiceResult, names: readonly string[]): readonly Finding[] {
  if (names.length === 0) return [];
  const advice = 'Allow what the service is meant to do; if it works without, renew the baseline.';
  return [
    finding('new-refusal', service, { message: newRefusalText(names, result), advice, grants: [...names].sort() }),
  ];
}

function vanished(service: Regressing, names: readonly string[]): readonly Finding[] {
  if (names.length === 0) return [];
  const advice = 'Remove what grants it, unless a test is missing now.';
  return [finding('vanished-use', service, { message: vanishedText(names), advice, grants: [...names].sort() })];
}

/** Where new behaviour is to fail a run, that it cannot be told must not pass as none. */
function untold(service: Regressing, { file, uncompared }: BaselineComparison): readonly Finding[] {
  const isGate = service.rules.some(
    ({ rule, severity }) => severity === 'error' && (rule === 'new-use' || rule === 'new-refusal'),
  );
  return uncompared
    .filter((one) => one.service === null || one.service === service.name)
    .map(({ reason }) =>
      finding('not-compared', service, {
        message: `new behaviour cannot be told from what was there before: ${reason}`,
        advice: `Give a complete result of this service as the baseline instead of ${file}.`,
        ...(isGate ? { severity: 'error' as const } : {}),
      }),
    );
}

function finding(
  rule: RegressionRule,
  service: Regressing | null,
  words: Pick<Finding, 'message' | 'advice'> & Partial<Finding>,
): Finding {
  const { severity } = ruleOf(rule);
  return { rule, severity, service: service?.name ?? null, location: service?.at() ?? null, grants: [], ...words };
}
