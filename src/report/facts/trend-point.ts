import type { TrendEntry } from '../../core/trend/trend-entry.js';

/** One earlier result of a service. */
export type TrendPoint = Pick<TrendEntry, 'service' | 'at' | 'verdict' | 'looseness'> &
  Partial<Pick<TrendEntry, 'key'>>;
