import type { Finding } from '../../core/finding.js';

/** What the graver findings have to do with published standards, a line for each rule: `runs-as-root: CIS Docker 4.1, ...`. */
export function referenceLines(findings: readonly Finding[]): readonly string[] {
  const told = findings.flatMap(({ severity, rule, controls }) =>
    severity === 'note' || controls === undefined ? [] : [`${rule}: ${controls.join(', ')}`],
  );
  return [...new Set(told)].sort();
}
