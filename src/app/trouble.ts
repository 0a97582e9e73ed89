import type { EnvironmentError, UsageError } from '../core/errors.js';
import type { Finding, Location } from '../core/finding.js';
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

/** The finding that a folder or file which cannot be used amounts to; `service`: whose it is, if one's. */
export function unreadableFinding({ message }: UsageError, service: string | null, location: Location): Finding {
  return {
    rule: 'policy-unreadable',
    severity: ruleOf('policy-unreadable').severity,
    service,
    message,
    advice: 'Correct the path; paths are relative to the folder of the policy.',
    location,
    grants: [],
  };
}
