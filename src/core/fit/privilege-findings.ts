import type { Finding } from '../finding.js';
import type { Service } from '../policy/policy.js';
import { ruleOf } from '../rules.js';
import type { ProcessFacts } from '../smoke/outcome.js';
import { privilegeGains, type PrivilegeBaseline } from './privilege.js';

/** Findings about processes that have more privilege as declared than in the control run. */
export function privilegeFindings(
  service: Service,
  control: PrivilegeBaseline,
  declared: readonly ProcessFacts[],
): readonly Finding[] {
  return privilegeGains(control, declared).map(({ process, gains }) => ({
    rule: 'more-privileged',
    severity: ruleOf('more-privileged').severity,
    service: service.name,
    message: `process "${process.lineage}" ${gains.join(' and ')} in the control run: a refused call may have kept it from dropping privilege`,
    advice:
      'Allow the calls with which it learns and changes its ids: geteuid, getuid, setuid, setgid, setgroups, prctl.',
    location: service.at('run'),
    grants: [],
  }));
}
