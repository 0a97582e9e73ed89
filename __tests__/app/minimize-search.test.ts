import { describe, expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { runSearch, type Searched } from '../../src/app/minimize-search.js';
import { startMinimize } from '../../src/core/fit/minimize.js';
import type { TrialRequest } from '../../src/core/fit/minimize-state.js';
import { WHOLE } from '../../src/core/shard/shard.js';
import { settingOf } from '../support/hung-service.js';
import { plainActs } from '../support/plain-acts.js';
import { sampleProblem } from '../support/sample-problem.js';
import { drive } from '../support/simulated-search.js';
import { chances, outcomeOf, simulate, type Act, type SimulatedService } from '../support/simulated-service.js';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const UNSEEN = ['u', 'v'];
const PROBLEM = sampleProblem({
  candidates: NAMES.map((name, index) => ({ name, likelihood: index < 4 ? 0.1 : 0.8, weight: 1 })),
  unseen: UNSEEN,
});

interface Trying {
  readonly jobs: number;
  /** Done before the outcome of a trial is there. */
  readonly before?: (request: TrialRequest, onLate: () => void) => Promise<void>;
}

async function search(acts: readonly Act[], { jobs, before = () => Promise.resolve() }: Trying): Promise<Searched> {
  const service: SimulatedService = { acts, dying: [], flakes: 0 };
  const { stage } = settingOf({ refused: [], late: null });
  const searched = await runSearch(stage, {
    start: startMinimize(PROBLEM),
    jobs,
    share: WHOLE,
    keep: () => Promise.resolve(),
    tryWithout: async (request, onLate) => {
      await before(request, onLate);
      return outcomeOf(request, simulate(service, request.without, chances(1)), true);
    },
  });
  if (searched === null) throw new TypeError('the search left something to others');
  return searched;
}

const needs = (...names: readonly string[]): readonly Act[] => names.map((name) => ({ kind: 'needs', name }));
const calls = (...names: readonly string[]): readonly Act[] => names.map((name) => ({ kind: 'calls', name }));

describe('runSearch', () => {
  it('begins what comes after a trial that most likely passes before it has', async () => {
    const beside: string[] = [];
    let passed = false;
    await search([...needs('e', 'f'), ...calls(...NAMES)], {
      jobs: 3,
      before: async ({ purpose, without }) => {
        if (purpose === 'unseen') while (beside.length < 2) await setImmediate();
        else if (!passed) beside.push(without.filter((name) => UNSEEN.includes(name)).join(''));
        passed ||= purpose === 'unseen';
      },
    });
    expect(beside.slice(0, 2)).toEqual(['uv', 'uv']);
  });

  it('takes nothing from what was begun when that trial fails', async () => {
    const acts = [...needs('e', 'u'), ...calls(...NAMES)];
    const ended: string[] = [];
    const searched = await search(acts, {
      jobs: 3,
      before: async ({ id, purpose }) => {
        if (purpose === 'unseen') while (ended.length < 2) await setImmediate();
        ended.push(id);
      },
    });
    const alone = await search(acts, { jobs: 1 });
    expect(searched.certificate.needed.map(({ name }) => name)).toEqual(['e', 'u']);
    expect(searched.state.outcomes).toHaveLength(alone.state.outcomes.length);
    expect(ended.length).toBeGreaterThan(searched.state.outcomes.length);
  });

  it('lets another trial begin while one only waits for its deadline', async () => {
    const began: string[] = [];
    await search(needs('e', 'f'), {
      jobs: 1,
      before: async ({ id, purpose }, onLate) => {
        began.push(id);
        if (purpose !== 'unseen') return;
        onLate();
        while (began.length < 2) await setImmediate();
      },
    });
    expect(began.length).toBeGreaterThan(2);
  });

  it('comes to the same whatever runs beside and whatever ends first', async () => {
    const setting = {
      acts: fc.array(plainActs([...NAMES, ...UNSEEN]), { maxLength: 12 }),
      jobs: fc.integer({ min: 2, max: 5 }),
      seed: fc.integer(),
    };
    await fc.assert(
      fc.asyncProperty(fc.record(setting), async ({ acts, jobs, seed }) => {
        const chance = chances(seed);
        const before: Trying['before'] = async (_, onLate) => {
          if (chance() < 0.1) onLate();
          for (let turns = Math.floor(chance() * 4); turns > 0; turns -= 1) await setImmediate();
        };
        const { certificate, state } = await search(acts, { jobs, before });
        const service = { acts, dying: [], flakes: 0 };
        const alone = drive(startMinimize(PROBLEM), service, { width: 1, chance: chances(1), stops: 0 });
        expect(certificate.removed).toEqual(alone.certificate.removed);
        expect(state.outcomes).toHaveLength(alone.state.outcomes.length);
      }),
      { numRuns: 60 },
    );
  });
});
