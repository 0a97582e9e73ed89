import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareJson } from '../../../src/core/smoke/json-expectation.js';

const BODY = JSON.stringify({
  status: 'down',
  checks: [{ ok: true }, { ok: false, why: 'disk' }],
  none: null,
  'a/b': 1,
});

const DIFFERENCES: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['/status', 'down', []],
  ['/status', 'ok', ['/status is "down", expected "ok"']],
  ['/state', 'ok', ['/state is not there, expected "ok"']],
  ['/none', null, []],
  ['/none', false, ['/none is null, expected false']],
  ['/a~1b', '1', ['/a~1b is 1, expected "1"']],
  ['/checks', [{ ok: true }], ['/checks has 2 entries, expected 1']],
  ['/checks', [{ ok: true }, { ok: true, why: 'disk' }], ['/checks/1/ok is false, expected true']],
  ['/checks/0', { ok: true, why: 'x' }, ['/checks/0/why is not there, expected "x"']],
  ['/checks/1', { ok: false }, ['/checks/1 has the key "why", not expected']],
  ['/checks', 'x', ['/checks is a list, expected "x"']],
  ['/status', ['x'], ['/status is "down", expected a list']],
  ['/status', {}, ['/status is "down", expected a map']],
  ['', 5, ['the value is a map, expected 5']],
  ['/constructor', 'x', ['/constructor is not there, expected "x"']],
];

describe('comparing JSON with what is expected', () => {
  it.each(DIFFERENCES)('%s with %j', (pointer, equals, differences) => {
    expect(compareJson([{ pointer, equals }], BODY)).toEqual(differences);
  });

  it.each([
    ['', 'is no JSON: it is empty'],
    ['<html>', 'is no JSON: it begins with "<html>"'],
  ])('%j is no JSON', (text, sentence) => {
    expect(compareJson([{ pointer: '', equals: 1 }], text)).toEqual([sentence]);
  });

  it('takes any value for itself, and no other', () => {
    const parsed = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    fc.assert(
      fc.property(parsed, parsed, (a, b) => {
        expect(compareJson([{ pointer: '', equals: a }], JSON.stringify(a))).toEqual([]);
        expect(compareJson([{ pointer: '', equals: a }], JSON.stringify(b)).length === 0).toBe(isDeepStrictEqual(a, b));
      }),
    );
  });

  it('does not follow a hostile answer down', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(compareJson([{ pointer: '', equals: 'ok' }], deep)).toEqual(['the value is a list, expected "ok"']);
  });
});
