import type { ContainerConfinement } from '../ports.js';

/** A container as the engine confines it when it is asked for nothing. */
export const ENGINE_DEFAULTS: ContainerConfinement = {
  capAdd: [],
  capDrop: [],
  seccomp: { kind: 'default' },
  noNewPrivileges: false,
  appArmor: { kind: 'default' },
  label: { kind: 'default' },
  readOnly: false,
};
