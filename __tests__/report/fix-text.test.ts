import { describe, expect, test } from '@jest/globals';
import type { FixPlan } from '../../src/core/fit/fixable.js';
import { fixPatch, fixText } from '../../src/report/fix-text.js';
import { PLAIN } from '../../src/report/terminal/look.js';
import { PAYLOADS } from '../support/hostile.js';
import { suspiciousLines } from '../support/runner-commands.js';

const LOOK = { palette: PLAIN, width: 60 };

const PLAN: FixPlan = {
  files: [
    {
      path: '/x/tightfit.yml',
      file: 'tightfit.yml',
      before: 'a: 1\n\tb\r\n',
      after: 'a: 1\n',
      removed: [
        { service: 'web', names: ['CHOWN', 'NET_RAW'] },
        { service: 'db', names: ['KILL'] },
      ],
    },
  ],
  notes: ['profile.json still allows statx: only commands of the tests of web use it'],
};

function poisonedPlan(payload: string): FixPlan {
  const file = { path: payload, file: payload, before: `${payload}\n`, after: 'x\n' };
  return { files: [{ ...file, removed: [{ service: payload, names: [payload] }] }], notes: [payload] };
}

describe('what a fix did', () => {
  test('is told file by file, with what stays and what to do next', () => {
    expect(fixText(PLAN, 'tightfit.yml', LOOK).split('\n')).toEqual([
      'tightfit.yml',
      '  web: 2 grants removed: CHOWN, NET_RAW',
      '  db: 1 grant removed: KILL',
      '- profile.json still allows statx: only commands of the',
      '  tests of web use it.',
      'Next: tightfit check tightfit.yml',
      '',
    ]);
  });

  test('is little when there is nothing to remove', () => {
    expect(fixText({ files: [], notes: [] }, 'tightfit.yml', LOOK)).toBe('Nothing to remove.\n');
  });

  test('holds no command of a runner, whatever files are called', () => {
    const texts = (payload: string): readonly string[] => [
      fixText(poisonedPlan(payload), payload, LOOK),
      fixPatch(poisonedPlan(payload)).text,
    ];
    expect(PAYLOADS.filter((payload) => texts(payload).some((shown) => suspiciousLines(shown).length > 0))).toEqual([]);
  });
});

describe('the patch of a fix', () => {
  test('is exact, tabs and carriage returns too', () => {
    expect(fixPatch(PLAN)).toEqual({
      text: '--- a/tightfit.yml\n+++ b/tightfit.yml\n@@ -1,2 +1,1 @@\n a: 1\n-\tb\r\n',
      exact: true,
    });
  });

  test('says when it is not', () => {
    expect(fixPatch(poisonedPlan('\u001b[2J')).exact).toBe(false);
  });
});
