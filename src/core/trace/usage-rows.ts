import type { Phase, RefusalAnswer } from './record.js';

/** How often and from which step to which; steps by number. */
export interface Sightings {
  count: number;
  readonly first: number;
  last: number;
}

export interface UsageRow extends Sightings {
  readonly phase: Phase;
  readonly program: string;
}

export interface CallRow extends UsageRow {
  readonly call: number;
}

export interface CapabilityRow extends UsageRow {
  readonly capability: number;
  readonly outcome: 'granted' | 'refused';
}

export interface RefusalRow extends UsageRow {
  /** `null`: the kernel does not tell. */
  readonly call: number | null;
  readonly answer: RefusalAnswer;
  readonly ownFilter: boolean;
}

/** A call that passed the filter, was refused no capability, and was answered so all the same. */
export interface DenialRow extends UsageRow {
  readonly call: number;
  readonly errno: number;
}

/** A file that was executed; the path is empty for those that were too many to keep. */
export interface FileRow {
  readonly phase: 'service' | 'exec';
  readonly path: string;
}

export interface FactRow {
  readonly call: number;
  readonly phase: Phase;
  readonly argument: number;
  readonly values: Map<number, number>;
  complete: boolean;
}

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
