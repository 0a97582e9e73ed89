import type { Finding } from '../finding.js';
import type { Service } from '../policy/policy.js';
import { ruleOf } from '../rules.js';
import type { ExerciseResult } from '../smoke/outcome.js';

/**
 * What runtimes and engines say when a profile is not there.
 * Source: https://github.com/opencontainers/runc/blob/v1.3.0/libcontainer/apparmor/apparmor_linux.go (ApplyProfile),
 * https://github.com/containers/common/blob/v0.60.0/pkg/apparmor/apparmor_linux.go (CheckProfileAndLoadDefault)
 */
const NOT_LOADED = /apparmor[^]*(no such file or directory|not loaded)/i;

/** That a start failed because the engine's machine does not have the declared AppArmor profile; `null` for any other failure. */
export function profileNotLoaded(service: Service, { steps, end }: ExerciseResult): Finding | null {
  const { appArmor } = service.run;
  const refused = steps.some(({ kind, state }) => kind === 'start' && state === 'failed');
  if (appArmor.kind !== 'profile' || !refused || !NOT_LOADED.test(end.error)) return null;
  return {
    rule: 'security-label-not-in-force',
    severity: ruleOf('security-label-not-in-force').severity,
    service: service.name,
    message: `the AppArmor profile ${appArmor.name} is not loaded on the engine's machine, so the container could not be started`,
    advice:
      'Load it before the check: apparmor_parser -r FILE. Loaded ones are in /sys/kernel/security/apparmor/profiles.',
    location: service.at('run', 'security_opt'),
    grants: ['apparmor'],
  };
}
