/**
 * Every capability of Linux 6.x in bit order, without the `CAP_` prefix.
 * Source: https://github.com/torvalds/linux/blob/v6.12/include/uapi/linux/capability.h
 */
export const CAPABILITIES = [
  'CHOWN',
  'DAC_OVERRIDE',
  'DAC_READ_SEARCH',
  'FOWNER',
  'FSETID',
  'KILL',
  'SETGID',
  'SETUID',
  'SETPCAP',
  'LINUX_IMMUTABLE',
  'NET_BIND_SERVICE',
  'NET_BROADCAST',
  'NET_ADMIN',
  'NET_RAW',
  'IPC_LOCK',
  'IPC_OWNER',
  'SYS_MODULE',
  'SYS_RAWIO',
  'SYS_CHROOT',
  'SYS_PTRACE',
  'SYS_PACCT',
  'SYS_ADMIN',
  'SYS_BOOT',
  'SYS_NICE',
  'SYS_RESOURCE',
  'SYS_TIME',
  'SYS_TTY_CONFIG',
  'MKNOD',
  'LEASE',
  'AUDIT_WRITE',
  'AUDIT_CONTROL',
  'SETFCAP',
  'MAC_OVERRIDE',
  'MAC_ADMIN',
  'SYSLOG',
  'WAKE_ALARM',
  'BLOCK_SUSPEND',
  'AUDIT_READ',
  'PERFMON',
  'BPF',
  'CHECKPOINT_RESTORE',
] as const;

export type Capability = (typeof CAPABILITIES)[number];

/**
 * What Docker grants when nothing is said, in bit order.
 * Source: https://github.com/moby/moby/blob/v28.2.2/oci/caps/defaults.go
 */
export const DOCKER_DEFAULT_CAPABILITIES = [
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'SETGID',
  'SETUID',
  'SETPCAP',
  'NET_BIND_SERVICE',
  'NET_RAW',
  'SYS_CHROOT',
  'MKNOD',
  'AUDIT_WRITE',
  'SETFCAP',
] as const satisfies readonly Capability[];

/** The capability's number in the kernel, 0 to 40. */
export function capabilityBit(name: Capability): number {
  return CAPABILITIES.indexOf(name);
}

/** The capability a text names, as Docker reads it: any case, with or without `CAP_`. `null` for any other text, `ALL` too. */
export function parseCapability(text: string): Capability | null {
  const upper = text.toUpperCase();
  const bare = upper.startsWith('CAP_') ? upper.slice('CAP_'.length) : upper;
  return CAPABILITIES.find((name) => name === bare) ?? null;
}
