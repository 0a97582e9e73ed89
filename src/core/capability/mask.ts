import { CAPABILITIES, capabilityBit, type Capability } from './names.js';

/** The bit set of some capabilities, as the kernel keeps it. */
export function maskOf(capabilities: Iterable<Capability>): bigint {
  let mask = 0n;
  for (const name of capabilities) mask |= 1n << BigInt(capabilityBit(name));
  return mask;
}

/** The capabilities of a bit set in bit order. Bits that no known capability has are left out. */
export function capabilitiesOf(mask: bigint): Capability[] {
  return CAPABILITIES.filter((_, bit) => (mask >> BigInt(bit)) & 1n);
}

/** A bit set from the hexadecimal text of `CapEff:` and its siblings in `/proc/<pid>/status`; `null` for other text. */
export function parseMask(hex: string): bigint | null {
  return /^[0-9a-f]{1,16}$/i.test(hex) ? BigInt(`0x${hex}`) : null;
}

/** The bit set as `/proc/<pid>/status` writes it: 16 lower-case hexadecimal digits. */
export function formatMask(mask: bigint): string {
  return mask.toString(16).padStart(16, '0');
}
