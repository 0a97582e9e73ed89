import { expect, test } from '@jest/globals';
import {
  certificateOf,
  digestTrial,
  minimizeProgress,
  nextTrials,
  parseMinimizeState,
  startMinimize,
  type MinimizeState,
} from '../../../src/core/fit/minimize.js';
import { NO_EFFECT, type MinimizeProblem, type TrialOutcome } from '../../../src/core/fit/minimize-state.js';
import { sampleProblem } from '../../support/sample-problem.js';
import { drive } from '../../support/simulated-search.js';
import { chances, type Act } from '../../support/simulated-service.js';

function problem(names: readonly string[], members: Partial<MinimizeProblem> = {}): MinimizeProblem {
  const candidates = names.map((name) => ({ name, likelihood: 0.5, weight: 1 }));
  return sampleProblem({ candidates, repeats: 1, lanes: 1, emptyFirst: true, ...members });
}

/** Answers the only open trial. */
function answer(state: MinimizeState, members: Partial<TrialOutcome>): MinimizeState {
  const [request] = nextTrials(state, 1);
  const common = { works: true, privilege: 'same', refused: [], effect: NO_EFFECT, duration: 0 } as const;
  return digestTrial(state, { ...common, id: request?.id ?? '', ...members });
}

const STANDING_IN: readonly Act[] = [{ kind: 'any', names: ['DAC_READ_SEARCH', 'DAC_OVERRIDE'] }];

test.each([true, false])('of two that can each go alone, one stays: the one tried last (recorded: %s)', (recorded) => {
  const start = startMinimize(problem(['DAC_OVERRIDE', 'CHOWN', 'DAC_READ_SEARCH'], { recorded }));
  const how = { width: 2, chance: chances(1), stops: 0 };
  const { certificate } = drive(start, { acts: STANDING_IN, dying: [], flakes: 0 }, how);
  expect(certificate.removed).toEqual(['CHOWN', 'DAC_OVERRIDE']);
});

test('two parts that pass apart are tried together before either counts', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const first = startMinimize(problem(names, { lanes: 2 }));
  const [one, two] = nextTrials(first, 2);
  expect([...(one?.without ?? []), ...(two?.without ?? [])].sort()).toEqual(names);
  const passed = [one, two].reduce((state, request) => answer(state, { id: request?.id ?? '' }), first);
  expect(nextTrials(passed, 2).map(({ purpose, without }) => ({ purpose, without }))).toEqual([
    { purpose: 'group', without: names },
  ]);
});

test('a failure in which nothing removed was refused is doubted: control, then the trial again', () => {
  const start = startMinimize(problem(['a', 'b']));
  const doubted = answer(start, { works: false });
  expect(nextTrials(doubted, 4).map(({ purpose, without }) => ({ purpose, without }))).toEqual([
    { purpose: 'control', without: [] },
  ]);
  const again = answer(doubted, {});
  expect(nextTrials(again, 4).map(({ without }) => without)).toEqual([['a', 'b']]);
  expect(certificateOf(answer(answer(again, {}), {}))).toMatchObject({ kind: 'minimal', removed: ['a', 'b'] });
});

test('a control that fails twice ends the search', () => {
  const failed = { works: false };
  const state = [failed, failed, failed].reduce(answer, startMinimize(problem(['a', 'b'])));
  expect(certificateOf(state)).toMatchObject({ kind: 'flaky', removed: [] });
  expect(nextTrials(state, 4)).toEqual([]);
});

test('more privilege than in the baseline fails a trial that works', () => {
  const state = answer(startMinimize(problem(['a', 'b'])), { privilege: 'more', refused: ['b', 'a'] });
  expect(certificateOf(answer(answer(state, {}), {}))).toMatchObject({
    removed: ['b'],
    needed: [{ name: 'a', trial: 1 }],
  });
});

test('a failed trial shows a need once all else that was refused in it is removed', () => {
  const state = answer(startMinimize(problem(['a', 'b', 'c'])), { works: false, refused: ['a', 'c'] });
  expect(minimizeProgress(state)).toMatchObject({ done: 1, removed: 0, needed: 0 });
  expect(minimizeProgress(answer(state, { refused: ['a'] }))).toMatchObject({ done: 2, removed: 2, needed: 1 });
});

test('repeats that fail without a refusal to blame are counted, and the set is called unstable', () => {
  const asked = startMinimize(problem(['a'], { repeats: 2 }));
  const state = [{}, { works: false }, { works: false, privilege: 'more' } as const].reduce(answer, asked);
  expect(certificateOf(state)).toMatchObject({
    kind: 'unstable',
    confirmation: { repeats: 2, failures: 2, privilegeRegressions: 1 },
  });
});

test('frozen names are left out once each, and stay', () => {
  let state = answer(startMinimize(problem(['a'], { frozen: ['f', 'g'], tryFrozen: true })), {});
  expect(nextTrials(state, 4).map(({ purpose, without }) => ({ purpose, without }))).toEqual([
    { purpose: 'frozen-row', without: ['a', 'f'] },
    { purpose: 'frozen-row', without: ['a', 'g'] },
  ]);
  state = answer(answer(answer(state, { works: false, refused: ['f'] }), {}), {});
  expect(certificateOf(state)).toMatchObject({
    removed: ['a'],
    frozen: [
      { name: 'f', works: false },
      { name: 'g', works: true },
    ],
  });
});

test('an outcome that nobody asked for changes nothing', () => {
  const state = startMinimize(problem(['a']));
  expect(answer(state, { id: 'x' })).toBe(state);
});

test('a search without candidates only confirms', () => {
  expect(certificateOf(startMinimize(problem([], { repeats: 0 })))).toMatchObject({ kind: 'minimal', removed: [] });
});

test.each(['', '[]', '{}', '{"outcomes":1}', '{"outcomes":[{"id":1}]}'])(
  'text that is no search is not resumed: %s',
  (text) => {
    expect(parseMinimizeState(text, problem(['a']))).toBeNull();
  },
);

test('a search for another problem is not resumed', () => {
  const text = JSON.stringify(answer(startMinimize(problem(['a'])), {}));
  expect(parseMinimizeState(text, problem(['a', 'b']))).toBeNull();
  expect(parseMinimizeState(text, problem(['a']))?.base).toEqual(['a']);
});

test('the number of trials that it expects comes about true all the time', () => {
  const names = Array.from({ length: 40 }, (_, index) => `c${index}`);
  const candidates = names.map((name, index) => ({ name, likelihood: (index % 10) / 10, weight: 1 }));
  const needed = names.filter((_, index) => index % 10 > 5);
  const acts: readonly Act[] = names.map((name) => ({ kind: needed.includes(name) ? 'needs' : 'calls', name }));
  const members = { candidates, unseen: ['u'], lanes: 4, emptyFirst: false, repeats: 10 };
  const start = startMinimize(problem(names, members));
  const how = { width: 1, chance: chances(1), stops: 0 };
  const { outcomes } = drive(start, { acts, dying: [], flakes: 0 }, how).state;
  const expected = outcomes.map(
    (_, done) => minimizeProgress(outcomes.slice(0, done).reduce(digestTrial, start)).expected,
  );
  const done = outcomes.length;
  expect(Math.min(...expected)).toBeGreaterThan(done * 0.85);
  expect(Math.max(...expected)).toBeLessThan(done * 1.15);
});
