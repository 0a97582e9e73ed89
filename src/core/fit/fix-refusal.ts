import type { Fixable, FixableService } from './fixable.js';

/** Why a result is no ground to remove anything from these files; `null` when it is. Foreign text. */
export function refuseToFix(fixable: Fixable): string | null {
  const { result, policy, sha256, services } = fixable;
  if (result.run.mode === 'lint') return `the result is of tightfit lint, which runs nothing. ${RECHECK}`;
  if (result.policy.sha256 !== sha256) return changed(policy.file);
  return services.map((name) => refuseService(fixable, name)).find((reason) => reason !== null) ?? null;
}

const RECHECK = 'Run tightfit fix without --result: it checks first.';

function changed(file: string): string {
  return `${file} has changed since the result was made, so what it says may no longer hold. ${RECHECK}`;
}

function refuseService({ result, policy, profiles }: Fixable, name: string): string | null {
  const service = result.services.find((one) => one.name === name);
  if (service === undefined) return `the result does not judge the service "${name}". ${RECHECK}`;
  const reason = unsure(service);
  if (reason !== null) return `${reason}: nothing can be removed safely. See what tightfit check ${policy.file} says.`;
  const profile = profiles.get(name);
  return profile === undefined || profile.sha256 === service.seccomp.sha256 ? null : changed(profile.file);
}

function unsure({ name, verdict }: FixableService): string | null {
  if (verdict === 'broken')
    return `the service "${name}" is broken as declared, so that its tests do not show what it uses`;
  return verdict === 'unjudged' ? `the service "${name}" is unjudged` : null;
}
