/** Paths of end-to-end tests that are run in every cell. */
export const CORE_TESTS: readonly string[];
