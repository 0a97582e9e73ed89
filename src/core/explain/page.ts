/** What there is to know about one name. Plain JSON. Facts drawn from a result hold foreign text. */
export interface ExplainedPage {
  readonly kind: 'syscall' | 'capability' | 'rule';
  readonly name: string;
  /** What it is, one sentence. */
  readonly summary: string;
  readonly facts: readonly ExplainedFact[];
}

export interface ExplainedFact {
  /** One or two words. */
  readonly label: string;
  readonly text: string;
}
