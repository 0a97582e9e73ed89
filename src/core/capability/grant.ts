import { CAPABILITIES, DOCKER_DEFAULT_CAPABILITIES, type Capability } from './names.js';

/** What a container's options say about capabilities; a service's run options fit as they are. */
export interface CapabilityDeclaration {
  readonly capAdd: readonly (Capability | 'ALL')[];
  readonly capDrop: readonly (Capability | 'ALL')[];
  /** As Docker takes it (`uid[:gid]` or a name), the image's own where the run says nothing; `null` or empty: root. */
  readonly user: string | null;
  readonly noNewPrivileges: boolean;
}

/** What the container's first process has, each set in bit order. The inheritable and ambient sets are empty. */
export interface GrantedCapabilities {
  /** The bounding set; also what a profile's `includes` and `excludes` are resolved with. */
  readonly bounding: readonly Capability[];
  /** The effective and permitted set: the bounding set for root, empty for any other user. */
  readonly effective: readonly Capability[];
  /** What setuid programs and file capabilities can still bring: the effective set when they gain nothing. */
  readonly reachable: readonly Capability[];
}

/**
 * The capabilities Docker gives a container.
 * `all` is what the engine takes ALL for, see `capabilitiesOfAll`.
 * Sources: https://github.com/moby/moby/blob/v28.2.2/oci/caps/utils.go (TweakCapabilities) and
 * https://github.com/moby/moby/blob/v28.2.2/oci/oci.go (SetCapabilities)
 */
export function grantedCapabilities(
  declaration: CapabilityDeclaration,
  all: readonly Capability[] = CAPABILITIES,
): GrantedCapabilities {
  const bounding = tweak(declaration, all);
  const effective = isRoot(declaration.user) ? bounding : [];
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
function tweak({ capAdd, capDrop }: CapabilityDeclaration, all: readonly Capability[]): Capability[] {
  const dropped = new Set<string>(capDrop);
  const kept = (name: Capability): boolean => !dropped.has(name);
  if (capAdd.includes('ALL')) return all.filter(kept);
  const base = dropped.has('ALL') ? [] : DOCKER_DEFAULT_CAPABILITIES.filter(kept);
  return inBitOrder(new Set<string>([...base, ...capAdd]));
}

function inBitOrder(names: ReadonlySet<string>): Capability[] {
  return CAPABILITIES.filter((name) => names.has(name));
}
