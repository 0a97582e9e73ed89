import { grantedCapabilities } from '../capability/grant.js';
import { dockerDefault } from '../seccomp/docker-default.js';
import { resolve } from '../seccomp/resolve.js';
import type { LintContext, LintSubject } from './rule.js';
import { startUser } from './start-user.js';

/** Works out once what the rules look at. An unknown user counts as root. */
export function contextOf(subject: LintSubject): LintContext {
  const { service, profile } = subject;
  const { machine, allCapabilities, ...environment } = subject.environment;
  const user = startUser(subject);
  const capabilities = grantedCapabilities({ ...service.run, user: user.name }, allCapabilities);
  const resolved = { ...environment, arch: machine, capabilities: new Set(capabilities.bounding) };
  return {
    ...subject,
    user,
    capabilities,
    confined: profile === null ? null : { profile, filter: resolve(profile, resolved) },
    dockerDefault: resolve(dockerDefault(), resolved),
  };
}
