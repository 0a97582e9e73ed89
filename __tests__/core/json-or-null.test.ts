import { expect, test } from '@jest/globals';
import { jsonOrNull } from '../../src/core/json-or-null.js';

test.each([
  ['{"a":[1]}', { a: [1] }],
  ['null', null],
  ['', null],
  ['{"a":', null],
])('%s gives its value, or null where it is not JSON', (text, expected) => {
  expect(jsonOrNull(text)).toEqual(expected);
});
