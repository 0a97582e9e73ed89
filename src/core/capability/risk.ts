import type { Capability } from './names.js';
import { CAPABILITY_RISKS } from './risk.generated.js';

/** What holding a capability comes to. `critical` ones come close to owning the host. */
export interface CapabilityRisk {
  readonly risk: 'critical' | 'high' | 'medium' | 'low';
  /** 10, 5, 2 or 1: what an unused one costs in the looseness score. */
  readonly weight: number;
  /** What it lets a process do, a phrase. */
  readonly reason: string;
}

/** How dangerous a capability is. Sources are in data/capability-risk.csv, row by row. */
export function capabilityRisk(name: Capability): CapabilityRisk {
  return CAPABILITY_RISKS[name];
}

/** The capabilities by falling weight, those of one weight in the given order. */
export function riskiestFirst(names: readonly Capability[]): readonly Capability[] {
  return [...names].sort((a, b) => capabilityRisk(b).weight - capabilityRisk(a).weight);
}
