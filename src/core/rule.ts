import type { Severity } from './severity.js';

/** What a rule is about; also the chapter of docs/rules.md it stands in. */
type RuleChapter = 'policy' | 'profile' | 'confinement' | 'image' | 'service' | 'fit' | 'regression' | 'environment';

export interface Rule {
  readonly chapter: RuleChapter;
  readonly severity: Severity;
  /** One line, shown as the rule's title. */
  readonly title: string;
}
