import { CAPABILITIES, DOCKER_DEFAULT_CAPABILITIES, type Capability } from './names.js';

/** What a container's options say about capabilities; a service's run options fit as they are. */
export interface CapabilityDeclaration {
  readonly capAdd: readonly (Capability | 'ALL')[];
  readonly capDrop: readonly (Capability | 'ALL')[];
  /** As Docker takes it (`uid[:gid]` or a name), the image's own where the run says nothing; `null` or empty: root. */
  readonly user: string | null;
  readonly noNewPrivileges: boolean;
}

/** What an engine's capabilities are worked out with. */
export interface EngineGrants {
  /** What it takes ALL for, see `capabilitiesOfAll`. */
  readonly allCapabilities: readonly Capability[];
  /** What a container has unless told otherwise. Absent: Docker's. */
  readonly usualCapabilities?: readonly Capability[];
  /**
   * Whether another user than root gets what is added, as ambient capabilities: Podman's way, measured with 5.4 and 5.8. Absent: no.
   * Source: https://github.com/containers/podman/blob/v5.4.2/pkg/specgen/generate/security_linux.go
   */
  readonly addedAreAmbient?: boolean;
}

const DOCKER_GRANTS: EngineGrants = { allCapabilities: CAPABILITIES };

/** What the container's first process has, each set in bit order. Docker leaves the inheritable and ambient sets empty. */
export interface GrantedCapabilities {
  /** The bounding set; also what a profile's `includes` and `excludes` are resolved with. */
  readonly bounding: readonly Capability[];
  /** The effective and permitted set: the bounding set for root, for any other user the ambient set. */
  readonly effective: readonly Capability[];
  /** What setuid programs and file capabilities can still bring: the effective set when they gain nothing. */
  readonly reachable: readonly Capability[];
}

/**
 * The capabilities an engine gives a container.
 * Sources: https://github.com/moby/moby/blob/v28.2.2/oci/caps/utils.go (TweakCapabilities) and
 * https://github.com/moby/moby/blob/v28.2.2/oci/oci.go (SetCapabilities);
 * https://github.com/containers/common/blob/v0.62.2/pkg/capabilities/capabilities.go (MergeCapabilities)
 */
export function grantedCapabilities(
  declaration: CapabilityDeclaration,
  engine: EngineGrants = DOCKER_GRANTS,
): GrantedCapabilities {
  const bounding = tweak(declaration, engine);
  const effective = isRoot(declaration.user) ? bounding : ambient(declaration, engine);
  return { bounding, effective, reachable: declaration.noNewPrivileges ? effective : bounding };
}

/**
 * What an engine takes ALL for. Before 23.0 it stops at AUDIT_READ; later it is the engine's own bounding set, so that an
 * engine that lacks a capability leaves it out silently. A capability outside of the list is refused when named.
 * Source: https://github.com/moby/moby/blob/v20.10.24/oci/caps/utils.go and
 * https://github.com/moby/moby/blob/v23.0.0/oci/caps/utils_linux.go
 */
export function capabilitiesOfAll(engineMajor: number, engineBounding: readonly Capability[]): readonly Capability[] {
  if (engineMajor >= FIRST_MAJOR_WITH_OWN_BOUNDING_SET) return inBitOrder(new Set(engineBounding));
  return CAPABILITIES.slice(0, CAPABILITIES.indexOf('AUDIT_READ') + 1);
}

const FIRST_MAJOR_WITH_OWN_BOUNDING_SET = 23;

/** Whether a container's user is root. A name other than `root` counts as another user: only the image knows its number. */
export function isRoot(user: string | null): boolean {
  const [name = ''] = (user ?? '').split(':');
  return name === '' || name === 'root' || /^0+$/.test(name);
}

/** ALL among the added wins over ALL among the dropped; a capability that is dropped and added is kept, except beside ALL. */
function tweak(
  { capAdd, capDrop }: CapabilityDeclaration,
  { allCapabilities, usualCapabilities = DOCKER_DEFAULT_CAPABILITIES }: EngineGrants,
): Capability[] {
  const dropped = new Set<string>(capDrop);
  const kept = (name: Capability): boolean => !dropped.has(name);
  if (capAdd.includes('ALL')) return allCapabilities.filter(kept);
  const base = dropped.has('ALL') ? [] : usualCapabilities.filter(kept);
  return inBitOrder(new Set<string>([...base, ...capAdd]));
}

function ambient({ capAdd }: CapabilityDeclaration, { allCapabilities, addedAreAmbient }: EngineGrants): Capability[] {
  if (addedAreAmbient !== true) return [];
  return capAdd.includes('ALL') ? [...allCapabilities] : inBitOrder(new Set<string>(capAdd));
}

function inBitOrder(names: ReadonlySet<string>): Capability[] {
  return CAPABILITIES.filter((name) => names.has(name));
}
