import { isRoot } from '../../capability/grant.js';
import type { LintContext, LintRule, Observation } from '../rule.js';

export const CAPABILITY_WITHOUT_EFFECT: LintRule = { id: 'capability-without-effect', check: capabilityWithoutEffect };

/** The engine gives a user other than root no effective capability, added or not. */
function capabilityWithoutEffect({ service, user }: LintContext): readonly Observation[] {
  const { capAdd, noNewPrivileges } = service.run;
  if (user.name === null || isRoot(user.name)) return [];
  const fact = `is added, and user ${JSON.stringify(user.name)} is not root: its processes start without any capability`;
  return capAdd.map((name, index) => ({
    ...(noNewPrivileges ? { severity: 'warning' } : {}),
    message: noNewPrivileges
      ? `${name} ${fact}, and no-new-privileges keeps setuid programs and file capabilities from bringing it back. All it does is to open further calls in a profile that asks for it, as Docker's does`
      : `${name} ${fact}. Only a setuid program or file capabilities can bring it back`,
    advice: `Remove ${name} from cap_add${noNewPrivileges ? '' : ', unless such a program is part of the service'}.`,
    location: service.at('run', 'cap_add', index),
    grants: [name],
  }));
}
