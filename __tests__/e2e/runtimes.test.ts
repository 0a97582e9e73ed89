import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { RUNTIME_BASES } from '../../src/core/fit/runtime-base.generated.js';
import { runScript } from '../support/cli.js';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const PROFILES = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[^/]+\/(profile|profiles\/[^/]+)\.json$/.test(path))
  .sort();

interface Start {
  readonly runtime: string;
  readonly profile: string;
  readonly uid: number;
  readonly works: boolean;
  readonly says: string;
}

/** A second process is started in each container, too, as by `docker exec`. */
test('containers start under every fitted profile of the examples on every measured runtime', async () => {
  const { code, stdout } = await runScript(
    'scripts/floors.mjs',
    PROFILES.map((path) => `${EXAMPLES}${path}`),
  );
  expect(code).toBe(0);
  const starts = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Start);
  expect(starts.filter(({ works }) => !works)).toEqual([]);
  const runtimes = RUNTIME_BASES.filter(({ measured, noNewPrivileges }) => measured && noNewPrivileges);
  expect(new Set(starts.map(({ runtime }) => runtime))).toEqual(
    new Set(runtimes.map(({ runtime, version }) => `${runtime} ${version}`)),
  );
  expect(starts).toHaveLength(PROFILES.length * runtimes.length * 2);
});
