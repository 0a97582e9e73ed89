import type { EngineGrants, GrantedCapabilities } from '../capability/grant.js';
import type { Location } from '../finding.js';
import type { Fix } from '../fix.js';
import type { DockerfileFacts } from '../image/dockerfile.js';
import type { Service } from '../policy/policy.js';
import type { RuntimeName } from '../fit/runtime-floor.js';
import type { RuleId } from '../rules.js';
import type { Machine } from '../seccomp/arch.js';
import type { EngineVersion } from '../seccomp/docker-default.js';
import type { Filter } from '../seccomp/filter.js';
import type { Profile } from '../seccomp/profile.js';
import type { ResolveEnvironment } from '../seccomp/resolve.js';
import type { Severity } from '../severity.js';
import type { StandardId } from '../standards/standard.js';

/** A service and all that can be known about its confinement without running it. */
export interface LintSubject {
  readonly service: Service;
  /** The profile its policy names; `null` when it names none or it cannot be read. */
  readonly profile: Profile | null;
  /** What its Dockerfile says; `null` without one. */
  readonly dockerfile: DockerfileFacts | null;
  /** The image's user as the engine tells it, empty for root; `null` when no engine was asked. */
  readonly imageUser: string | null;
  readonly environment: LintEnvironment;
}

/** The engine a service is judged for. */
export interface LintEnvironment extends Omit<ResolveEnvironment, 'arch' | 'capabilities'>, EngineGrants {
  readonly machine: Machine;
  /** The engine's version, where it is Docker's. Absent: not known. */
  readonly engine?: EngineVersion | undefined;
  /** What starts the container. Absent: not known. */
  readonly runtime?: RuntimeName;
  /** The default profile that the engine was seen to give to this service. Absent: it was not read. */
  readonly ownDefault?: Profile | undefined;
  /** Whether a container was seen to start under the profile here. Absent: not tried. */
  readonly started?: boolean;
}

/** A subject with what every rule would have to work out again. */
export interface LintContext extends LintSubject {
  /** Who the service starts as. */
  readonly user: StartUser;
  readonly capabilities: GrantedCapabilities;
  /** The profile and what becomes of it here; `null` as `profile` is. */
  readonly confined: ResolvedProfile | null;
  /** What Docker's current default profile would be for this service. */
  readonly dockerDefault: Filter;
  /** What its container runs under; `null` when its profile is not known. */
  readonly enforced: Filter | null;
}

export interface ResolvedProfile {
  readonly profile: Profile;
  readonly filter: Filter;
}

export interface StartUser {
  /** As Docker takes it, empty for root; `null` when nothing at hand tells. */
  readonly name: string | null;
  readonly source: 'policy' | 'image' | 'base image';
  readonly location: Location;
}

/** What a rule saw; `lintService` makes a finding of it. */
export interface Observation {
  /** Unless the rule's own. */
  readonly severity?: Severity;
  readonly message: string;
  readonly advice: string;
  readonly location: Location;
  readonly grants?: readonly string[];
  /** Where the change is mechanical. */
  readonly fix?: Fix;
}

export interface LintRule {
  readonly id: RuleId;
  /** It only says what one of these standards asks for, and is silent where none of them is chosen. Absent: it always counts. */
  readonly onlyFor?: readonly StandardId[];
  readonly check: (context: LintContext) => readonly Observation[];
}
