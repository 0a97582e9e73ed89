import type { ChangedOnly } from '../app/choose-work.js';
import { UsageError } from '../core/errors.js';

/** The options that leave out what has not changed, as commander gives them. */
export interface ChangedOnlyFlags {
  readonly changedOnly?: boolean;
  readonly base?: string;
}

/** What these options ask for; `null` when they are absent. Throws UsageError when one is given without the other. */
export function changedOnly({ changedOnly: wanted = false, base }: ChangedOnlyFlags): ChangedOnly | null {
  if (wanted === (base !== undefined)) return base === undefined ? null : { base };
  throw new UsageError('--changed-only and --base belong together: what has changed, and since which commit.');
}
