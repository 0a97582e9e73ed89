import fc from 'fast-check';
import type { Act } from './simulated-service.js';

/**
 * Acts of a service that leaving out more never makes work again.
 * @param called names that it may call and do without
 */
export function plainActs(needed: readonly string[], called = needed): fc.Arbitrary<Act> {
  const name = fc.constantFrom(...needed);
  return fc.oneof(
    fc.record({ kind: fc.constant('needs' as const), name }),
    fc.record({ kind: fc.constant('calls' as const), name: fc.constantFrom(...called) }),
    fc.record({ kind: fc.constant('any' as const), names: fc.uniqueArray(name, { minLength: 2, maxLength: 3 }) }),
  );
}
