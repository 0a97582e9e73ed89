import type { ExplanationWords } from './explanation-words.js';
import type { Refused } from './failed-subject.js';

/** Something that was refused and may be why a step failed, and what to change. */
export interface Explanation extends ExplanationWords {
  /** `module`: by AppArmor or SELinux. */
  readonly kind: Refused['kind'] | 'module';
  /** `null` when the kernel does not tell which call it was. */
  readonly name: string | null;
  /** Foreign text. */
  readonly program: string;
  /** Larger explains more. */
  readonly rank: number;
}
