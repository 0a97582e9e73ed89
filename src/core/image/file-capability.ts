import { capabilitiesOf } from '../capability/mask.js';
import type { Capability } from '../capability/names.js';

/** What a file's attribute `security.capability` brings whoever executes it. */
export interface FileCapabilities {
  /** In bit order. */
  readonly permitted: readonly Capability[];
  /** Kept only so far as the caller may inherit them. */
  readonly inheritable: readonly Capability[];
  /** Whether they are effective at once; execution then fails where one of them is not in the bounding set. */
  readonly effective: boolean;
  /** The user that counts as root for it; `null` before version 3: that of any user namespace. */
  readonly rootId: number | null;
}

const EFFECTIVE = 0x000001;

/** Bytes by version. */
const LENGTHS: ReadonlyMap<number, number> = new Map([
  [1, 12],
  [2, 20],
  [3, 24],
]);

/**
 * Reads the attribute; `null` for what the kernel would not take either.
 * Source: https://github.com/torvalds/linux/blob/v6.12/include/uapi/linux/capability.h (struct vfs_ns_cap_data)
 */
export function fileCapabilities(value: Uint8Array): FileCapabilities | null {
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
  if (value.length < 4) return null;
  const magic = view.getUint32(0, true);
  const version = magic >>> 24;
  if (LENGTHS.get(version) !== value.length) return null;
  const words = [4, 8, 12, 16].map((at) => (at + 4 <= value.length ? BigInt(view.getUint32(at, true)) : 0n));
  const [permittedLow = 0n, inheritableLow = 0n, permittedHigh = 0n, inheritableHigh = 0n] = words;
  return {
    permitted: capabilitiesOf(permittedLow | (permittedHigh << 32n)),
    inheritable: capabilitiesOf(inheritableLow | (inheritableHigh << 32n)),
    effective: (magic & EFFECTIVE) !== 0,
    rootId: version === 3 ? view.getUint32(20, true) : null,
  };
}
