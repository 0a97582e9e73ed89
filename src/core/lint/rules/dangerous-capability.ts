import { capabilityRisk } from '../../capability/risk.js';
import type { Capability } from '../../capability/names.js';
import type { LintContext, LintRule, Observation } from '../rule.js';

export const DANGEROUS_CAPABILITY: LintRule = { id: 'dangerous-capability', check: dangerousCapability };

/** Docker grants no critical capability by itself, so that only what `cap_add` names has to be looked at. */
function dangerousCapability(context: LintContext): readonly Observation[] {
  const { capAdd } = context.service.run;
  const all = capAdd.indexOf('ALL');
  if (all !== -1) return observeAll(context, all);
  return capAdd.flatMap((name, index) => (name === 'ALL' ? [] : observe(context, name, index)));
}

function observe(context: LintContext, name: Capability, index: number): Observation[] {
  const { risk, reason } = capabilityRisk(name);
  if (risk !== 'critical' && risk !== 'high') return [];
  const usable = context.capabilities.reachable.includes(name);
  return [
    {
      ...(risk === 'critical' && usable ? {} : { severity: 'note' }),
      message: `${name} is granted, ${usable ? `a capability of ${risk} risk` : UNUSABLE}: ${reason}`,
      advice: `Remove ${name} from cap_add unless the service cannot work without it.`,
      location: context.service.at('run', 'cap_add', index),
      grants: [name],
    },
  ];
}

const UNUSABLE = 'though no process of this user can use it with no-new-privileges';

function observeAll({ service, capabilities }: LintContext, index: number): Observation[] {
  const critical = capabilities.bounding.filter((name) => capabilityRisk(name).risk === 'critical');
  if (critical.length === 0) return [];
  return [
    {
      message: `ALL grants ${capabilities.bounding.length} capabilities, among them those that come close to owning the host: ${critical.join(', ')}`,
      advice: 'Name the capabilities that the service needs instead.',
      location: service.at('run', 'cap_add', index),
      grants: critical,
    },
  ];
}
