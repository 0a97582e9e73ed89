import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startMinimize } from '../../../src/core/fit/minimize.js';
import type { MinimizeProblem } from '../../../src/core/fit/minimize-state.js';
import { plainActs } from '../../support/plain-acts.js';
import { drive, type Drive, type Driven } from '../../support/simulated-search.js';
import { chances, simulate, type Act, type SimulatedService } from '../../support/simulated-service.js';

const NAMES = Array.from({ length: 14 }, (_, index) => `c${index}`);
const UNSEEN = ['u0', 'u1', 'u2'];
const FROZEN = ['f0', 'f1'];

const name = fc.constantFrom(...NAMES);
const plain = plainActs(NAMES, [...NAMES, ...UNSEEN]);
const switching: fc.Arbitrary<Act> = fc.record({
  kind: fc.constant('switch' as const),
  name,
  has: fc.array(plain, { maxLength: 3 }),
  lacks: fc.array(plain, { maxLength: 3 }),
});
const stubbed: fc.Arbitrary<Act> = fc.record({
  kind: fc.constant('stub' as const),
  name,
  higher: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
});
const dying = fc.uniqueArray(name, { maxLength: 3 });
const FRAMED: readonly Act[] = FROZEN.map((frozen) => ({ kind: 'needs', name: frozen }));

/** Removing more never makes it work again. */
const monotone: fc.Arbitrary<SimulatedService> = fc.record({
  acts: fc.array(plain, { maxLength: 25 }).map((acts) => [...FRAMED, ...acts]),
  dying,
  flakes: fc.constant(0),
});
const anyService: fc.Arbitrary<SimulatedService> = fc
  .record({ acts: fc.array(fc.oneof(plain, switching, stubbed), { maxLength: 25 }), dying, flakes: fc.constant(0) })
  .filter((service) => simulate(service, [], chances(1)).works);

const likelihoods = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 14, maxLength: 14 });
const options = fc.record({
  recorded: fc.boolean(),
  tryFrozen: fc.boolean(),
  lanes: fc.integer({ min: 1, max: 4 }),
  emptyFirst: fc.boolean(),
  likelihoods,
  seed: fc.integer(),
});
type Options = typeof options extends fc.Arbitrary<infer T> ? T : never;

const driving = fc.record({
  width: fc.integer({ min: 1, max: 4 }),
  chance: fc.integer().map(chances),
  stops: fc.constantFrom(0, 0.2),
});

function problem({ likelihoods: known, ...rest }: Options, certainty: MinimizeProblem['certainty']): MinimizeProblem {
  const candidates = NAMES.map((one, index) => ({ name: one, likelihood: known[index] ?? 0.5, weight: 1 }));
  return { candidates, frozen: FROZEN, unseen: UNSEEN, repeats: 3, certainty, ...rest };
}

function search(asked: MinimizeProblem, service: SimulatedService, how: Drive): Driven {
  return drive(startMinimize(asked), service, how);
}

function expectMinimal({ certificate }: Driven, service: SimulatedService): void {
  const works = (without: readonly string[]): boolean => simulate(service, without, chances(1)).works;
  expect(certificate.kind).toBe('minimal');
  expect(works(certificate.removed)).toBe(true);
  expect(certificate.removed.filter((one) => FROZEN.includes(one))).toEqual([]);
  expect(certificate.needed.filter((need) => works([...certificate.removed, need.name]))).toEqual([]);
  const settled = [...certificate.removed, ...certificate.needed.map((need) => need.name)];
  expect(settled.sort()).toEqual([...NAMES, ...UNSEEN].sort());
}

test('finds a minimal set for a service whose needs only add up, in any order of outcomes', () => {
  fc.assert(
    fc.property(monotone, options, driving, (service, chosen, how) => {
      expectMinimal(search(problem(chosen, 'implied'), service, how), service);
    }),
    { numRuns: 100 },
  );
});

test('finds a minimal set for any steady service when every need is tried alone', () => {
  fc.assert(
    fc.property(anyService, options, driving, (service, chosen, how) => {
      expectMinimal(search(problem(chosen, 'alone'), service, how), service);
    }),
    { numRuns: 100 },
  );
});

test('finds the same set whatever runs side by side and ends first, stopped and resumed or not', () => {
  fc.assert(
    fc.property(anyService, options, fc.array(driving, { minLength: 3, maxLength: 3 }), (service, chosen, ways) => {
      const sets = ways.map((how) => search(problem(chosen, 'alone'), service, how).certificate.removed);
      expect(sets[1]).toEqual(sets[0]);
      expect(sets[2]).toEqual(sets[0]);
    }),
    { numRuns: 60 },
  );
});

test('ends with a set that holds all that is needed although runs fail for no reason', () => {
  fc.assert(
    fc.property(
      monotone,
      options,
      driving,
      fc.double({ min: 0, max: 0.4, noNaN: true }),
      (service, chosen, how, flakes) => {
        const { certificate } = search(problem(chosen, 'alone'), { ...service, flakes }, how);
        expect(simulate(service, certificate.removed, chances(1)).works).toBe(true);
      },
    ),
    { numRuns: 100 },
  );
});

test('asks for no trial twice and for at most as many as run side by side', () => {
  fc.assert(
    fc.property(anyService, options, fc.integer({ min: 1, max: 4 }), (service, chosen, width) => {
      const how = { width, chance: chances(chosen.seed), stops: 0 };
      const { requests, state } = search(problem(chosen, 'alone'), service, how);
      expect(new Set(requests.map(({ id }) => id)).size).toBe(requests.length);
      expect(state.outcomes.length).toBe(requests.length);
      const others = requests.filter(({ purpose }) => purpose !== 'frozen-row');
      expect(others.flatMap(({ without }) => without).filter((one) => FROZEN.includes(one))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('keeps what is needed only in some runs as soon as the recorder sees it refused', () => {
  const service: SimulatedService = {
    acts: [
      { kind: 'at times', name: 'c3', chance: 0.5 },
      { kind: 'needs', name: 'c5' },
    ],
    dying: [],
    flakes: 0,
  };
  const chosen = { recorded: true, tryFrozen: false, lanes: 2, emptyFirst: false, likelihoods: [], seed: 1 };
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const asked = { ...problem(chosen, 'implied'), repeats: 20 };
    const { certificate } = search(asked, service, { width: 2, chance: chances(seed), stops: 0 });
    expect(certificate.kind).toBe('minimal');
    expect(certificate.needed.map((need) => need.name)).toEqual(['c3', 'c5']);
  }
});
