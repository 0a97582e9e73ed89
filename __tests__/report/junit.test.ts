import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RULES } from '../../src/core/rules.js';
import { xmlText } from '../../src/report/escape/xml.js';
import { inline } from '../../src/report/escape/neutralize.js';
import { junit } from '../../src/report/junit.js';
import { foreignText } from '../support/foreign-text.js';
import { PAYLOADS } from '../support/hostile.js';
import { poisoned } from '../support/poisoned.js';
import { RECORDED_SAMPLES } from '../support/sample-recorded.js';
import { finding, result, SAMPLES } from '../support/sample-results.js';
import { parseXml, type XmlElement } from '../support/strict-xml.js';

const RULE_COUNT = Object.keys(RULES).length;

function suitesOf(name: string): readonly XmlElement[] {
  return parseXml(junit(SAMPLES[name] ?? result())).children;
}

function failedIn(suite: XmlElement | undefined): readonly string[] {
  const cases = suite?.children ?? [];
  return cases
    .filter(({ children }) => children.some(({ name }) => name === 'failure' || name === 'error'))
    .map(({ attributes, children }) => `${children[0]?.name ?? ''} ${attributes['name'] ?? ''}`);
}

describe('JUnit', () => {
  test.each(Object.entries({ ...SAMPLES, ...RECORDED_SAMPLES }))('counts what it holds (%s)', (_, sample) => {
    const root = parseXml(junit(sample));
    const cases = root.children.flatMap(({ children }) => children);
    const holding = (kind: string): number =>
      cases.filter(({ children }) => children.some(({ name }) => name === kind)).length;
    expect(root.attributes).toMatchObject({
      tests: String(cases.length),
      failures: String(holding('failure')),
      errors: String(holding('error')),
      skipped: String(holding('skipped')),
    });
  });

  test('has a case for every step and every rule of a service', () => {
    const [whole, samba] = suitesOf('tight');
    const names = samba?.children.map(({ attributes }) => attributes['name']) ?? [];
    expect(whole?.attributes['name']).toBe('examples/samba/tightfit.yml');
    expect(whole?.children.length).toBe(RULE_COUNT);
    expect(names.slice(0, 5)).toEqual(['start', 'ready', 'list the share and fetch a file', 'store a file', 'stop']);
    expect(names.slice(5)).toEqual(Object.keys(RULES));
  });

  test('fails what decided the verdict and nothing else', () => {
    expect(suitesOf('tight').flatMap(failedIn)).toEqual([]);
    expect(failedIn(suitesOf('loose')[1])).toEqual(['failure limit-exceeded']);
    expect(failedIn(suitesOf('broken')[1])).toEqual([
      'failure list the share and fetch a file',
      'failure test-failed',
      'failure broken-by-confinement',
    ]);
  });

  test('tells what could not be judged as an error', () => {
    expect(failedIn(suitesOf('policy-mistake')[0])).toEqual(['error policy-invalid']);
  });

  test('shows warnings and notes where their case passes', () => {
    const cases = suitesOf('loose')[1]?.children ?? [];
    const unused = cases.find(({ attributes }) => attributes['name'] === 'unused-capability');
    expect(unused?.children.map(({ name }) => name)).toEqual(['system-out']);
    expect(unused?.children[0]?.text.split('\n').length).toBe(2);
  });

  test('stays short for very many findings of one rule', () => {
    const findings = Array.from({ length: 80 }, (_, index) => finding('test-failed', { message: `number ${index}` }));
    const [, samba] = parseXml(junit(result({ findings, findingCount: findings.length }))).children;
    const lines = samba?.children.flatMap(({ children }) => children.flatMap(({ text }) => text.split('\n'))) ?? [];
    expect(lines.length).toBe(51);
    expect(lines.at(-1)).toBe('and 30 more findings');
  });

  test('is well-formed whatever others wrote, and holds just their text', () => {
    const isSound = (payload: string): boolean => {
      const [, suite] = parseXml(junit(poisoned(payload))).children;
      return suite?.attributes['name'] === inline(payload).replace(/ {2,}/g, (spaces) => spaces);
    };
    expect(PAYLOADS.filter((payload) => !isSound(payload)).length).toBe(0);
  });
});

test('any text comes back from XML as it is shown elsewhere', () => {
  fc.assert(
    fc.property(foreignText(), (text) => {
      const { attributes, text: content } = parseXml(`<a b="${xmlText(text)}">${xmlText(text)}</a>`);
      expect([attributes['b'], content]).toEqual([inline(text), inline(text)]);
    }),
    { numRuns: 500 },
  );
});
