import { describe, expect, test } from '@jest/globals';
import { assertEntered, becomeOrdinary } from '../../src/relay/place.js';

describe('the place of a relay', () => {
  test.each([
    ['a process of no container', process.pid],
    ['a process that does not exist', 2 ** 30],
  ])('is not that of %s', (_, pid) => {
    expect(() => {
      assertEntered({ pid, container: 'c0ffee'.repeat(10) + 'abcd' });
    }).toThrow(`/proc does not show process ${pid} as the container's`);
  });

  test.each([
    [0, 0],
    [-1, 5],
    [Number.NaN, 1],
  ])('is not taken as user %p', (uid, gid) => {
    expect(() => {
      becomeOrdinary(uid, gid);
    }).toThrow('the relay was given no user to run as');
  });
});
