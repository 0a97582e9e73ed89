import type { ContainerSpec } from '../../src/ports.js';

/** A container that is confined in every way, unless told otherwise. */
export function containerSpec(options: Partial<ContainerSpec> = {}): ContainerSpec {
  return {
    name: 'tightfit-sample',
    imageId: `sha256:${'a'.repeat(64)}`,
    labels: { 'tightfit.run': 'sample' },
    network: 'b'.repeat(64),
    alias: 'sample',
    entrypoint: null,
    command: ['sleep', '100'],
    environment: {},
    workingDir: null,
    user: null,
    groupAdd: [],
    confinement: {
      capAdd: [],
      capDrop: ['ALL'],
      seccomp: { kind: 'default' },
      noNewPrivileges: true,
      appArmor: { kind: 'default' },
      label: { kind: 'default' },
      readOnly: true,
    },
    limits: { pids: 64, memory: 128 * 1024 * 1024, cpus: 1, ulimits: [] },
    tmpfs: [],
    binds: [],
    anonymousVolumes: [],
    init: false,
    stopSignal: null,
    sysctls: {},
    ...options,
  };
}
