/** How loud a finding is. Only `verdict.ts` turns findings into a verdict. */
export type Severity = 'error' | 'warning' | 'note';
