import { grantedCapabilities } from '../capability/grant.js';
import type { Capability } from '../capability/names.js';
import type { ConfinementChange } from './edit-confinement.js';
import type { RunOptions } from './policy.js';

/**
 * How `cap_add` and `cap_drop` have to change so that just these capabilities are granted: as little as possible, and by
 * dropping all where a default one has to go. Both `null` when nothing has to change.
 */
export function keepCapabilities(
  run: RunOptions,
  kept: readonly Capability[],
): Pick<ConfinementChange, 'capDrop' | 'capAdd'> {
  if (grants(run, kept)) return { capDrop: null, capAdd: null };
  const added = run.capAdd.filter((name) => name !== 'ALL' && kept.includes(name));
  if (grants({ ...run, capAdd: added }, kept)) return { capDrop: null, capAdd: added };
  return { capDrop: ['ALL'], capAdd: kept };
}

function grants(run: RunOptions, wanted: readonly Capability[]): boolean {
  const { bounding } = grantedCapabilities(run);
  return bounding.length === wanted.length && wanted.every((name) => bounding.includes(name));
}
