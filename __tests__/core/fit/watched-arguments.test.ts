import { describe, expect, it } from '@jest/globals';
import { watchedArguments } from '../../../src/core/fit/watched-arguments.js';
import { defaultFilter, unconfinedFilter } from '../../support/sample-filter.js';

describe('watchedArguments', () => {
  it("names every argument that Docker's default looks at", () => {
    expect(watchedArguments(defaultFilter())).toEqual(
      expect.arrayContaining([
        { syscall: 'clone', argument: 0 },
        { syscall: 'personality', argument: 0 },
        { syscall: 'socket', argument: 0 },
      ]),
    );
  });

  it('is empty where arguments do not matter', () => {
    expect(watchedArguments(unconfinedFilter())).toEqual([]);
  });
});
