import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readResult } from '../../src/core/read-result.js';
import { json } from '../../src/report/json.js';
import { RECORDED_SAMPLES } from '../support/sample-recorded.js';
import { result, SAMPLES } from '../support/sample-results.js';

const validate = new Ajv2020().compile(
  JSON.parse(readFileSync(new URL('../../result.schema.json', import.meta.url), 'utf8')) as object,
);

function mistake(value: unknown): string {
  const read = readResult(JSON.stringify(value));
  return 'mistake' in read ? read.mistake : '';
}

describe('a result that is read', () => {
  test.each(Object.entries({ ...SAMPLES, ...RECORDED_SAMPLES }))('is the one that was written (%s)', (_, sample) => {
    const text = json(sample);
    expect(readResult(text)).toEqual({ result: JSON.parse(text) as unknown });
  });

  test.each([
    ['{', 'it is not JSON'],
    ['null', 'it is nothing, expected an object'],
    ['{}', 'it has no version'],
    [JSON.stringify({ ...result(), extra: 1 }), 'it has an unknown key "extra"'],
    [
      JSON.stringify({ ...result(), verdict: 'fine' }),
      '/verdict is "fine", expected one of "tight", "loose", "broken", "unjudged"',
    ],
    [JSON.stringify({ ...result(), findingCount: -1 }), '/findingCount is -1, expected at least 0'],
    [
      JSON.stringify(result()).replace('"runs-as-root"', '"no-such-rule"'),
      'it names a rule that this version does not know',
    ],
    [
      JSON.stringify(result()).replace('"line":12', '"line":"12"'),
      '/findings/0/location/line is "12", expected a value of type integer',
    ],
  ])('%s is none', (text, expected) => {
    const read = readResult(text);
    expect('mistake' in read ? read.mistake : '').toBe(expected);
  });

  test('is refused where the published schema refuses it, whatever is changed', () => {
    const samples = Object.values({ ...SAMPLES, ...RECORDED_SAMPLES }).map((sample) => JSON.stringify(sample));
    const change = fc.record({
      sample: fc.constantFrom(...samples),
      at: fc.nat(),
      value: fc.jsonValue({ maxDepth: 1 }),
    });
    fc.assert(
      fc.property(change, ({ sample, at, value }) => {
        const changed = replaced(JSON.parse(sample), at, value);
        expect(mistake(changed) === '').toBe(validate(changed));
      }),
      { numRuns: 300 },
    );
  });
});

/** A copy whose member number `at`, in order of appearance, is another value. */
function replaced(root: unknown, at: number, value: unknown): unknown {
  const places: { readonly parent: Record<string, unknown>; readonly key: string }[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const parent = node as Record<string, unknown>;
    for (const key of Object.keys(parent)) {
      if (key === 'rule') continue;
      places.push({ parent, key });
      visit(parent[key]);
    }
  };
  visit(root);
  const place = places[at % places.length];
  if (place !== undefined) place.parent[place.key] = value;
  return root;
}
