import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/core/finding.js';
import type { CheckResult } from '../../src/core/result.js';
import { badge, badgeJson } from '../../src/report/badge.js';
import { junit } from '../../src/report/junit.js';
import { outputs } from '../../src/report/outputs.js';
import { sarif } from '../../src/report/sarif.js';
import { summary } from '../../src/report/summary.js';
import { PLAIN } from '../../src/report/terminal/look.js';
import { text } from '../../src/report/text.js';
import { result } from '../support/sample-results.js';

function note(rule: Finding['rule'], service: string | null): Finding {
  return { rule, severity: 'note', service, message: 'why', advice: '', location: null, grants: [] };
}

function empty(findings: readonly Finding[]): CheckResult {
  const run = { ...result().run, shard: { index: 2, count: 2 } };
  return result({ run, verdict: 'unjudged', environment: null, services: [], findings, findingCount: findings.length });
}

const CASES: readonly [string, CheckResult, string][] = [
  [
    'an empty shard',
    empty([note('shard-empty', null)]),
    'Nothing was run here, so this is no verdict: the services are those of other shards.',
  ],
  [
    'one unchanged service',
    empty([note('service-skipped', 'a')]),
    'Nothing was run, so this is no verdict: the one service has not changed.',
  ],
  [
    'unchanged services',
    empty([note('service-skipped', 'a'), note('service-skipped', 'b')]),
    'Nothing was run, so this is no verdict: none of 2 services has changed.',
  ],
];

describe.each(CASES)('%s', (_, nothing, words) => {
  test('is told first, to people', () => {
    expect(text(nothing, { palette: PLAIN, width: 200 }).split('\n').slice(0, 2)).toEqual([
      '? examples/samba/tightfit.yml: unjudged',
      `  ${words}`,
    ]);
    expect(summary(nothing)).toContain(words);
  });

  test('is neither green nor red, and no failed case', () => {
    expect(outputs(nothing, {})).toMatchObject({ verdict: 'unjudged' });
    expect(JSON.parse(badgeJson(nothing))).toMatchObject({ message: 'unjudged', color: 'lightgrey' });
    expect(badge(nothing)).toContain('unjudged');
    expect(junit(nothing)).toMatch(/<testsuites [^>]*failures="0" errors="0"/);
    expect(sarif(nothing)).not.toMatch(/"level":"(error|warning)"/);
  });
});
