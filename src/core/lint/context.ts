import { grantedCapabilities } from '../capability/grant.js';
import { serviceFilters, type ServiceFilters } from '../seccomp/service-filters.js';
import type { LintContext, LintSubject } from './rule.js';
import { startUser } from './start-user.js';

/** Works out once what the rules look at. An unknown user counts as root. */
export function contextOf(subject: LintSubject, filters: ServiceFilters = filtersOf(subject)): LintContext {
  const { service, profile, environment } = subject;
  const { enforced, dockerDefault } = filters;
  const user = startUser(subject);
  return {
    ...subject,
    user,
    capabilities: grantedCapabilities({ ...service.run, user: user.name }, environment),
    confined: profile === null || enforced === null ? null : { profile, filter: enforced },
    dockerDefault,
    enforced,
  };
}

/** The filters a subject is judged by. */
export function filtersOf({ service, profile, environment }: LintSubject): ServiceFilters {
  const { machine, engine, ownDefault, ...rest } = environment;
  return serviceFilters({
    run: service.run,
    profile,
    machine: { ...rest, arch: machine },
    grants: environment,
    engine,
    ownDefault,
  });
}
