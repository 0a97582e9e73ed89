import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/core/finding.js';
import { annotations } from '../../src/report/annotations.js';
import { finding, result } from '../support/sample-results.js';

function at(line: number): Finding['location'] {
  return { file: 'tightfit.yml', line, column: 1 };
}

function many(count: number): readonly Finding[] {
  return Array.from({ length: count }, (_, index) =>
    finding('unused-capability', { message: `finding ${index + 1}`, location: at(index + 1) }),
  );
}

describe('annotations', () => {
  test('stand at the exact place, say fact, advice and rule', () => {
    const one = finding('unused-capability', {
      message: 'CHOWN is granted',
      advice: 'Remove CHOWN.',
      location: { file: 'tightfit.yml', line: 9, column: 4 },
    });
    expect(annotations(result({ findings: [one] }))).toEqual([
      {
        level: 'warning',
        file: 'tightfit.yml',
        line: 9,
        column: 4,
        title: 'samba: A granted capability is not needed in these tests',
        message: 'CHOWN is granted\nRemove CHOWN.\n[unused-capability]',
      },
    ]);
  });

  test('without a place have none', () => {
    const [one] = annotations(result({ findings: [finding('cancelled', { service: null, message: 'cancelled' })] }));
    expect(one).toEqual({
      level: 'error',
      file: null,
      line: null,
      column: null,
      title: 'The run was cancelled',
      message: 'cancelled\n[cancelled]',
    });
  });

  test('are at most ten of a level, and the tenth says how many more there are', () => {
    const notes = many(11).map((each) => ({ ...each, severity: 'note' as const }));
    const shown = annotations(result({ findings: [...many(13), ...notes] }));
    expect(shown.slice(0, 10).every(({ level }) => level === 'warning')).toBe(true);
    expect(shown.slice(10).map(({ level }) => level)).toEqual(Array.from({ length: 10 }, () => 'notice'));
    expect(shown[9]?.message).toBe('finding 10\n[unused-capability]\nand 3 more warnings');
    expect(shown[19]?.message).toBe('finding 10\n[unused-capability]\nand 1 more notice');
  });

  test('count what the result does not list', () => {
    const [one] = annotations(
      result({ findings: [finding('policy-invalid', { message: 'unknown key' })], findingCount: 30 }),
    );
    expect(one?.message).toBe('unknown key\n[policy-invalid]\nand 29 more errors');
  });

  test('come in the order of what they mean for the verdict, then of their places', () => {
    const ranked = annotations(
      result({
        findings: [
          finding('limit-exceeded', { message: 'loose', location: at(1) }),
          finding('not-ready', { message: 'broken without a place' }),
          finding('not-ready', { message: 'broken below', location: at(9) }),
          finding('not-ready', { message: 'broken above', location: at(2) }),
          finding('engine-failed', { message: 'unjudged' }),
        ],
      }),
    );
    expect(ranked.map(({ message }) => message.split('\n')[0])).toEqual([
      'unjudged',
      'broken above',
      'broken below',
      'broken without a place',
      'loose',
    ]);
  });
});
