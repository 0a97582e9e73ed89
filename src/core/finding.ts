import type { Fix } from './fix.js';
import type { RuleId } from './rules.js';
import type { Severity } from './severity.js';

/** A place in a file. Lines and columns count from 1; `file` is as the user named it. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something true about a policy, a profile or a run, worth telling. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** The service it is about, `null` when it is about the whole policy or machine. */
  readonly service: string | null;
  /** First the fact, then the reason. One sentence or two, no trailing advice. */
  readonly message: string;
  /** What to do about it; empty when there is nothing to do. */
  readonly advice: string;
  readonly location: Location | null;
  /** Names of the capabilities, syscalls or run options it is about, sorted. */
  readonly grants: readonly string[];
  /** Where the change is mechanical. */
  readonly fix?: Fix;
  /** Controls of published standards that its rule is about, e.g. `CIS Docker 5.26`. Absent: none. */
  readonly controls?: readonly string[];
}

/** Orders findings for every output: by file, line, column, rule, service, message. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.location?.file ?? '', b.location?.file ?? '') ||
    (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
    (a.location?.column ?? 0) - (b.location?.column ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(a.service ?? '', b.service ?? '') ||
    compareText(a.message, b.message)
  );
}

/** Code-unit order: the same on every machine and locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
