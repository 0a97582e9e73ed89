import type { Capability } from './capability/names.js';
import type { Finding } from './finding.js';
import type { MinimizeReport } from './fit/minimize-report.js';
import type { LoosenessReport, SyscallReport } from './fit/syscall-report.js';
import type { AppliedSetting } from './govern.js';
import type { ImageContents } from './image/contents.js';
import type { BaselineComparison } from './regression/baseline.js';
import type { ProfileComparison } from './seccomp/comparison.js';
import type { Shard } from './shard/shard.js';
import type { ReachReport } from './reach/reach-report.js';
import type { ExerciseResult } from './smoke/outcome.js';
import type { StandardReport } from './standards/judge-standard.js';
import type { Verdict } from './verdict.js';

/** One check, as written to `tightfit.json`: every report is a view of this value. Plain JSON; schema: result.schema.json. */
export interface CheckResult {
  readonly version: 1;
  readonly tool: { readonly name: 'tightfit'; readonly version: string };
  readonly run: RunFacts;
  readonly policy: { readonly file: string; readonly sha256: string | null };
  /** `null` when no engine was asked, as in `lint`. */
  readonly environment: EnvironmentFacts | null;
  readonly verdict: Verdict;
  readonly services: readonly ServiceResult[];
  /** Sorted by place and rule. */
  readonly findings: readonly Finding[];
  /** How many there are in all; more than `findings.length` when a broken policy has more mistakes than are listed. */
  readonly findingCount: number;
  /** Rules that the policy sets, with its reasons. Absent: none. */
  readonly settings?: readonly AppliedSetting[];
  /** How the services stand to the chosen standards. Absent: none was chosen. */
  readonly standards?: readonly StandardReport[];
  /** How the run differs from an earlier one. Absent: none was given. */
  readonly baseline?: BaselineComparison;
}

export interface RunFacts {
  readonly id: string;
  readonly mode: 'check' | 'lint' | 'minimize';
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Milliseconds. */
  readonly duration: number;
  /** The part that this is of a run on several machines; `null`: the whole. */
  readonly shard: Shard | null;
  /** Names of the services that the run is about, shards together: all of the policy's, or those that were asked for. In its order. */
  readonly services: readonly string[];
}

/** On what the statements hold. */
export interface EnvironmentFacts {
  readonly engine: string;
  readonly runtime: string;
  readonly kernel: string;
  readonly arch: string;
  readonly operatingSystem: string;
  readonly cgroupVersion: '1' | '2';
}

export interface ServiceResult {
  readonly name: string;
  readonly verdict: Verdict;
  /** 0 exact fit, 100 as loose as Docker's current default; `null` when use was not recorded. */
  readonly looseness: number | null;
  readonly image: { readonly reference: string; readonly id: string } | null;
  readonly capabilities: CapabilityReport;
  readonly seccomp: SeccompReport;
  /** How the filter fits what the service did; `null` when it was not run. */
  readonly syscalls: SyscallReport | null;
  /** What the looseness is made of; `null` when it was not run. */
  readonly fit: LoosenessReport | null;
  /** One row a capability that the service was granted. */
  readonly grants: readonly GrantRow[];
  /** The run as declared; `null` when it never came to that. */
  readonly declared: ExerciseResult | null;
  /** The same image under engine defaults; `null` when there was no need. */
  readonly control: ExerciseResult | null;
  readonly trials: readonly Trial[];
  /** What is in its image; `null` when that was not read. */
  readonly contents: ImageContents | null;
  /** What of the excess its programs can make at all; `null` unless that was asked for and its use was recorded. */
  readonly reach: ReachReport | null;
  /** `null` unless the service was run without each of its grants, as `minimize` does. */
  readonly minimize: MinimizeReport | null;
}

/** Three different things that `cap_add` and `cap_drop` lead to. */
export interface CapabilityReport {
  /** As written, e.g. `+SETUID`, `-ALL`. */
  readonly requested: readonly string[];
  readonly bounding: readonly Capability[];
  /** Of the container's first process; empty for a user other than root. */
  readonly effective: readonly Capability[];
}

export interface SeccompReport {
  /** `default`, `unconfined` or the profile's path. */
  readonly source: string;
  /** Lower-case hexadecimal; `null` unless it is a file. */
  readonly sha256: string | null;
  /** Syscalls of the engine's architecture; `null` when the filter is not known. */
  readonly allowed: { readonly always: number; readonly conditionally: number; readonly dockerDefault: number } | null;
  /** With Docker's current default for this service. Absent: the service names no profile of its own, or it is not known. */
  readonly compared?: ProfileComparison;
}

export type GrantState = 'needed' | 'unused' | 'excepted' | 'untried';

export interface GrantRow {
  readonly kind: 'capability';
  readonly name: Capability;
  readonly state: GrantState;
  /** What shows it, one sentence: `without it: test "fetch" failed`. May hold foreign text. */
  readonly evidence: string;
}

/** One run without some grants. */
export interface Trial {
  readonly without: readonly Capability[];
  /** Capabilities it ran with. */
  readonly kept: readonly Capability[];
  readonly works: boolean;
  /** The first step that failed, with what was seen; empty when it works. Holds foreign text. */
  readonly failure: string;
  /** Milliseconds. */
  readonly duration: number;
}
