import { describe, expect, test } from '@jest/globals';
import { withDefaults } from '../../src/core/schema-defaults.js';

const SCHEMA = {
  $defs: {
    row: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string' }, needs: { type: 'array', default: [] }, note: { type: 'string' } },
    },
  },
  properties: {
    rows: { items: { anyOf: [{ $ref: '#/$defs/row' }, { type: 'null' }] } },
    first: { $ref: '#/$defs/row' },
  },
};

describe('a value with the defaults of its schema', () => {
  test.each([
    [{ first: { name: 'a' } }, { first: { name: 'a', needs: [] } }],
    [{ rows: [null, { name: 'a', needs: ['b'] }] }, { rows: [null, { name: 'a', needs: ['b'] }] }],
    [
      { rows: [{ name: 'a', note: '' }], more: { name: 'c' } },
      { rows: [{ name: 'a', note: '', needs: [] }], more: { name: 'c' } },
    ],
    [{}, {}],
    [null, null],
  ])('%j becomes %j', (value, expected) => {
    expect(withDefaults(SCHEMA, value)).toEqual(expected);
  });
});
