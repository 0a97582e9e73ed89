import type { Capability } from '../capability/names.js';
import type { Finding } from '../finding.js';
import type { Service } from '../policy/policy.js';
import { ruleOf } from '../rules.js';

/** Findings about granted capabilities that the tests work without, and whether they are more than the policy allows. */
export function judgeUnusedCapabilities(service: Service, unused: readonly Capability[]): readonly Finding[] {
  const each = unused.map((name) => unusedCapability(service, name));
  const limit = service.limits.unusedCapabilities;
  return unused.length > limit ? [...each, limitExceeded(service, unused)] : each;
}

function unusedCapability(service: Service, name: Capability): Finding {
  const index = service.run.capAdd.indexOf(name);
  return {
    rule: 'unused-capability',
    severity: ruleOf('unused-capability').severity,
    service: service.name,
    message: `${name} is granted and not needed in these tests: the service works without it`,
    advice: index === -1 ? `Drop it: cap_drop: [ALL] and add back what is needed.` : `Remove ${name} from cap_add.`,
    location: index === -1 ? service.at('run', 'cap_add') : service.at('run', 'cap_add', index),
    grants: [name],
  };
}

function limitExceeded(service: Service, unused: readonly Capability[]): Finding {
  const limit = service.limits.unusedCapabilities;
  const count = `${unused.length} ${unused.length === 1 ? 'capability' : 'capabilities'}`;
  return {
    rule: 'limit-exceeded',
    severity: ruleOf('limit-exceeded').severity,
    service: service.name,
    message: `${count} granted and not needed in these tests (${unused.join(', ')}); the limit is ${limit}`,
    advice: 'Remove them, or add an exception with a reason and an expiry for what the tests cannot reach.',
    location: service.at('limits', 'unused_capabilities'),
    grants: [...unused].sort(),
  };
}
