import { DOCKER_DEFAULT_CAPABILITIES } from '../capability/names.js';
import { labelOptions } from '../policy/label-options.js';
import type { RunOptions } from '../policy/policy.js';

/** What a policy grants that a container under engine defaults does not have. */
export function beyondDefaults(run: RunOptions): readonly string[] {
  const { capAdd, seccomp, appArmor, label } = run;
  const isDefault = (name: string): boolean => DOCKER_DEFAULT_CAPABILITIES.some((known) => known === name);
  return [
    ...capAdd.filter((name) => !isDefault(name)),
    ...(seccomp.kind === 'unconfined' ? ['seccomp:unconfined'] : []),
    ...labelOptions({ appArmor, label }),
  ];
}
