import type Dockerode from 'dockerode';
import { parseCapability, type Capability } from '../../core/capability/names.js';
import { ask } from './ask.js';
import type { Endpoint } from './address.js';
import { fieldAt, textAt } from './field.js';
import { keepAwake } from './keep-awake.js';

/** What Podman has beyond Docker's API. */
export interface Podman {
  /**
   * The calls of Docker's API in Podman's own form, which takes and tells what its Docker API leaves out.
   * https://docs.podman.io/en/latest/_static/api.html
   */
  readonly api: Dockerode;
  readonly version: string;
  readonly rootless: boolean;
  /** What a container of root has unless told otherwise: `default_capabilities` of containers.conf. */
  readonly defaultCapabilities: readonly Capability[];
  /** Path of the default seccomp profile on the engine's machine; empty when unknown. */
  readonly seccompProfile: string;
  /** `systemd` or `cgroupfs`. */
  readonly cgroupManager: string;
  readonly runtime: { readonly name: string; readonly version: string };
  /** Of the runtime's program, on the engine's machine. */
  readonly runtimePath: string;
}

/** Asks Podman about itself, and keeps its service from ending for want of questions. */
export async function askPodman(endpoint: Endpoint, version: string, api: Dockerode): Promise<Podman> {
  const info: unknown = await ask(endpoint, { doing: 'describe itself' }, () => api.info());
  keepAwake(endpoint);
  return { api, version, ...podmanFacts(info) };
}

/** Reads the answer of Podman's own API to `/info`. */
export function podmanFacts(info: unknown): Omit<Podman, 'api' | 'version'> {
  const security = (name: string): string => textAt(info, 'host', 'security', name);
  return {
    rootless: fieldAt(info, 'host', 'security', 'rootless') === true,
    defaultCapabilities: security('capabilities')
      .split(',')
      .flatMap((name) => parseCapability(name) ?? []),
    seccompProfile: security('seccompProfilePath'),
    cgroupManager: textAt(info, 'host', 'cgroupManager'),
    runtime: {
      name: textAt(info, 'host', 'ociRuntime', 'name'),
      version: /\bversion (\S+)/.exec(textAt(info, 'host', 'ociRuntime', 'version'))?.[1] ?? '',
    },
    runtimePath: textAt(info, 'host', 'ociRuntime', 'path'),
  };
}
