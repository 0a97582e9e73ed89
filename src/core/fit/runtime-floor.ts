import { syscallRisk } from '../seccomp/risk.js';
import { knownBases, nameOf, nearestBases, versionOf, type RefusalErrno, type RuntimeBase } from './runtime-base.js';
import { basesIn, runtimeRangeText, type RuntimeRange } from './runtime-range.js';
import { compareRuntimeVersions, parseRuntimeVersion } from './runtime-version.js';

/** Calls that no profile may lack, whatever the service does: without them the container does not start, or not always. */
export interface RuntimeFloor {
  /** What has to be allowed, because a refusal with ENOSYS is not known to be survived. Sorted. */
  readonly calls: readonly string[];
  /** `exact`: measured on these versions; `nearest`: on others; `common`: what every known runtime needs. */
  readonly basis: 'exact' | 'nearest' | 'common';
  /** Where the calls come from, one sentence. */
  readonly statement: string;
  /** Each call that must not be refused with one of the answers, and who needs it; by name. A call of `calls` is one of them. */
  readonly needs: readonly FloorNeed[];
}

export interface FloorNeed {
  readonly call: string;
  /** What it must not be refused with. */
  readonly answers: readonly RefusalErrno[];
  /** The versions that need it, oldest first. */
  readonly runtimes: readonly string[];
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

/** What a floor is asked for. */
export interface FloorRequest {
  /** The runtime of the engine at hand; absent without one. */
  readonly engine?: RuntimeName | undefined;
  /** What the policy is to run on beside it. */
  readonly runtimes: readonly RuntimeRange[];
  readonly noNewPrivileges: boolean;
}

/** What the engine's runtime needs, and all that the policy is to run on. */
export function commonFloor({ engine, runtimes, noNewPrivileges }: FloorRequest): RuntimeFloor {
  const own = engine === undefined ? [] : [runtimeFloor({ ...engine, noNewPrivileges })];
  const others = rangesFloor(runtimes, noNewPrivileges);
  const floors = [...own, others];
  const needs = mergeNeeds(floors.flatMap((floor) => floor.needs));
  return {
    calls: callsOf(needs),
    basis: floors.every(({ basis }) => basis === 'exact') ? 'exact' : 'nearest',
    statement: floors.map(({ statement }) => statement).join('; '),
    needs,
  };
}

/** What the runtimes need that a policy is to run on. */
export function rangesFloor(ranges: readonly RuntimeRange[], noNewPrivileges: boolean): RuntimeFloor {
  const bases = [...new Set(ranges.flatMap((range) => basesIn(range, noNewPrivileges)))];
  const needs = needsOf(bases);
  return {
    calls: callsOf(needs),
    basis: bases.every(({ measured }) => measured) ? 'exact' : 'nearest',
    statement: `what ${ranges.map(runtimeRangeText).join(', ')} need ${privilegeWords(noNewPrivileges)}, measured on ${bases.map(nameOf).join(', ')}`,
    needs,
  };
}

/**
 * What one runtime needs. A version that was not measured is taken to need what its neighbours need; one that cannot be read, what
 * the newest does. Sources are in data/runtime-base.csv, row by row.
 */
export function runtimeFloor(runtime: RuntimeChoice): RuntimeFloor {
  const { name, version, noNewPrivileges } = runtime;
  const known = knownBases(name, noNewPrivileges);
  if (known.length === 0) return sharedFloor(runtime);
  const bases = nearestBases(known, version);
  const doubt = doubtOf(runtime, bases);
  const needs = needsOf(bases);
  const source = `what ${bases.map(nameOf).join(' and ')} ${bases.length === 1 ? 'needs' : 'need'} ${privilegeWords(noNewPrivileges)}`;
  return {
    calls: callsOf(needs),
    basis: doubt === null ? 'exact' : 'nearest',
    statement: doubt === null ? source : `${source}, because ${doubt}`,
    needs,
  };
}

/** Why the bases are not the version that was asked for; `null` when they are. */
function doubtOf({ name, version }: RuntimeName, bases: readonly RuntimeBase[]): string | null {
  const asked = parseRuntimeVersion(version);
  if (asked === null) return `the version of ${name} is not known`;
  const [only] = bases;
  const isIt = only !== undefined && compareRuntimeVersions(versionOf(only), asked) === 0;
  return isIt ? null : `${name} ${version} was not measured`;
}

function sharedFloor({ name, noNewPrivileges }: RuntimeChoice): RuntimeFloor {
  const bases = ['runc', 'crun'].flatMap((known) => knownBases(known, noNewPrivileges));
  const needs = needsOf(bases).filter(({ runtimes }) => runtimes.length === bases.length);
  const statement = `what every measured runtime needs ${privilegeWords(noNewPrivileges)}, because "${name}" was not measured`;
  return { calls: callsOf(needs), basis: 'common', statement, needs };
}

/** Whether a container of this very version was seen not to start, or an exec in it to fail, when a call was refused so. */
export function diesOf(runtime: RuntimeChoice, call: string, answer: RefusalErrno): boolean {
  const bases = nearestBases(knownBases(runtime.name, runtime.noNewPrivileges), runtime.version);
  if (doubtOf(runtime, bases) !== null) return false;
  return bases.some(({ needs }) => needs.some((need) => need.call === call && need.dies.includes(answer)));
}

function needsOf(bases: readonly RuntimeBase[]): readonly FloorNeed[] {
  return mergeNeeds(
    bases.flatMap((base) =>
      base.needs
        .filter(({ call }) => !isRefusedByDefault(call))
        .map(({ call, dies, doubtful }) => ({
          call,
          answers: [...dies, ...doubtful],
          runtimes: [nameOf(base)],
        })),
    ),
  );
}

/** Containers start under Docker's default profile, so nothing that it refuses is needed. */
function isRefusedByDefault(call: string): boolean {
  return syscallRisk(call)?.tier === 'T3';
}

function mergeNeeds(needs: readonly FloorNeed[]): readonly FloorNeed[] {
  const names = [...new Set(needs.map(({ call }) => call))].sort();
  return names.map((call) => {
    const own = needs.filter((need) => need.call === call);
    return {
      call,
      answers: ANSWERS.filter((answer) => own.some(({ answers }) => answers.includes(answer))),
      runtimes: [...new Set(own.flatMap(({ runtimes }) => runtimes))],
    };
  });
}

const ANSWERS: readonly RefusalErrno[] = ['EPERM', 'ENOSYS'];

function callsOf(needs: readonly FloorNeed[]): readonly string[] {
  return needs.filter(({ answers }) => answers.includes('ENOSYS')).map(({ call }) => call);
}

function privilegeWords(noNewPrivileges: boolean): string {
  return noNewPrivileges ? 'with no-new-privileges' : 'without no-new-privileges';
}
