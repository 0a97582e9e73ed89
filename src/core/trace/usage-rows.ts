import type { CallRow, CapabilityRow, DenialRow, FactRow, FileRow, RefusalRow } from './usage.js';

/** Plain JSON: what crosses from the root helper to its parent. */
export interface UsageRows {
  readonly calls: readonly CallRow[];
  readonly capabilities: readonly CapabilityRow[];
  readonly refusals: readonly RefusalRow[];
  readonly denials: readonly DenialRow[];
  readonly facts: readonly (Omit<FactRow, 'values'> & { readonly values: readonly (readonly [number, number])[] })[];
  /** Programs. */
  readonly compat: readonly string[];
  readonly files: readonly FileRow[];
}
