import type { Finding } from './finding.js';
import type { Service } from './policy/policy.js';
import type { RuleSetting } from './rule-setting.js';
import type { Severity } from './severity.js';
import { gateOf } from './standards/control.js';
import type { StandardId } from './standards/standard.js';

/** The part of a service that says how much rules count for it. */
export type Governed = Pick<Service, 'name' | 'rules' | 'standards'>;

/** A setting of the policy as it came to count. Plain JSON. */
export interface AppliedSetting extends RuleSetting {
  readonly service: string;
  /** The chosen standard that asks for the rule and wins; `null`: the setting counts. */
  readonly overruledBy: StandardId | null;
}

/**
 * Findings as the policy and the chosen standards let them count: a rule that a standard is judged by is an error, whatever
 * the policy says of it; any other has the severity that the policy gives it. Findings of no service stay as they are.
 */
export function govern(services: readonly Governed[], findings: readonly Finding[]): readonly Finding[] {
  return findings.flatMap((finding) => {
    const service = services.find(({ name }) => name === finding.service);
    return service === undefined ? [finding] : governed(service, finding);
  });
}

/** Every setting of these services, overruled or not, for reports. */
export function settingsOf(services: readonly Governed[]): readonly AppliedSetting[] {
  return services.flatMap(({ name, rules, standards }) =>
    rules.map((setting) => ({
      ...setting,
      service: name,
      overruledBy: setting.severity === 'error' ? null : gateOf(standards, setting.rule),
    })),
  );
}

function governed({ rules, standards }: Governed, finding: Finding): readonly Finding[] {
  if (gateOf(standards, finding.rule) !== null) return [{ ...finding, severity: 'error' }];
  const setting = rules.find(({ rule }) => rule === finding.rule);
  if (setting === undefined) return [finding];
  return setting.severity === 'off' ? [] : [{ ...finding, severity: SEVERITIES[setting.severity] }];
}

const SEVERITIES = { warn: 'warning', error: 'error' } as const satisfies Record<string, Severity>;
