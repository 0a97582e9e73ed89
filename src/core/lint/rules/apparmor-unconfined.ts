import type { LintContext, LintRule, Observation } from '../rule.js';

export const APPARMOR_UNCONFINED: LintRule = { id: 'apparmor-unconfined', check: appArmorUnconfined };

function appArmorUnconfined({ service }: LintContext): readonly Observation[] {
  if (service.run.appArmor.kind !== 'unconfined') return [];
  return [
    {
      message:
        'apparmor=unconfined turns AppArmor off: where the engine has it, its profile also refuses mounts and writes ' +
        'to /proc and /sys that capabilities and seccomp allow',
      advice: "Remove it to get the engine's profile, or name a profile of the service's own with apparmor=NAME.",
      location: service.at('run', 'security_opt'),
      grants: ['apparmor'],
    },
  ];
}
