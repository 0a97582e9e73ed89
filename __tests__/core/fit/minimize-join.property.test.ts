import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { joinShares } from '../../../src/core/fit/minimize-join.js';
import {
  certificateOf,
  nextTrials,
  digestTrial,
  startMinimize,
  type MinimizeState,
} from '../../../src/core/fit/minimize.js';
import type { MinimizeProblem } from '../../../src/core/fit/minimize-state.js';
import type { Shard } from '../../../src/core/shard/shard.js';
import { plainActs } from '../../support/plain-acts.js';
import { sampleProblem } from '../../support/sample-problem.js';
import { drive } from '../../support/simulated-search.js';
import { chances, outcomeOf, simulate, type SimulatedService } from '../../support/simulated-service.js';

const NAMES = Array.from({ length: 16 }, (_, index) => `c${index}`);
const name = fc.constantFrom(...NAMES);
const services: fc.Arbitrary<SimulatedService> = fc.record({
  acts: fc.array(plainActs(NAMES), { maxLength: 30 }),
  dying: fc.uniqueArray(name, { maxLength: 2 }),
  flakes: fc.constant(0),
});
const likelihoods = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 });

function problem(known: readonly number[], recorded: boolean): MinimizeProblem {
  const candidates = NAMES.map((one, index) => ({ name: one, likelihood: known[index] ?? 0.5, weight: 1 }));
  return sampleProblem({ candidates, unseen: ['u0'], recorded });
}

/** Goes on until only others' shares are left. */
function searchShare(start: MinimizeState, service: SimulatedService, share: Shard): MinimizeState {
  let state = start;
  for (;;) {
    const [request] = nextTrials(state, 1, { share });
    if (request === undefined) return state;
    const run = simulate(service, request.without, chances(1));
    state = digestTrial(state, outcomeOf(request, run, state.problem.recorded));
  }
}

const once = { width: 1, chance: chances(1), stops: 0 };

test('shares joined and finished give what one search gives, with no trial made again', () => {
  fc.assert(
    fc.property(
      services,
      likelihoods,
      fc.boolean(),
      fc.integer({ min: 1, max: 5 }),
      (service, known, recorded, count) => {
        const start = startMinimize(problem(known, recorded));
        const alone = drive(start, service, once);
        const shares = Array.from({ length: count }, (_, place) =>
          searchShare(start, service, { index: place + 1, count }),
        );
        const [first = start, ...others] = shares;
        const { state, leftOut } = joinShares([first, ...others]);
        expect(leftOut).toEqual([]);
        const { certificate, state: ended } = drive(state, service, once);
        expect(certificate.removed).toEqual(alone.certificate.removed);
        expect(certificate.needed.map((need) => need.name)).toEqual(alone.certificate.needed.map((need) => need.name));
        expect(ended.outcomes.length).toBe(alone.state.outcomes.length);
      },
    ),
    { numRuns: 60 },
  );
});

const NEEDS_ONE: SimulatedService = { acts: [{ kind: 'needs', name: 'c1' }], dying: [], flakes: 0 };

test('a share alone proves no set, and each makes a part', () => {
  const start = startMinimize(
    problem(
      NAMES.map(() => 0.9),
      true,
    ),
  );
  const shares = [1, 2, 3].map((index) => searchShare(start, NEEDS_ONE, { index, count: 3 }));
  for (const share of shares) expect(certificateOf(share)).toBeNull();
  expect(shares.map(({ counts }) => counts.single)).toEqual([6, 5, 5]);
});

test('a share of other candidates is left out, and its trials are made again', () => {
  const usual = startMinimize(
    problem(
      NAMES.map(() => 0.9),
      true,
    ),
  );
  const { problem: asked } = usual;
  const other = startMinimize({
    ...asked,
    candidates: [...asked.candidates, { name: 'x', likelihood: 0.9, weight: 1 }],
  });
  const first = searchShare(usual, NEEDS_ONE, { index: 1, count: 2 });
  const strange = searchShare(other, NEEDS_ONE, { index: 2, count: 2 });
  const { state, leftOut } = joinShares([first, strange]);
  expect(leftOut).toEqual([1]);
  expect(state).toBe(first);
  expect(drive(state, NEEDS_ONE, once).certificate.removed).not.toContain('c1');
});
