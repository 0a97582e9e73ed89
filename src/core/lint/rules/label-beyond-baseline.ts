import { labelOptions } from '../../policy/label-options.js';
import type { LintContext, LintRule, Observation } from '../rule.js';

export const LABEL_BEYOND_BASELINE: LintRule = {
  id: 'label-beyond-baseline',
  onlyFor: ['pss-baseline', 'pss-restricted'],
  check: labelBeyondBaseline,
};

/** Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline */
const TYPES = ['container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];

function labelBeyondBaseline({ service }: LintContext): readonly Observation[] {
  const { label } = service.run;
  if (label.kind !== 'parts') return [];
  const { user, role, type } = label.parts;
  if (user === undefined && role === undefined && (type === undefined || TYPES.includes(type))) return [];
  const options = labelOptions({ appArmor: { kind: 'default' }, label });
  return [
    {
      message: `the label is ${options.join(', ')}; the baseline of the Pod Security Standards allows no other user or role, and only the types ${TYPES.join(', ')}`,
      advice: 'Remove user and role, and choose one of these types.',
      location: service.at('run', 'security_opt'),
      grants: ['label'],
    },
  ];
}
