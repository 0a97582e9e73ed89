import type { RuleId } from '../rules.js';

/** Something wrong in a policy, before it has a place in the file. */
export interface Mistake {
  readonly rule: RuleId;
  readonly message: string;
  readonly advice: string;
  readonly grants: readonly string[];
}

/** A value read from the policy, or what is wrong with it. */
export type Parsed<T> = { readonly value: T } | { readonly mistake: Mistake };

/** A mistake under the rule `policy-invalid` unless told otherwise. */
export function mistake(message: string, advice = '', about: Partial<Pick<Mistake, 'rule' | 'grants'>> = {}): Mistake {
  return { rule: 'policy-invalid', grants: [], ...about, message, advice };
}

/** Two parts of the policy that cannot both hold. */
export function contradiction(message: string, advice: string, grants: readonly string[] = []): Mistake {
  return mistake(message, advice, { rule: 'policy-inconsistent', grants });
}

/** A value that could not be read. */
export function refused(message: string, advice = ''): { readonly mistake: Mistake } {
  return { mistake: mistake(message, advice) };
}
