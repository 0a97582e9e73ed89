import { describe, expect, test } from '@jest/globals';
import type { CheckResult } from '../../src/core/result.js';
import { badge, badgeJson } from '../../src/report/badge.js';
import { textWidth } from '../../src/report/badge/text-width.js';
import { result, SAMPLES, service } from '../support/sample-results.js';
import { parseXml, type XmlElement } from '../support/strict-xml.js';

const CASES: readonly (readonly [string, CheckResult, color: string])[] = [
  ['tight', result(), 'brightgreen'],
  ['tight · 7', result({ services: [service({ looseness: 6.6 }), service({ looseness: 0 })] }), 'brightgreen'],
  ['loose · 63', result({ verdict: 'loose', services: [service({ looseness: 63 })] }), 'orange'],
  ['broken', result({ verdict: 'broken', services: [service({ looseness: 5 })] }), 'red'],
  ['unjudged', SAMPLES['no-engine'] ?? result(), 'lightgrey'],
  ['tight (not run)', SAMPLES['lint'] ?? result(), 'lightgrey'],
];

function all(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(all)];
}

describe.each(CASES)('a badge that says %s', (message, checked, color) => {
  const svg = parseXml(badge(checked));

  test('is an image with that name', () => {
    expect(svg.attributes).toMatchObject({ role: 'img', 'aria-label': `confinement: ${message}` });
    expect(svg.children[0]).toMatchObject({ name: 'title', text: `confinement: ${message}` });
  });

  test('has room for its text and none for anything else', () => {
    const texts = all(svg).filter(({ name }) => name === 'text');
    expect(texts.map(({ text }) => text)).toEqual(['confinement', message]);
    for (const { text, attributes } of texts) {
      expect(Math.abs(Number(attributes['textLength']) - textWidth(text))).toBeLessThanOrEqual(0.5);
    }
    const widths = texts.map(({ attributes }) => Number(attributes['textLength']) + 10);
    expect(Number(svg.attributes['width'])).toBe(widths.reduce((sum, width) => sum + width, 0));
  });

  test('loads and runs nothing', () => {
    expect(all(svg).filter(({ name }) => /script|image|use|style|foreignObject/.test(name))).toEqual([]);
    expect(badge(checked)).not.toMatch(/href|url\((?!#r\))|on[a-z]+=/);
  });

  test('is made by Shields from its core keys alone', () => {
    expect(JSON.parse(badgeJson(checked))).toEqual({ schemaVersion: 1, label: 'confinement', message, color });
  });
});

test.each([
  ['confinement', 68.31],
  ['tight · 7', 44.22],
  ['', 0],
  ['W', 10.7],
])('"%s" is %d pixels wide in Verdana', (text, width) => {
  expect(textWidth(text)).toBeCloseTo(width, 1);
});
