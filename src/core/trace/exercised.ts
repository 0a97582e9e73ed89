import type { Capability } from '../capability/names.js';
import type { CapabilityUse, KernelRecord } from './record.js';

/**
 * The checks that say something about the service's own capabilities. A success for one that it does not hold was made with
 * another's credentials (overlayfs acts with the mounter's). What is left can clear a grant as never asked for; it does not
 * prove a need, because the kernel asks for some capabilities just in case.
 * @param held what the service's processes are allowed to hold
 */
export function exercisedCapabilities(record: KernelRecord, held: ReadonlySet<Capability>): readonly CapabilityUse[] {
  return record.capabilities.filter(
    ({ phase, capability, outcome }) => phase === 'service' && (outcome === 'refused' || held.has(capability)),
  );
}
