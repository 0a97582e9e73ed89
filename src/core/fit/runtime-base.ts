import { RUNTIME_BASES } from './runtime-base.generated.js';
import { compareRuntimeVersions, parseRuntimeVersion, type RuntimeVersion } from './runtime-version.js';

/** What a refused call fails with: as Docker's default profile answers, and as a kernel without the call does. */
export type RefusalErrno = 'EPERM' | 'ENOSYS';

/** A call that a runtime makes between loading the filter and starting a program, and cannot do without. */
export interface RuntimeNeed {
  readonly call: string;
  /** The answers with which a start or an exec was seen to fail. */
  readonly dies: readonly RefusalErrno[];
  /** The answers that were not seen, or that it survives only while other calls are allowed that it can do without. */
  readonly doubtful: readonly RefusalErrno[];
}

/** What one version of a container runtime needs. */
export interface RuntimeBase {
  readonly runtime: string;
  readonly version: string;
  readonly noNewPrivileges: boolean;
  /** Measured by scripts/floors.mjs; otherwise recorded by others, who did not refuse anything. */
  readonly measured: boolean;
  /** By name. */
  readonly needs: readonly RuntimeNeed[];
}

/** The known versions of a runtime, oldest first. */
export function knownBases(runtime: string, noNewPrivileges: boolean): readonly RuntimeBase[] {
  return RUNTIME_BASES.filter((base) => base.runtime === runtime && base.noNewPrivileges === noNewPrivileges).sort(
    (a, b) => compareRuntimeVersions(versionOf(a), versionOf(b)),
  );
}

/** The known version that a text names; without it the nearest ones below and above; the newest for a text that names none. */
export function nearestBases(known: readonly RuntimeBase[], version: string): readonly RuntimeBase[] {
  const asked = parseRuntimeVersion(version);
  const last = known.slice(-1);
  if (asked === null) return last;
  const exact = known.filter((base) => compareRuntimeVersions(versionOf(base), asked) === 0);
  if (exact.length > 0) return exact;
  const above = known.findIndex((base) => compareRuntimeVersions(versionOf(base), asked) > 0);
  return above === -1 ? last : known.slice(Math.max(0, above - 1), above + 1);
}

/** `runc 1.3.6` */
export function nameOf({ runtime, version }: Pick<RuntimeBase, 'runtime' | 'version'>): string {
  return `${runtime} ${version}`;
}

/** The version of a row of the table, which always names one. */
export function versionOf({ version }: Pick<RuntimeBase, 'version'>): RuntimeVersion {
  return parseRuntimeVersion(version) ?? { major: 0, minor: 0, patch: 0, candidate: 0 };
}
