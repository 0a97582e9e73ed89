import { goesThrough } from '../../seccomp/action.js';
import { decideByName } from '../../seccomp/filter.js';
import type { LintContext, LintRule, Observation } from '../rule.js';

export const CHROOT_ESCAPE: LintRule = { id: 'chroot-escape', check: chrootEscape };

/**
 * Who may call chroot leaves a chroot by a second one. SYS_CHROOT among Docker's default capabilities is said elsewhere.
 * Source: https://man7.org/linux/man-pages/man2/chroot.2.html
 */
function chrootEscape({ service, capabilities, confined, dockerDefault }: LintContext): readonly Observation[] {
  const index = service.run.capAdd.indexOf('SYS_CHROOT');
  const chroot = decideByName(confined?.filter ?? dockerDefault, 'chroot');
  const isOpen = chroot !== null && goesThrough(chroot);
  if (index === -1 || !capabilities.effective.includes('SYS_CHROOT') || !isOpen) return [];
  return [
    {
      message:
        'SYS_CHROOT is added for root and chroot is let through: a process that is locked into a folder by chroot leaves it with a second chroot, so that a jail inside the service holds nobody',
      advice: 'Remove SYS_CHROOT, or start the service in the folder it is meant to see.',
      location: service.at('run', 'cap_add', index),
      grants: ['SYS_CHROOT'],
    },
  ];
}
