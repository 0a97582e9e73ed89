import { release } from 'node:os';
import type { EngineFacts } from '../../ports.js';
import { ask } from './ask.js';
import type { Client } from './client.js';
import { libseccompOf } from './libseccomp-version.js';
import { listAt, textAt, textsAt } from './field.js';

/** What there is to know about the engine. */
export async function describe(client: Client): Promise<EngineFacts> {
  const { docker, endpoint } = client;
  const info: unknown = await ask(endpoint, { doing: 'describe itself' }, () => docker.info());
  const facts = engineFacts(client, info);
  const path = client.podman?.runtimePath ?? textAt(info, 'Runtimes', facts.runtime.name, 'path');
  return { ...facts, libseccomp: facts.local ? await libseccompOf(endpoint, { ...facts.runtime, path }) : null };
}

/**
 * Puts the answers to `/version` and `/info` together.
 * https://docs.docker.com/reference/api/engine/version/v1.41/#tag/System/operation/SystemInfo
 */
export function engineFacts(
  { endpoint, version, apiVersion, podman }: Pick<Client, 'endpoint' | 'version' | 'apiVersion' | 'podman'>,
  info: unknown,
): Omit<EngineFacts, 'libseccomp'> {
  const runtime = textAt(info, 'DefaultRuntime') || 'runc';
  const kernel = textAt(version, 'KernelVersion') || textAt(info, 'KernelVersion');
  const security = textsAt(info, 'SecurityOptions');
  return {
    name: podman === null ? 'Docker' : 'Podman',
    version: textAt(version, 'Version'),
    apiVersion,
    runtime: podman?.runtime ?? { name: runtime, version: componentVersion(version, runtime) },
    defaultCapabilities: podman?.defaultCapabilities ?? null,
    kernel,
    arch: textAt(version, 'Arch'),
    operatingSystem: textAt(info, 'OperatingSystem'),
    cgroupVersion: textAt(info, 'CgroupVersion') === '2' ? '2' : '1',
    rootless: podman?.rootless ?? hasOption(security, 'rootless'),
    userNamespaceRemap: hasOption(security, 'userns'),
    securityModules: (['apparmor', 'selinux'] as const).filter((name) => hasOption(security, name)),
    endpoint: endpoint.address.url,
    local: endpoint.address.kind === 'unix' && kernel === release(),
  };
}

function componentVersion(version: unknown, name: string): string {
  const component = listAt(version, 'Components').find((listed) => textAt(listed, 'Name') === name);
  return textAt(component, 'Version');
}

/** Options look like `name=seccomp,profile=default`. */
function hasOption(options: readonly string[], name: string): boolean {
  return options.some((option) => option.split(',').includes(`name=${name}`));
}
