import type { Policy } from '../policy/policy.js';
import type { CheckResult, GrantRow, SeccompReport, ServiceResult } from '../result.js';
import type { SyscallRow } from './syscall-report.js';

/** What of a result decides what may be removed. */
export interface FixableResult {
  readonly run: Pick<CheckResult['run'], 'mode'>;
  readonly policy: Pick<CheckResult['policy'], 'sha256'>;
  /** Go's name of the architecture; `null` when no engine was asked. */
  readonly environment: { readonly arch: string } | null;
  readonly services: readonly FixableService[];
}

export type FixableService = Pick<ServiceResult, 'name' | 'verdict'> & {
  readonly seccomp: Pick<SeccompReport, 'source' | 'sha256'>;
  readonly grants: readonly Pick<GrantRow, 'name' | 'state'>[];
  /** `null` when it was not run. */
  readonly syscalls: { readonly rows: readonly Pick<SyscallRow, 'name' | 'state'>[] } | null;
};

/** A policy with its profiles as they are now, and what a check found. */
export interface Fixable {
  readonly policy: Policy;
  readonly text: string;
  readonly sha256: string;
  /** By the service that has it; services without a profile of their own have none. */
  readonly profiles: ReadonlyMap<string, FixableProfile>;
  readonly result: FixableResult;
  /** Names of the services to fix. */
  readonly services: readonly string[];
}

/** What one file loses. */
export interface FileFix {
  /** Where it is. */
  readonly path: string;
  /** As messages name it. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** Names of what goes, by service; for a profile that several have, the first. Sorted. */
  readonly removed: readonly { readonly service: string; readonly names: readonly string[] }[];
}

/** What a fix does; nothing is left to decide. */
export interface FixPlan {
  readonly files: readonly FileFix[];
  /** What stays although it is not used, and why, a sentence each. Foreign text. */
  readonly notes: readonly string[];
}

/** A profile's file as it is now. */
export interface FixableProfile {
  /** The same for the same file, however services name it. */
  readonly path: string;
  /** As messages name it. */
  readonly file: string;
  readonly text: string;
  readonly sha256: string;
}
