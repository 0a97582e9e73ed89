import { grantedCapabilities, type EngineGrants } from '../capability/grant.js';
import { DOCKER_DEFAULT_CAPABILITIES } from '../capability/names.js';
import type { RunOptions } from '../policy/policy.js';
import { dockerDefault, engineDefault, type EngineVersion } from './docker-default.js';
import type { Filter } from './filter.js';
import type { Profile } from './profile.js';
import { resolve, type ResolveEnvironment } from './resolve.js';

/** A service's run options, the profile they name, and the machine. */
export interface FilterChoice {
  readonly run: RunOptions;
  /** `null` when it names none or it cannot be read. */
  readonly profile: Profile | null;
  readonly machine: Omit<ResolveEnvironment, 'capabilities'>;
  /** Whose default profile counts where a service names none. Absent: a current one's. */
  readonly engine?: EngineVersion | undefined;
  /** The default profile that the engine was seen to give to this service. Absent: it was not read. */
  readonly ownDefault?: Profile | undefined;
  readonly grants: EngineGrants;
}

/** The filters a service is judged by. Working them out takes a tenth of a second: once is enough. */
export interface ServiceFilters {
  /** What its container runs under; without seccomp one that lets everything through; `null` when its profile is not known. */
  readonly enforced: Filter | null;
  /** What Docker's current default would be for it. */
  readonly dockerDefault: Filter;
  /** Docker's current default with Docker's 14 capabilities: what looseness is measured against. */
  readonly reference: Filter;
}

/** Resolves what a service asks for and what it is compared with. */
export function serviceFilters(choice: FilterChoice): ServiceFilters {
  const { run, profile, machine, grants } = choice;
  const bounding = new Set(grantedCapabilities({ ...run, user: null }, grants).bounding);
  const asked = { ...machine, capabilities: bounding };
  const usual = { ...machine, capabilities: new Set(DOCKER_DEFAULT_CAPABILITIES) };
  const current = resolve(dockerDefault(), asked);
  return {
    enforced: profile === null ? withoutProfile(choice, current, asked) : resolve(profile, asked),
    dockerDefault: current,
    reference: resolve(dockerDefault(), usual),
  };
}

function withoutProfile(choice: FilterChoice, current: Filter, asked: ResolveEnvironment): Filter | null {
  switch (choice.run.seccomp.kind) {
    case 'default':
      return defaultOf(choice, current, asked);
    case 'unconfined':
      return resolve({ ...dockerDefault(), defaultAction: 'SCMP_ACT_ALLOW', rules: [] }, asked);
    case 'file':
      return null;
  }
}

function defaultOf({ engine, ownDefault }: FilterChoice, current: Filter, asked: ResolveEnvironment): Filter | null {
  if (ownDefault !== undefined) return resolve(ownDefault, asked);
  if (engine === undefined) return current;
  const known = engineDefault(engine);
  return known === null ? null : resolve(known.profile, asked);
}
