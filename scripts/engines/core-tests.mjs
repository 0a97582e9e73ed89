/** End-to-end tests of what depends on the engine, the kernel or the user: run in every cell. */
export const CORE_TESTS = [
  'adapters/build',
  'adapters/build-options',
  'adapters/image-identity',
  'adapters/confinement',
  'adapters/life-cycle',
  'adapters/processes',
  'adapters/start',
  'check',
  'image-contents',
  'in-force',
  'recorder',
  'recorder-life',
  'refusals',
].map((name) => `__tests__/e2e/${name}.test.ts`);
