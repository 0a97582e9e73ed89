import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseTrendEntry, trendEntries, type TrendEntry } from '../../../src/core/trend/trend-entry.js';
import { appendedTrend, isForeign, parseTrend, TREND_BYTES, TREND_LINES } from '../../../src/core/trend/trend-file.js';
import { minimized } from '../../support/sample-minimize.js';
import { RECORDED_SAMPLES } from '../../support/sample-recorded.js';
import { result, service } from '../../support/sample-results.js';

const ENTRY: TrendEntry = {
  service: 'web',
  at: '2026-05-04T10:11:12.000Z',
  verdict: 'tight',
  looseness: 3.8,
  used: 61,
  granted: 117,
  needed: null,
  key: '8f14e45fceea167a',
};
const LINE = JSON.stringify(ENTRY);

describe('a trend entry', () => {
  test('tells of each service what there is to draw', () => {
    const [entry, ...others] = trendEntries(RECORDED_SAMPLES['tight-recorded'] ?? result());
    expect(others).toEqual([]);
    expect(entry).toEqual({
      service: 'samba',
      at: '2026-05-04T10:11:12.000Z',
      verdict: 'tight',
      looseness: 3.8,
      used: 2,
      granted: 120,
      needed: null,
      key: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(trendEntries(minimized())[0]?.needed).toBeGreaterThan(0);
  });

  test('has another key on another image, and the same for another verdict', () => {
    const keyOf = (changes: Parameters<typeof service>[0]): string | undefined =>
      trendEntries(result({ services: [service(changes)] }))[0]?.key;
    expect(keyOf({ verdict: 'loose' })).toBe(keyOf({}));
    expect(keyOf({ image: { reference: 'a', id: 'sha256:1' } })).not.toBe(keyOf({}));
  });

  test('is read as it was written', () => {
    expect(parseTrendEntry(LINE)).toEqual(ENTRY);
    expect(parseTrendEntry(JSON.stringify({ ...ENTRY, later: 1 }))).toEqual(ENTRY);
  });

  test.each([
    '',
    '{',
    'null',
    '[]',
    '7',
    JSON.stringify({ ...ENTRY, verdict: 'fine' }),
    JSON.stringify({ ...ENTRY, at: 'yesterday' }),
    JSON.stringify({ ...ENTRY, at: '2026-99-99T00:00:00Z' }),
    JSON.stringify({ ...ENTRY, looseness: '3' }),
    JSON.stringify({ ...ENTRY, used: -1 }),
    JSON.stringify({ ...ENTRY, key: 3 }),
  ])('is not %s', (line) => {
    expect(parseTrendEntry(line)).toBeNull();
  });

  test('is found in no text by throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => {
        const entry = parseTrendEntry(line);
        expect(entry === null || typeof entry.service === 'string').toBe(true);
      }),
    );
  });
});

describe('a trend file', () => {
  test('grows by what is added', () => {
    const text = appendedTrend(parseTrend(''), [ENTRY]);
    expect(text).toBe(`${LINE}\n`);
    expect(parseTrend(appendedTrend(parseTrend(text), [ENTRY])).entries).toEqual([ENTRY, ENTRY]);
  });

  test('keeps lines that cannot be read where they are, and tells them', () => {
    const trend = parseTrend(`${LINE}\r\n\n{"half": \n${LINE}`);
    expect(trend.unreadable).toEqual([3]);
    expect(trend.entries).toHaveLength(2);
    expect(appendedTrend(trend, [ENTRY]).split('\n')).toEqual([LINE, '{"half": ', LINE, LINE, '']);
  });

  test('is another file when nothing in it can be read', () => {
    expect(isForeign(parseTrend('# Readme\n\ntext\n'))).toBe(true);
    expect(isForeign(parseTrend('\n'))).toBe(false);
    expect(isForeign(parseTrend(`# Readme\n${LINE}\n`))).toBe(false);
  });

  test('keeps its last lines', () => {
    const full = parseTrend(`${'x\n'.repeat(5)}${`${LINE}\n`.repeat(TREND_LINES - 5)}`);
    const lines = appendedTrend(full, [ENTRY, ENTRY]).trimEnd().split('\n');
    expect(lines).toHaveLength(TREND_LINES);
    expect(lines.filter((line) => line === 'x')).toHaveLength(3);
  });

  test('keeps within its size, in bytes', () => {
    const wide = { ...ENTRY, service: 'ü'.repeat(1500) };
    const text = appendedTrend(
      parseTrend(''),
      Array.from({ length: 900 }, () => wide),
    );
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(TREND_BYTES);
    expect(Buffer.byteLength(text)).toBeGreaterThan(TREND_BYTES - 4000);
  });
});
