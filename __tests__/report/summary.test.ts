import { describe, expect, test } from '@jest/globals';
import { utf8Length } from '../../src/report/escape/neutralize.js';
import { summary } from '../../src/report/summary.js';
import { looseness, refusedRow, row, syscallReport } from '../support/sample-fit-report.js';
import { exercise, finding, result, service } from '../support/sample-results.js';

const LIMIT = 900_000;

/** Takes more bytes than any other text of its length once escaped. */
const WIDE = '\u202e$@'.repeat(200);

describe('a summary', () => {
  test('of very many findings is cut and says by how much', () => {
    const findings = Array.from({ length: 3000 }, () => finding('unused-capability', { message: WIDE, advice: WIDE }));
    const text = summary(result({ findings, findingCount: 3500 }));
    const [, cut] = /- and (\d+) more findings\n- and 500 more findings not listed/u.exec(text) ?? [];
    const listed = text.split('\n').filter((line) => line.startsWith('- **warning**')).length;
    expect(listed).toBeGreaterThan(10);
    expect(listed + Number(cut)).toBe(3000);
    expect(utf8Length(text)).toBeLessThan(LIMIT);
  });

  test('of very many services keeps the worst', () => {
    const services = Array.from({ length: 1200 }, (_, index) =>
      service({
        name: `service-${index}`,
        verdict: index === 1199 ? 'broken' : 'tight',
        declared: exercise({ log: WIDE }),
      }),
    );
    const text = summary(result({ verdict: 'broken', services }));
    expect(text).toContain('## ❌ service-1199: broken');
    expect(text).toMatch(/_and \d+ more services, see the report files_/u);
    expect(text).toMatch(/\| and \d+ more \| {2}\| {2}\|/u);
    expect(utf8Length(text)).toBeLessThan(LIMIT);
  });

  test('of one monstrous service still shows it', () => {
    const steps = Array.from({ length: 5000 }, () => ({
      kind: 'test' as const,
      name: WIDE,
      state: 'failed' as const,
      difference: `${WIDE}\n`.repeat(1000),
      duration: 1,
      attempts: 2,
    }));
    const declared = exercise({ works: false, steps, log: `${WIDE}\n`.repeat(5000) });
    const calls = Array.from({ length: 3000 }, (_, index) =>
      row(`call_${index}`, { programs: [WIDE], lastStep: WIDE }),
    );
    const refused = calls.map(({ name }) => refusedRow(name, { program: WIDE, lastStep: WIDE }));
    const syscalls = syscallReport(calls, { refused });
    const one = service({
      verdict: 'broken',
      declared,
      image: { reference: WIDE, id: WIDE },
      syscalls,
      fit: looseness(),
    });
    const findings = Array.from({ length: 2000 }, (_, index) =>
      finding('test-failed', { message: WIDE, advice: `${index} ${WIDE}` }),
    );
    const text = summary(result({ verdict: 'broken', services: [one], findings }));
    expect(text).toContain('## ❌ samba: broken');
    expect(text).toMatch(/\| and \d+ more \|/u);
    expect(text).toMatch(/- and 1992 more, see the findings/u);
    expect(utf8Length(text)).toBeLessThan(LIMIT);
  });
});
