import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { json } from '../../src/report/json.js';
import { foreignText } from '../support/foreign-text.js';
import { suspiciousLines } from '../support/runner-commands.js';
import { finding, result, SAMPLES } from '../support/sample-results.js';

test('keeps the order of keys, ends in one line feed and is the same twice', () => {
  const text = json(result());
  expect(Object.keys(JSON.parse(text) as object)).toEqual(Object.keys(result()));
  expect(text.endsWith('}\n')).toBe(true);
  expect(json(result())).toBe(text);
});

test('sorts findings by place and rule, however they come', () => {
  const findings = SAMPLES['loose']?.findings ?? [];
  const sorted = json(result({ findings }));
  expect(json(result({ findings: findings.toReversed() }))).toBe(sorted);
  expect(sorted.indexOf('NET_RAW is granted')).toBeLessThan(sorted.indexOf('CHOWN is granted'));
});

test('is inert when printed and loses nothing', () => {
  fc.assert(
    fc.property(foreignText(), (message) => {
      const text = json(result({ findings: [finding('test-failed', { message })] }));
      expect((JSON.parse(text) as { findings: unknown }).findings).toEqual([finding('test-failed', { message })]);
      expect(suspiciousLines(text)).toEqual([]);
      expect(text).not.toMatch(/[^\P{C}\n\p{Co}]|[\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
    }),
    { numRuns: 200 },
  );
});
