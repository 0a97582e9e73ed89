import type { Service } from '../core/policy/policy.js';
import type { ContainerLimits, ContainerSpec } from '../ports.js';
import type { ExercisePlan } from './exercise-plan.js';
import { labelsOf, type Stage } from './stage.js';

/** Limits for a service whose policy sets none: room for any ordinary service, too little to hurt the machine. */
const FALLBACK_LIMITS = { pids: 1024, memory: 1024 * 1024 * 1024, cpus: 2 };

/** The container that a plan asks for. */
export function containerSpec(stage: Stage, plan: ExercisePlan, network: string): ContainerSpec {
  const { run, name } = plan.service;
  return {
    name: `tightfit-${name}-${stage.world.host.uniqueName()}`,
    imageId: plan.imageId,
    labels: labelsOf(stage),
    network,
    alias: name,
    entrypoint: run.entrypoint,
    command: run.command,
    environment: run.environment,
    workingDir: run.workingDir,
    user: plan.user,
    groupAdd: run.groupAdd,
    confinement: plan.confinement,
    limits: limitsOf(plan.service, stage.world.host.cpuCount),
    tmpfs: run.tmpfs,
    binds: bindsOf(plan),
    anonymousVolumes: run.volumes.flatMap((volume) => (volume.kind === 'anonymous' ? [volume.target] : [])),
    init: run.init,
    stopSignal: run.stopSignal,
    sysctls: run.sysctls,
  };
}

function limitsOf({ run }: Service, cpuCount: number): ContainerLimits {
  return {
    pids: run.pidsLimit ?? FALLBACK_LIMITS.pids,
    memory: run.memLimit ?? FALLBACK_LIMITS.memory,
    cpus: Math.min(run.cpus ?? FALLBACK_LIMITS.cpus, cpuCount),
    ulimits: run.ulimits,
  };
}

function bindsOf({ service, bindSources }: ExercisePlan): ContainerSpec['binds'] {
  return service.run.volumes
    .filter((volume) => volume.kind === 'bind')
    .flatMap(({ target, readOnly }, index) => {
      const source = bindSources[index];
      return source === undefined ? [] : [{ source, target, readOnly }];
    });
}
