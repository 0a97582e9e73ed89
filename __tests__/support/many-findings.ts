import type { Finding } from '../../src/core/finding.js';
import type { CheckResult } from '../../src/core/result.js';
import { RULES, type RuleId } from '../../src/core/rules.js';
import { finding, result, service } from './sample-results.js';

/** A result with so many findings of every rule, in three services and none, in files of 10,000 lines. */
export function manyFindings(number: number): CheckResult {
  const rules = Object.keys(RULES) as RuleId[];
  const names = ['samba', 'web', 'cache'];
  const findings = Array.from({ length: number }, (_, index): Finding => {
    const rule = rules[index % rules.length] ?? 'test-failed';
    return finding(rule, {
      service: names[Math.floor(index / rules.length) % 4] ?? null,
      message: `the profile allows call_${index} to everybody, and Docker's default refuses it to a service like this`,
      advice: `Remove call_${index} from the profile if the service does not use it, or add an exception.`,
      location:
        index % 5 === 0 ? null : { file: `services/${index % 7}/profile.json`, line: (index % 10_000) + 1, column: 7 },
      grants: index % 3 === 0 ? [] : [`call_${index}`],
    });
  });
  const services = names.map((name) => service({ name, verdict: 'unjudged' }));
  return result({ verdict: 'unjudged', services, findings, findingCount: number });
}
