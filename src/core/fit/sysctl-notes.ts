import type { Capability } from '../capability/names.js';

/** What is known of a container's network settings; a value is missing where it could not be read. */
export interface NetworkSettings {
  readonly unprivilegedPortStart: string | null;
  readonly pingGroupRange: string | null;
}

/** What a search for capabilities found. */
export interface CapabilitiesFound {
  /** What it began with. */
  readonly from: readonly Capability[];
  readonly needed: readonly Capability[];
}

/**
 * What has to be known of capabilities that an engine's settings stand in for: the service may need them where the settings
 * differ. One sentence or two each, for those that were not needed.
 * Source: https://docs.kernel.org/networking/ip-sysctl.html and https://github.com/moby/moby/pull/41030
 */
export function sysctlNotes({ from, needed }: CapabilitiesFound, settings: NetworkSettings): readonly string[] {
  const concerns = (name: Capability): boolean => from.includes(name) && !needed.includes(name);
  return [
    ...(concerns('NET_BIND_SERVICE') ? [portNote(settings.unprivilegedPortStart)] : []),
    ...(concerns('NET_RAW') ? [pingNote(settings.pingGroupRange)] : []),
  ];
}

function portNote(start: string | null): string {
  const setting = 'net.ipv4.ip_unprivileged_port_start';
  if (start === null)
    return `NET_BIND_SERVICE is not needed in these tests; ${setting} could not be read. ${PORTS_ELSEWHERE}`;
  const meaning = start === '0' ? 'any port may be bound without it' : `ports from ${start} on may be bound without it`;
  return `NET_BIND_SERVICE is not needed in these tests, where ${setting} is ${start}: ${meaning}. ${PORTS_ELSEWHERE}`;
}

const PORTS_ELSEWHERE =
  'On the host network, or on an engine that leaves the setting at 1024, a service that binds a lower port needs it.';

function pingNote(range: string | null): string {
  const setting = 'net.ipv4.ping_group_range';
  if (range === null) return `NET_RAW is not needed in these tests; ${setting} could not be read. ${PING_ELSEWHERE}`;
  const meaning =
    range === '1 0' ? 'nobody may ping without it' : `groups ${range.replace(' ', ' to ')} may ping without it`;
  return `NET_RAW is not needed in these tests, where ${setting} is ${range}: ${meaning}. ${PING_ELSEWHERE}`;
}

const PING_ELSEWHERE = 'Where the setting is "1 0", the kernel\'s own, a program that pings needs it.';
