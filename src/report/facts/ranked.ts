import type { Finding } from '../../core/finding.js';

/** Findings as people read them: errors, warnings, notes, each in the order of the result. */
export function ranked(findings: readonly Finding[]): readonly Finding[] {
  return (['error', 'warning', 'note'] as const).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
}
