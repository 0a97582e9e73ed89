import { describe, expect, test } from '@jest/globals';
import type { CheckResult } from '../../src/core/result.js';
import { judgeStandard } from '../../src/core/standards/judge-standard.js';
import { summary } from '../../src/report/summary.js';
import { PLAIN } from '../../src/report/terminal/look.js';
import { text } from '../../src/report/text.js';
import { finding, SAMPLES } from '../support/sample-results.js';

const FAILED = finding('no-new-privileges-off', { severity: 'error', controls: ['CIS Docker 5.26'] });
const SUBJECT = { name: 'samba', verdict: 'loose', findings: [FAILED], untold: ['healthcheck-missing'] } as const;

function held(): CheckResult {
  const sample = SAMPLES['tight'];
  if (sample === undefined) throw new TypeError('no sample');
  const setting = { rule: 'writable-root', severity: 'off', reason: 'it | writes', service: 'samba' } as const;
  return {
    ...sample,
    findings: [FAILED],
    standards: [judgeStandard('cis-docker', [SUBJECT])],
    settings: [
      { ...setting, overruledBy: null },
      { ...setting, rule: 'runs-as-root', overruledBy: 'cis-docker' },
    ],
  };
}

describe('the text', () => {
  const printed = text(held(), { palette: PLAIN, width: 100 });

  test('has a table of the controls, what failed first', () => {
    expect(printed).toMatch(/^CIS Docker Benchmark 1\.6: \d+ of 31 controls met, 1 failed, \d+ not judged$/m);
    expect(printed).toMatch(
      /met, 1 failed.*\n5\.26 +✖ failed +The container is restricted .*\n? *.*\(no-new-privileges-off\)/,
    );
    expect(printed).toMatch(/^4\.6 +\? not judged +HEALTHCHECK .* \(healthcheck-missing needs the image\)$/m);
    expect(printed).toMatch(
      /^5\.5 +✔ met +Privileged containers are not used \(a policy cannot express privileged\)$/m,
    );
  });

  test('says which rules the policy sets and why, harmlessly', () => {
    expect(printed).toMatch(/^writable-root +off +it \| writes$/m);
    expect(printed).toMatch(/^runs-as-root +overruled +it \| writes, but cis-docker asks for it$/m);
  });

  test('names the controls that a finding is about', () => {
    expect(printed).toContain('\nno-new-privileges-off: CIS Docker 5.26\n');
  });
});

describe('the run page', () => {
  const page = summary(held());

  test('shows what failed, and every control folded', () => {
    expect(page).toContain('### CIS Docker Benchmark 1.6: ');
    expect(page.match(/\| ❌ failed \|/g)).toHaveLength(2);
    expect(page).toContain('Every control');
  });

  test('says which rules the policy sets, harmlessly', () => {
    expect(page).toContain('### Rules that the policy sets');
    expect(page).not.toContain('it | writes');
  });
});

test('a result without either says nothing of them', () => {
  const sample = SAMPLES['tight'];
  expect(sample === undefined ? '' : text(sample, { palette: PLAIN, width: 100 })).not.toMatch(
    /controls met|policy sets/,
  );
});
