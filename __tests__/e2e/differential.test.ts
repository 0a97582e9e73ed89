import { availableParallelism } from 'node:os';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createEngine } from '../../src/adapters/docker/engine.js';
import { resolve } from '../../src/core/seccomp/resolve.js';
import { REFUSED_CORPUS } from '../support/differential/corpus/combinations.js';
import { CORPUS } from '../support/differential/corpus/corpus.js';
import { filterLab, type FilterLab } from '../support/differential/filter-lab.js';
import { profileOf } from '../support/differential/profile-of.js';
import { thisMachine, type ThisMachine } from '../support/differential/this-machine.js';
import { tryCorpus } from '../support/differential/try-corpus.js';

/** Some 200 processes are started; in milliseconds. */
const PATIENCE = 900_000;

let lab: FilterLab;
let machine: ThisMachine;

beforeAll(async () => {
  const facts = await createEngine(process.env).describe();
  machine = thisMachine(facts);
  lab = await filterLab(facts.endpoint);
});

afterAll(async () => {
  await lab.close();
});

test(
  'a resolved profile is what the kernel enforces, at every point',
  async () => {
    const { points, differences, trials } = await tryCorpus(CORPUS, {
      lab,
      machine,
      atATime: availableParallelism() + 1,
    });
    const found = `${points.toLocaleString('en-US')} differential points, ${differences.length} differences`;
    process.stderr.write(`\n${found}: ${CORPUS.length} profiles, ${trials} filters read from the kernel\n\n`);
    expect(differences).toEqual([]);
    expect(CORPUS.length).toBeGreaterThanOrEqual(60);
    expect(points).toBeGreaterThanOrEqual(100_000);
  },
  PATIENCE,
);

test.each(REFUSED_CORPUS)(
  'what the resolver calls contradictory the runtime refuses: $title',
  async ({ title, text }) => {
    const { conflicts } = resolve(profileOf(title, text), { ...machine.environment, capabilities: new Set() });
    expect(conflicts.length).toBeGreaterThan(0);
    await expect(lab.underRuntime(text)).rejects.toThrow('nothing it started got a filter');
  },
);
