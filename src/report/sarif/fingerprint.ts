import { compareText, type Finding } from '../../core/finding.js';
import { digest } from '../../core/digest.js';

/**
 * A fingerprint for each finding, in order: what it is about, not where it stands or which numbers it tells, so that moving lines
 * closes no alert and opens none. Findings that are about the same are counted.
 */
export function fingerprints(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const hash = digest(identityOf(finding));
    const nth = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, nth);
    return `${hash}:${nth}`;
  });
}

/** Without a grant the words tell what it is about; numbers in them change with every run. */
function identityOf({ rule, service, location, grants, message }: Finding): string {
  const about = grants.length === 0 ? message.replace(/\d+(?:\.\d+)?/gu, '#') : [...grants].sort(compareText).join(' ');
  return [rule, service ?? '', location?.file ?? '', about].join('\0');
}
