import type { EnvironmentError, UsageError } from '../core/errors.js';
import type { Finding } from '../core/finding.js';
import type { Service } from '../core/policy/policy.js';
import { ruleOf, type RuleId } from '../core/rules.js';

/** What trouble of the machine or the engine is about, and which service met it. */
export interface TroubleContext {
  readonly rule: Extract<RuleId, 'engine-unavailable' | 'engine-failed' | 'build-failed'>;
  readonly service: string | null;
}

/** The finding that trouble of the machine or the engine amounts to. */
export function troubleFinding({ message, advice }: EnvironmentError, { rule, service }: TroubleContext): Finding {
  return { rule, severity: ruleOf(rule).severity, service, message, advice, location: null, grants: [] };
}

/** The finding that a folder or file of a service's image amounts to when it cannot be used. */
export function unreadableFinding({ message }: UsageError, service: Service): Finding {
  return {
    rule: 'policy-unreadable',
    severity: ruleOf('policy-unreadable').severity,
    service: service.name,
    message,
    advice: 'Correct the path; paths are relative to the folder of the policy.',
    location: service.at('build'),
    grants: [],
  };
}
