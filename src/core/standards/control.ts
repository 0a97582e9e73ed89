import type { RuleId } from '../rules.js';
import { CONTROLS } from './controls.generated.js';
import { STANDARDS, type StandardId } from './standard.js';

/** One thing a standard asks for. */
export interface Control {
  readonly standard: StandardId;
  /** As the standard numbers or names it. */
  readonly id: string;
  readonly title: string;
  /**
   * `rules`: it is met when none of `rules` finds anything; `design`: a policy cannot say otherwise; `none`: nothing that
   * Tightfit sees tells.
   */
  readonly judgement: 'rules' | 'design' | 'none';
  readonly rules: readonly RuleId[];
  /** Rules about the same matter that do not decide it. */
  readonly related: readonly RuleId[];
  /** Why it is met by design or not judged; empty when rules judge it. */
  readonly reason: string;
}

/** What a standard asks for, in its own order. Sources are in data/controls.csv, row by row. */
export function controlsOf(standard: StandardId): readonly Control[] {
  return CONTROLS.filter((control) => control.standard === standard);
}

/** Every control that a rule is about, `CIS Docker 5.26`, in the order of the standards. */
export function referencesOf(rule: RuleId): readonly string[] {
  return CONTROLS.filter(({ rules, related }) => rules.includes(rule) || related.includes(rule)).map(
    ({ standard, id }) => `${STANDARDS[standard].short} ${id}`,
  );
}

/** The first of these standards that is judged by a rule, `null` when none is. */
export function gateOf(standards: readonly StandardId[], rule: RuleId): StandardId | null {
  return standards.find((standard) => controlsOf(standard).some(({ rules }) => rules.includes(rule))) ?? null;
}
