import type { Capability } from '../../capability/names.js';
import type { LintContext, LintRule, Observation } from '../rule.js';

export const CAPABILITY_BEYOND_BASELINE: LintRule = {
  id: 'capability-beyond-baseline',
  onlyFor: ['pss-baseline', 'pss-restricted'],
  check: capabilityBeyondBaseline,
};

/** Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline */
const ADDABLE: readonly Capability[] = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

function capabilityBeyondBaseline({ service }: LintContext): readonly Observation[] {
  return service.run.capAdd.flatMap((name, index) => {
    if (ADDABLE.some((addable) => addable === name)) return [];
    return [
      {
        message: `${name} is added, and the baseline of the Pod Security Standards lets only ${ADDABLE.length} capabilities be added, which it is none of`,
        advice: `Remove ${name} from cap_add.`,
        location: service.at('run', 'cap_add', index),
        grants: [name],
      },
    ];
  });
}
