import type { GrantedCapabilities } from '../core/capability/grant.js';
import type { Service } from '../core/policy/policy.js';
import type { CapabilityReport, SeccompReport } from '../core/result.js';
import { countAllowed } from '../core/seccomp/allowed.js';
import { compareProfile } from '../core/seccomp/comparison.js';
import type { ServiceFilters } from '../core/seccomp/service-filters.js';
import type { LoadedService } from './load.js';

/** What was asked for and what it comes to, for the result. */
export function reportCapabilities({ run }: Service, granted: GrantedCapabilities): CapabilityReport {
  const dropped = run.capDrop.map((name) => `-${name}`);
  const added = run.capAdd.map((name) => `+${name}`);
  return { requested: [...dropped, ...added], bounding: granted.bounding, effective: granted.effective };
}

/** Which filter a service runs under, for the result. */
export function reportSeccomp(part: LoadedService, { enforced, dockerDefault }: ServiceFilters): SeccompReport {
  const { seccomp } = part.service.run;
  const source = seccomp.kind === 'file' ? seccomp.path : seccomp.kind;
  const sha256 = part.profile?.sha256 ?? null;
  if (enforced === null) return { source, sha256, allowed: null };
  const allowed = { ...countAllowed(enforced), dockerDefault: countAllowed(dockerDefault).always };
  if (part.profile === null) return { source, sha256, allowed };
  return { source, sha256, allowed, compared: compareProfile(part.profile.profile, enforced, dockerDefault) };
}
