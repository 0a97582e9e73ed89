/** A verdict that a cell gave. */
export interface Row {
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
  readonly looseness: string;
  readonly errors: readonly string[];
  readonly seconds: number;
}

/** What a cell did when it was run. */
export interface CellResult {
  readonly cell: string;
  readonly date: string;
  readonly facts: Readonly<
    Record<'engine' | 'runtime' | 'client' | 'storage' | 'kernel' | 'architecture' | 'cgroup' | 'security', string>
  >;
  readonly tests: {
    readonly passed: number;
    readonly failed: number;
    readonly skipped: number;
    readonly failures: readonly string[];
    readonly seconds: number;
  };
  readonly examples: Readonly<Record<'root' | 'runner', readonly Row[]>>;
  readonly left: readonly string[];
}

/** Something that is known to be otherwise in a cell. */
export interface Difference {
  readonly cells: RegExp;
  readonly about: RegExp;
  readonly why: string;
}

export function enginesPage(
  cells: readonly { readonly name: string }[],
  results: readonly CellResult[],
  known: readonly Difference[],
): string;

export function unexplained(result: CellResult, known: readonly Difference[]): readonly string[];
