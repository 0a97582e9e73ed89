/** Which way a change goes. `changed`: neither, or nobody can say. */
export type Direction = 'looser' | 'tighter' | 'changed';

/** What kind of thing a difference is about. Stable: they are in reports and baselines. */
export type Aspect =
  | 'key'
  | 'verdict'
  | 'looseness'
  | 'service'
  | 'abi'
  | 'syscall'
  | 'seccomp'
  | 'capability'
  | 'effective-capability'
  | 'run'
  | 'mount'
  | 'resource'
  | 'test'
  | 'limit'
  | 'exception'
  | 'use'
  | 'need'
  | 'refusal';

/** One thing that is not the same on both sides. Plain JSON; texts may be foreign. */
export interface Difference {
  readonly direction: Direction;
  readonly aspect: Aspect;
  /** `null` when it is about no single service. */
  readonly service: string | null;
  /** The ABI it holds for: `amd64`, `x32`, `arm64`, … ; `null` when it holds for all. */
  readonly abi: string | null;
  /** The grant, option or test. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Arguments for which it holds, e.g. `argument 0 is 0x10000000`; empty when it holds for all. */
  readonly example: string;
}

/** The same thing on both sides of a comparison. */
export interface Sides<Side> {
  readonly before: Side;
  readonly after: Side;
}

/** A difference before it is known whose it is. */
export type Change = Pick<Difference, 'direction' | 'aspect' | 'name' | 'before' | 'after'> &
  Partial<Pick<Difference, 'abi' | 'example'>>;

/** A change with the service it was found in. */
export function differenceOf(change: Change, service: string | null): Difference {
  return { abi: null, example: '', service, ...change };
}

/** Whether the second side allows or asks anything that the first does not: what makes `diff` fail. */
export function isLooser(differences: readonly Difference[]): boolean {
  return differences.some(({ direction }) => direction === 'looser');
}
