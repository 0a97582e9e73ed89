import { ruleOf, type RuleId } from './rules.js';

/** How much a policy lets a rule count. */
export interface RuleSetting {
  readonly rule: RuleId;
  /** `off`: not said; `warn`: said without effect on the verdict; `error`: decides the verdict. */
  readonly severity: 'off' | 'warn' | 'error';
  readonly reason: string;
}

/** Why no policy may set a rule, `null` for one that may be set. */
export function whyFixed(rule: RuleId): string | null {
  const { chapter, severity } = ruleOf(rule);
  if (chapter === 'policy' || chapter === 'environment') {
    return 'its silence would make a run that could not be judged look fine';
  }
  if (chapter === 'service') return 'it tells whether the service works';
  if (severity !== 'error') return null;
  return chapter === 'profile'
    ? 'without it a profile that the engine cannot take would look fine'
    : 'it decides the verdict, which limits and exceptions are for';
}
