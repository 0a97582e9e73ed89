import { expect, test } from '@jest/globals';
import { SEARCH_DEFAULTS, syscallProblem } from '../../../src/core/fit/minimize-problem.js';
import { runtimeFloor } from '../../../src/core/fit/runtime-floor.js';

const FLOOR = runtimeFloor({ name: 'runc', version: '1.1.5', noNewPrivileges: true });
const GRANTED = ['accept', 'accept4', 'clone3', 'epoll_wait', 'execve', 'geteuid', 'io_setup', 'mremap', 'write'];

test('tries what was used one by one, riskiest and least commonly needed first, and the rest at once', () => {
  const used = ['accept', 'accept4', 'clone3', 'epoll_wait', 'execve', 'mremap', 'sendfile'];
  const problem = syscallProblem({ granted: GRANTED, used, floor: FLOOR }, SEARCH_DEFAULTS);
  const weights = problem.candidates.map(({ weight }) => weight);
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
  expect(problem.candidates.map(({ name }) => name).sort()).toEqual(
    ['accept', 'accept4', 'epoll_wait', 'mremap', 'sendfile'].filter((name) => !FLOOR.calls.includes(name)),
  );
  expect(problem.unseen).toEqual(['io_setup', 'write'].filter((name) => !FLOOR.calls.includes(name)));
  expect(problem.recorded).toBe(true);
});

test('never removes what the runtime needs, who the program is and how it ends', () => {
  const { frozen, candidates, unseen } = syscallProblem(
    { granted: GRANTED, used: null, floor: FLOOR },
    SEARCH_DEFAULTS,
  );
  expect(frozen).toEqual(expect.arrayContaining([...FLOOR.calls, 'geteuid', 'exit', 'exit_group']));
  expect(candidates.filter(({ name }) => frozen.includes(name))).toEqual([]);
  expect(unseen).toEqual([]);
});

test('tries everything when nothing was recorded, the least commonly needed first', () => {
  const { candidates, recorded } = syscallProblem({ granted: GRANTED, used: null, floor: FLOOR }, SEARCH_DEFAULTS);
  const likelihoods = candidates.map(({ likelihood }) => likelihood);
  expect(likelihoods).toEqual([...likelihoods].sort((a, b) => a - b));
  expect(candidates.map(({ name }) => name)).toContain('io_setup');
  expect(recorded).toBe(false);
});
