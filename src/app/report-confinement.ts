import type { GrantedCapabilities } from '../core/capability/grant.js';
import { contextOf } from '../core/lint/context.js';
import type { Service } from '../core/policy/policy.js';
import type { CapabilityReport, SeccompReport } from '../core/result.js';
import { countAllowed } from '../core/seccomp/allowed.js';
import { filterOf } from './judge-fit.js';
import type { JudgedMachine } from './judged-machine.js';
import { lintSubject } from './lint-subject.js';
import type { LoadedService } from './load.js';

/** What was asked for and what it comes to, for the result. */
export function reportCapabilities({ run }: Service, granted: GrantedCapabilities): CapabilityReport {
  const dropped = run.capDrop.map((name) => `-${name}`);
  const added = run.capAdd.map((name) => `+${name}`);
  return { requested: [...dropped, ...added], bounding: granted.bounding, effective: granted.effective };
}

/** Which filter a service runs under on this machine, for the result. */
export function reportSeccomp(part: LoadedService, machine: JudgedMachine): SeccompReport {
  const { seccomp } = part.service.run;
  const source = seccomp.kind === 'file' ? seccomp.path : seccomp.kind;
  const sha256 = part.profile?.sha256 ?? null;
  const { dockerDefault } = contextOf(lintSubject(part, machine, null));
  const filter = filterOf(part, machine);
  if (filter === null) return { source, sha256, allowed: null };
  return { source, sha256, allowed: { ...countAllowed(filter), dockerDefault: countAllowed(dockerDefault).always } };
}
