import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runtimeRefusal } from '../../src/core/seccomp/runtime-traits.js';
import { libseccompRelease } from '../../src/core/seccomp/syscalls.js';
import { resolve, type ResolveEnvironment } from '../../src/core/seccomp/resolve.js';
import { REFUSED_CORPUS } from '../support/differential/corpus/combinations.js';
import { CORPUS } from '../support/differential/corpus/corpus.js';
import type { CorpusProfile } from '../support/differential/corpus/corpus-profile.js';
import { compare } from '../support/differential/differences.js';
import { compilePrograms } from '../support/differential/dump-filters.js';
import { profileOf } from '../support/differential/profile-of.js';
import { filtersUnderRuntime, type RuntimeLab } from '../support/differential/runtime-lab.js';
import { enterTree, type RuntimeTree } from '../support/differential/runtime-tree.js';

/** `npm run differential` unpacks them and says where. */
const TREES = process.env.TIGHTFIT_RUNTIME_TREES ?? '/var/lib/tightfit/runtimes';
/** Some 140 processes are started under the eyes of a tracer; in milliseconds. */
const PATIENCE = 900_000;

describe.each(['trixie', 'forky'])('%s', (suite) => {
  const tree = join(TREES, suite);
  let folder = '';
  let entered: RuntimeTree;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tightfit-differential-'));
    compilePrograms(folder);
    entered = await enterTree(tree, folder);
  });

  afterAll(async () => {
    await entered.close();
    rmSync(folder, { recursive: true });
  });

  test.each(['runc', 'crun'] as const)(
    'a resolved profile is what the kernel enforces, at every point: %s',
    async (name) => {
      const lab = entered.lab(name);
      const environment = environmentOf(lab, tree);
      let points = 0;
      const differences: string[] = [];
      for (const { title, text } of WITHOUT_ENGINE) {
        const profile = profileOf(title, text);
        if (runtimeRefusal(profile, environment) !== null) continue;
        const enforced = await filtersUnderRuntime(lab, text);
        const compared = compare({ profile, filter: resolve(profile, environment), enforced });
        points += compared.points;
        differences.push(...compared.differences.map((difference) => `${title}: ${difference}`));
      }
      const found = `${points.toLocaleString('en-US')} differential points, ${differences.length} differences`;
      process.stderr.write(`\n${name} ${environment.runtime?.version ?? ''} of ${suite}: ${found}\n\n`);
      expect(differences).toEqual([]);
      expect(points).toBeGreaterThanOrEqual(500_000);
    },
    PATIENCE,
  );

  test.each(['runc', 'crun'] as const)(
    'what is called contradictory or not accepted %s refuses, and nothing else',
    async (name) => {
      const lab = entered.lab(name);
      const environment = environmentOf(lab, tree);
      const refused = [...WITHOUT_ENGINE, ...REFUSED_CORPUS].filter(({ title, text }) => {
        const profile = profileOf(title, text);
        return runtimeRefusal(profile, environment) !== null || resolve(profile, environment).conflicts.length > 0;
      });
      expect(refused.length).toBeGreaterThanOrEqual(REFUSED_CORPUS.length);
      for (const { text } of refused) {
        await expect(filtersUnderRuntime(lab, text)).rejects.toThrow('nothing it started got a filter');
      }
    },
    PATIENCE,
  );
});

/** Profiles in which nothing is the engine's own: a runtime takes them as they are. */
const WITHOUT_ENGINE: readonly CorpusProfile[] = CORPUS.filter(
  ({ text }) => !['"archMap":', '"name":', '"includes":', '"excludes":'].some((key) => text.includes(key)),
);

function environmentOf(lab: RuntimeLab, tree: string): ResolveEnvironment {
  const [program, ...words] = [...lab.command, '--version'];
  const version = /version (\S+)/.exec(execFileSync(program, words, { encoding: 'utf8' }))?.[1] ?? '';
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(release()) ?? [];
  return {
    arch: 'amd64',
    kernel: { major: Number(major), minor: Number(minor) },
    capabilities: new Set(),
    runtime: { name: lab.name, version },
    libseccomp: libseccompRelease(libseccompOf(tree)),
  };
}

/** The library's file carries its version: `libseccomp.so.2.6.0`. */
function libseccompOf(tree: string): string {
  const files = readdirSync(join(tree, 'usr/lib/x86_64-linux-gnu'));
  const [version] = files.flatMap((name) => /^libseccomp\.so\.(\d+\.\d+\.\d+)$/.exec(name)?.[1] ?? []);
  if (version === undefined) throw new TypeError(`${tree} has no libseccomp`);
  return version;
}
