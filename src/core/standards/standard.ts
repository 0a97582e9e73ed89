/** A published set of controls that a service can be held to. */
export interface Standard {
  /** As readers know it. */
  readonly title: string;
  /** What a control's id follows in a short reference: `CIS Docker 5.26`. */
  readonly short: string;
  readonly source: string;
}

/** The standards Tightfit knows, by the names users choose them by. */
export const STANDARDS = {
  'cis-docker': {
    title: 'CIS Docker Benchmark 1.6',
    short: 'CIS Docker',
    source: 'https://www.cisecurity.org/benchmark/docker',
  },
  'pss-baseline': {
    title: 'Pod Security Standards, baseline',
    short: 'PSS baseline',
    source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  },
  'pss-restricted': {
    title: 'Pod Security Standards, restricted',
    short: 'PSS restricted',
    source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  },
  owasp: {
    title: 'OWASP Docker Security Cheat Sheet',
    short: 'OWASP Docker',
    source: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
  },
  'nist-800-190': {
    title: 'NIST SP 800-190, Application Container Security Guide',
    short: 'NIST 800-190',
    source: 'https://doi.org/10.6028/NIST.SP.800-190',
  },
} as const satisfies Record<string, Standard>;

export type StandardId = keyof typeof STANDARDS;

/** Every standard's name, in the order they are shown. */
export const STANDARD_IDS: readonly StandardId[] = [
  'cis-docker',
  'pss-baseline',
  'pss-restricted',
  'owasp',
  'nist-800-190',
];

/** The standard a text names; `null` for any other text. */
export function parseStandard(text: string): StandardId | null {
  return STANDARD_IDS.find((id) => id === text) ?? null;
}
