import type { LintContext, LintRule, Observation } from '../rule.js';

export const PRIVILEGED_FILE_MADE: LintRule = { id: 'privileged-file-made', check: privilegedFileMade };

function privilegedFileMade({ dockerfile, service }: LintContext): readonly Observation[] {
  const { noNewPrivileges } = service.run;
  const effect = noNewPrivileges
    ? 'no-new-privileges takes that away, so it serves nothing here'
    : 'no-new-privileges is off, so any process of the container can come to it';
  return (dockerfile?.hazards ?? [])
    .filter(({ kind }) => kind === 'privileged')
    .map(({ words, location }) => ({
      severity: noNewPrivileges ? 'note' : 'warning',
      message: `"${words}" makes a program that brings whoever executes it more privilege: ${effect}`,
      advice: noNewPrivileges
        ? 'Leave it out.'
        : 'Leave it out and grant the service itself what it needs, or add "no-new-privileges:true" to security_opt.',
      location,
      grants: ['no-new-privileges'],
    }));
}
