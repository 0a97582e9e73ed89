import type { Capability } from '../../core/capability/names.js';
import type { ContainerSpec } from '../../ports.js';
import { entriesAt, fieldAt, listAt, textAt, textsAt } from './field.js';
import { securityOptions, type HostConfig } from './host-config.js';

/** Annotations that Podman sets by itself: https://github.com/containers/podman/blob/v5.4.2/libpod/define/annotations.go */
const OWN_ANNOTATION =
  /^(io\.container\.manager|io\.podman\.annotations\.|org\.opencontainers\.image\.|org\.systemd\.property\.)/;

/** Where Podman puts a rootless user's containers: https://github.com/containers/podman/blob/v5.4.2/libpod/container.go */
const ROOTLESS_CGROUP_PARENT = 'user.slice';

/**
 * What Podman's own API says of a container, in the form of Docker's, so that the same rules judge it. What Podman does not tell
 * (sysctls and the seccomp profile) is taken for as asked. Anything unexpected stays as Podman has it, which no rule lets pass.
 * https://github.com/containers/podman/blob/v5.4.2/libpod/define/container_inspect.go
 * @param bounding the most that the bounding set may hold
 */
export function inDockerForm(inspected: unknown, spec: ContainerSpec, bounding: readonly Capability[]): unknown {
  const config = fieldAt(inspected, 'HostConfig');
  return {
    Image: `sha256:${textAt(inspected, 'Image')}`,
    Mounts: listAt(inspected, 'Mounts'),
    HostConfig: {
      ...Object.fromEntries(entriesAt(config)),
      PidMode: namespaceMode(textAt(config, 'PidMode')),
      UTSMode: namespaceMode(textAt(config, 'UTSMode')),
      CgroupnsMode: textAt(config, 'CgroupMode'),
      CgroupParent: textAt(config, 'CgroupParent').replace(new RegExp(`^${ROOTLESS_CGROUP_PARENT}$`), ''),
      NetworkMode: networkMode(inspected, spec.network),
      ...capabilities(inspected, spec, bounding),
      SecurityOpt: security(textsAt(config, 'SecurityOpt'), spec),
      Sysctls: spec.sysctls,
      Binds: binds(inspected),
      Mounts: mounts(inspected, spec),
      Annotations: Object.fromEntries(entriesAt(config, 'Annotations').filter(([name]) => !OWN_ANNOTATION.test(name))),
    },
  };
}

/** Docker leaves empty what Podman calls private. */
function namespaceMode(mode: string): string {
  return mode === 'private' ? '' : mode;
}

/** Podman calls every network of its own "bridge" and names it elsewhere. */
function networkMode(inspected: unknown, asked: string): string {
  const mode = textAt(inspected, 'HostConfig', 'NetworkMode');
  const networks = entriesAt(inspected, 'NetworkSettings', 'Networks');
  const isAsked = networks.every(([name, network]) => name === asked || textAt(network, 'NetworkID') === asked);
  return mode === 'bridge' && networks.length === 1 && isAsked ? asked : mode;
}

/** Podman tells how the set differs from its own default, so the set itself is compared. */
function capabilities(
  inspected: unknown,
  { confinement }: ContainerSpec,
  bounding: readonly Capability[],
): Pick<HostConfig, 'CapAdd' | 'CapDrop'> {
  const allowed = new Set(bounding.map((name) => `CAP_${name}`));
  const beyond = textsAt(inspected, 'BoundingCaps').filter((name) => !allowed.has(name));
  return { CapAdd: [...confinement.capAdd, ...beyond], CapDrop: confinement.capDrop };
}

/** Podman says `no-new-privileges` or nothing of it, nothing of a seccomp profile, and of labels only where there are any. */
function security(told: readonly string[], { confinement }: ContainerSpec): readonly string[] {
  const privileges = `no-new-privileges=${told.includes('no-new-privileges')}`;
  const untold = securityOptions(confinement).filter((option) => /^(seccomp|apparmor|label)=/.test(option));
  return [privileges, ...told.filter((option) => option !== 'no-new-privileges'), ...untold];
}

/** Podman lists every mount among the binds as well. */
function binds(inspected: unknown): readonly string[] {
  const told = textsAt(inspected, 'HostConfig', 'Binds');
  return told.length === listAt(inspected, 'Mounts').length ? [] : told;
}

/** Without the volumes that the image declares. */
function mounts(inspected: unknown, { anonymousVolumes }: ContainerSpec): readonly unknown[] {
  return listAt(inspected, 'Mounts').flatMap((mount) => {
    const common = { Target: textAt(mount, 'Destination'), ReadOnly: fieldAt(mount, 'RW') !== true };
    if (textAt(mount, 'Type') !== 'volume') {
      const bindOptions = { Propagation: textAt(mount, 'Propagation') };
      return [{ Type: textAt(mount, 'Type'), Source: textAt(mount, 'Source'), ...common, BindOptions: bindOptions }];
    }
    return anonymousVolumes.includes(common.Target) ? [{ Type: 'volume', Source: '', ...common }] : [];
  });
}
