import { RUNTIME_BASES } from './runtime-base.generated.js';
import { compareRuntimeVersions, parseRuntimeVersion } from './runtime-version.js';

/** What one version of a container runtime calls under the filter before it starts the container's command. */
export interface RuntimeBase {
  readonly runtime: string;
  readonly version: string;
  /** What it was measured with; `null`: without no-new-privileges, which needs most. */
  readonly noNewPrivileges: boolean | null;
  readonly calls: readonly string[];
  /** Those of `calls` that some starts did without. */
  readonly sometimes: readonly string[];
}

/** Calls that no profile may lack, whatever the service does: without them the container does not start, or not always. */
export interface RuntimeFloor {
  /** Sorted. */
  readonly calls: readonly string[];
  /** `exact`: measured on this version; `nearest`: on another one; `common`: what every known runtime needs. */
  readonly basis: 'exact' | 'nearest' | 'common';
  /** Where the calls come from, one sentence. */
  readonly statement: string;
}

/** The runtime that starts the container, as the engine tells it; version empty when unknown. */
export interface RuntimeName {
  readonly name: string;
  readonly version: string;
}

export interface RuntimeChoice extends RuntimeName {
  readonly noNewPrivileges: boolean;
}

/**
 * With these a program learns who it is. A service that is refused them may take itself for unprivileged and keep the
 * privileges it would have dropped: nginx without geteuid leaves its workers root. So they are never excess.
 */
export const IDENTITY_GETTERS: readonly string[] = [
  'getegid',
  'geteuid',
  'getgid',
  'getgroups',
  'getresgid',
  'getresuid',
  'getuid',
];

/**
 * The calls frozen for a runtime: of the nearest known version at or below, else of the oldest. A version that cannot be read
 * counts as the newest. With no-new-privileges the filter is loaded last, and what is called only before then is left out.
 * Sources are in data/runtime-base.csv, row by row.
 */
export function runtimeFloor(runtime: RuntimeChoice): RuntimeFloor {
  const known = RUNTIME_BASES.filter((base) => base.runtime === runtime.name && fits(base, runtime)).sort(olderFirst);
  const oldest = known[0];
  const newest = known.at(-1);
  if (oldest === undefined || newest === undefined) return commonFloor(runtime);
  const version = parseRuntimeVersion(runtime.version);
  if (version === null) return floorOf(newest, runtime, `the version of ${runtime.name} is not known`);
  const base = known.findLast((candidate) => compareRuntimeVersions(versionOf(candidate), version) <= 0) ?? oldest;
  if (compareRuntimeVersions(versionOf(base), version) === 0) return floorOf(base, runtime, null);
  return floorOf(base, runtime, `${runtime.name} ${runtime.version} was not measured`);
}

function fits({ noNewPrivileges }: RuntimeBase, runtime: RuntimeChoice): boolean {
  return noNewPrivileges === null || noNewPrivileges === runtime.noNewPrivileges;
}

function versionOf({ version }: RuntimeBase): NonNullable<ReturnType<typeof parseRuntimeVersion>> {
  return parseRuntimeVersion(version) ?? { major: 0, minor: 0, patch: 0, candidate: 0 };
}

function olderFirst(a: RuntimeBase, b: RuntimeBase): number {
  return compareRuntimeVersions(versionOf(a), versionOf(b));
}

/** @param doubt why it is not the version asked for, `null` when it is */
function floorOf(base: RuntimeBase, { noNewPrivileges }: RuntimeChoice, doubt: string | null): RuntimeFloor {
  const before = noNewPrivileges && base.noNewPrivileges === null ? calledBeforeTheFilter() : new Set<string>();
  const source = `what ${base.runtime} ${base.version} calls ${noNewPrivileges ? 'with' : 'without'} no-new-privileges`;
  return {
    calls: base.calls.filter((call) => !before.has(call)).sort(),
    basis: doubt === null ? 'exact' : 'nearest',
    statement: doubt === null ? source : `${source}, because ${doubt}`,
  };
}

/** What is called under the filter only without no-new-privileges, from the version measured with and without. */
function calledBeforeTheFilter(): ReadonlySet<string> {
  const without = RUNTIME_BASES.find(({ noNewPrivileges }) => noNewPrivileges === false);
  const kept = RUNTIME_BASES.find(({ noNewPrivileges }) => noNewPrivileges === true)?.calls ?? [];
  return new Set(without?.calls.filter((call) => !kept.includes(call)));
}

function commonFloor({ name }: RuntimeChoice): RuntimeFloor {
  return {
    calls: sharedBy(RUNTIME_BASES.map(({ calls }) => calls)),
    basis: 'common',
    statement: `what every measured runtime calls, because "${name}" was not measured`,
  };
}

/** The calls of a runtime's floor without which a container of this very version was seen not to start, each on its own. */
export function provenFloor({ name, version, noNewPrivileges }: RuntimeChoice): readonly string[] {
  const asked = parseRuntimeVersion(version);
  const base = RUNTIME_BASES.find(
    (candidate) =>
      candidate.runtime === name &&
      candidate.noNewPrivileges === noNewPrivileges &&
      asked !== null &&
      compareRuntimeVersions(versionOf(candidate), asked) === 0,
  );
  return base === undefined ? [] : base.calls.filter((call) => !base.sometimes.includes(call));
}

/** What every measured version of runc calls: all that can be said where no engine was asked. */
export function commonRuncFloor(noNewPrivileges: boolean): RuntimeFloor {
  const bases = RUNTIME_BASES.filter(({ runtime }) => runtime === 'runc');
  const floors = bases
    .filter((base) => base.noNewPrivileges === null || base.noNewPrivileges === noNewPrivileges)
    .map((base) => floorOf(base, { name: 'runc', version: base.version, noNewPrivileges }, null).calls);
  const statement = `what every measured runc calls ${noNewPrivileges ? 'with' : 'without'} no-new-privileges`;
  return { calls: sharedBy(floors), basis: 'common', statement };
}

function sharedBy([first, ...others]: readonly (readonly string[])[]): readonly string[] {
  return (first ?? []).filter((call) => others.every((calls) => calls.includes(call))).sort();
}
