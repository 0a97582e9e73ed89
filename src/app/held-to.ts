import type { StandardId } from '../core/standards/standard.js';
import type { Loaded } from './load.js';

/** A loaded policy whose services are held to these standards beside the policy's own. */
export function heldTo(loaded: Loaded, standards: readonly StandardId[]): Loaded {
  if (standards.length === 0) return loaded;
  const services = loaded.services.map((part) => ({
    ...part,
    service: { ...part.service, standards: [...new Set([...part.service.standards, ...standards])] },
  }));
  return { ...loaded, services };
}
