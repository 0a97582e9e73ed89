import type { LabelPart, RunOptions } from './policy.js';

/** In the order of a label. */
export const LABEL_PARTS: readonly LabelPart[] = ['user', 'role', 'type', 'level'];

/**
 * What a policy chooses of AppArmor and SELinux, as Docker's security options; empty for the engine's own choice.
 * Source: https://docs.docker.com/reference/cli/docker/container/run/#security-opt
 */
export function labelOptions({ appArmor, label }: Pick<RunOptions, 'appArmor' | 'label'>): readonly string[] {
  return [...appArmorOptions(appArmor), ...selinuxOptions(label)];
}

function appArmorOptions(choice: RunOptions['appArmor']): readonly string[] {
  switch (choice.kind) {
    case 'default':
      return [];
    case 'unconfined':
      return ['apparmor=unconfined'];
    case 'profile':
      return [`apparmor=${choice.name}`];
  }
}

function selinuxOptions(choice: RunOptions['label']): readonly string[] {
  switch (choice.kind) {
    case 'default':
      return [];
    case 'disabled':
      return ['label=disable'];
    case 'parts':
      return LABEL_PARTS.flatMap((part) => {
        const value = choice.parts[part];
        return value === undefined ? [] : [`label=${part}:${value}`];
      });
  }
}
