/** A grant and what it costs when it is not used. */
export interface WeighedGrant {
  readonly name: string;
  readonly weight: number;
}

/** What is granted, beside what Docker's current default grants, and what of it is spoken for. */
export interface LoosenessInput {
  readonly granted: readonly WeighedGrant[];
  readonly reference: readonly WeighedGrant[];
  /** Used, needed or frozen. */
  readonly used: ReadonlySet<string>;
  readonly excepted: ReadonlySet<string>;
  /** The smallest weight a grant can have: what the reference counts at least. */
  readonly smallest: number;
}

/** How loose a set of grants is. */
export interface Looseness {
  /** 0: exact fit, 100: as loose as Docker's current default for this service; one decimal. */
  readonly score: number;
  /** The same where every grant counts alike. */
  readonly plain: number;
  /** Weight of what is granted and neither used nor excepted. */
  readonly excess: number;
  /** Weight of what Docker's current default would leave unused. */
  readonly reference: number;
}

/** Weighs the excess of a set of grants against the excess of Docker's current default. */
export function looseness(input: LoosenessInput): Looseness {
  const { excess, reference } = sides(input);
  return {
    score: ratio(total(excess), Math.max(total(reference), input.smallest)),
    plain: ratio(excess.length, Math.max(reference.length, 1)),
    excess: round(total(excess)),
    reference: round(total(reference)),
  };
}

/**
 * Whether some of the excess being used after all could make the score exceed a limit. Nothing is known of any of it, as in a
 * record with losses: a use takes its weight out of both sums, so the largest ratio takes those that lower the reference more.
 */
export function couldExceed(input: LoosenessInput, limit: number): boolean {
  const { excess, reference } = sides(input);
  const weights = new Map(excess.map(({ name, weight }) => [name, weight]));
  const gains = reference.map(({ name, weight }) => {
    const granted = weights.get(name);
    return granted === undefined ? 0 : Math.max(0, (limit / 100) * weight - granted);
  });
  const margin = total(excess) - (limit / 100) * total(reference) + gains.reduce((sum, gain) => sum + gain, 0);
  return round(margin) > 0;
}

function sides({ granted, reference, used, excepted }: LoosenessInput): {
  readonly excess: readonly WeighedGrant[];
  readonly reference: readonly WeighedGrant[];
} {
  return {
    excess: granted.filter(({ name }) => !used.has(name) && !excepted.has(name)),
    reference: reference.filter(({ name }) => !used.has(name)),
  };
}

function total(grants: readonly WeighedGrant[]): number {
  return grants.reduce((sum, { weight }) => sum + weight, 0);
}

function ratio(part: number, whole: number): number {
  return Math.round((1000 * part) / whole) / 10;
}

/** Sums of tenths are not exact. */
function round(sum: number): number {
  return Math.round(sum * 100) / 100;
}
