import { EnvironmentError, InternalError } from '../../core/errors.js';
import type { ContainerSpec } from '../../ports.js';
import { brokenRules } from './confinement-rules.js';
import { fieldAt, listAt, numberAt, textAt } from './field.js';
import { hostConfig, type HostConfig } from './host-config.js';

/** The limits none of which may be missing or unlimited. */
const LIMITS = ['Memory', 'PidsLimit', 'NanoCpus'] as const;

/**
 * The second check, over what is about to be sent: nothing that opens the container, nothing that was not asked for, every limit
 * set. Throws InternalError naming each option.
 * @param sockets paths of engine sockets, which no mount may reach
 */
export function assertConfined(config: HostConfig, spec: ContainerSpec, sockets: readonly string[]): void {
  const known = new Set(Object.keys(hostConfig(spec)));
  const violations = [
    ...brokenRules(config, spec),
    ...Object.keys(config).filter((name) => !known.has(name)),
    ...missingLimits(config),
    ...(numberAt(config, 'MemorySwap') === numberAt(config, 'Memory') ? [] : ['MemorySwap']),
    ...(textAt(config, 'LogConfig', 'Config', 'max-size') === '' ? ['LogConfig'] : []),
    ...(listAt(config, 'Mounts').some((mount) => sockets.some((socket) => holds(mount, socket))) ? ['Mounts'] : []),
  ];
  if (violations.length === 0) return;
  throw new InternalError(`the options of container ${spec.name} break its confinement: ${listed(violations)}`);
}

/**
 * The third check, over what the engine says it created. Throws InternalError for what is not as asked, and EnvironmentError when
 * this engine does not enforce a limit or took another image.
 */
export function assertCreatedConfined(inspected: unknown, spec: ContainerSpec): void {
  const config = fieldAt(inspected, 'HostConfig');
  const violations = [
    ...brokenRules(config, spec),
    ...(listAt(inspected, 'Mounts').every((mount) => isAsked(mount, spec)) ? [] : ['Mounts']),
  ];
  if (violations.length > 0) {
    throw new InternalError(`container ${spec.name} was not created as asked: ${listed(violations)}`);
  }
  refuseOtherImage(textAt(inspected, 'Image'), spec);
  const missing = missingLimits(config);
  if (missing.length === 0) return;
  throw new EnvironmentError(
    `the engine does not enforce these limits of a container: ${listed(missing)}`,
    'Run an engine that may use cgroups for memory, processes and cpu time (a rootless one needs cgroup v2).',
  );
}

/** An engine names a container's image by the digest that it knows the image by: a configuration, a manifest or an index. */
function refuseOtherImage(actual: string, { name, imageId }: ContainerSpec): void {
  if (actual === imageId) return;
  throw new EnvironmentError(
    `container ${name} was to be made from image ${imageId}, and the engine made it from ${actual || 'an unknown image'}`,
    'Check whether something else changes images on this engine at the same time, then run again.',
  );
}

function missingLimits(config: unknown): readonly string[] {
  return LIMITS.filter((name) => !(numberAt(config, name) > 0));
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].join(', ');
}

/** Whether a mount's source is a path or a folder that holds it. */
function holds(mount: unknown, path: string): boolean {
  const source = textAt(mount, 'Source');
  return textAt(mount, 'Type') === 'bind' && (source === '/' || path === source || path.startsWith(`${source}/`));
}

/** A mount of a created container: a bind or tmpfs that was asked for, or a volume of the engine's own kind. */
function isAsked(mount: unknown, { binds, tmpfs }: ContainerSpec): boolean {
  const destination = textAt(mount, 'Destination');
  switch (textAt(mount, 'Type')) {
    case 'bind':
      return binds.some(
        ({ source, target, readOnly }) =>
          textAt(mount, 'Source') === source && destination === target && fieldAt(mount, 'RW') === !readOnly,
      );
    case 'volume':
      return ['', 'local'].includes(textAt(mount, 'Driver'));
    case 'tmpfs':
      return tmpfs.some(({ path }) => path === destination);
    default:
      return false;
  }
}
