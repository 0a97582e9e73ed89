/** Which syscalls the programs that a service executed can make at all. Plain JSON. */
export interface ReachReport {
  /** Why it cannot be told, one sentence each; empty when it can. Foreign text. */
  readonly reasons: readonly string[];
  /** Programs and libraries that were looked at. Foreign text. */
  readonly files: readonly string[];
  /** They may load further libraries (dlopen) or look up functions by name (dlsym) while they run; these were not looked at. */
  readonly loadsMore: boolean;
  /** Excess that no code of theirs makes; empty when it cannot be told. */
  readonly never: readonly string[];
  /** Excess that some code of theirs makes, which these tests did not come to. */
  readonly notExercised: readonly string[];
}
