import type { Result } from 'sarif';
import type { Finding, Location } from '../../core/finding.js';
import { ruleOf } from '../../core/rules.js';
import { sarifText, sarifUri } from '../escape/sarif.js';
import { statement } from '../finding-line.js';

/** Room for one message, in UTF-16 units: 25,000 of them have to fit into 10 MB with all around them. */
const MESSAGE_LENGTH = 1000;

/** What a finding needs besides itself. */
export interface Surroundings {
  /** Of its rule among the run's rules. */
  readonly ruleIndex: number;
  readonly fingerprint: string;
  /** Where it is shown when it has no place of its own: code scanning takes no result without one. */
  readonly fallback: Location;
}

/** A finding as code scanning takes it. */
export function resultOfFinding(finding: Finding, { ruleIndex, fingerprint, fallback }: Surroundings): Result {
  const { file, line, column } = finding.location ?? fallback;
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: finding.severity,
    message: { text: messageOf(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: sarifUri(file), uriBaseId: '%SRCROOT%' },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
  };
}

/** Code scanning refuses the whole file for one empty message. */
function messageOf(finding: Finding): string {
  const text = sarifText(statement(finding), MESSAGE_LENGTH).trim();
  return text === '' ? ruleOf(finding.rule).title : text;
}
