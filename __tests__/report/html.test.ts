import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { html } from '../../src/report/html.js';
import { PAYLOADS } from '../support/hostile.js';
import { liveHtml } from '../support/live-html.js';
import { poisoned } from '../support/poisoned.js';
import { looseness, refusedRow, row, syscallReport } from '../support/sample-fit-report.js';
import { exercise, finding, result, service } from '../support/sample-results.js';

const SYSCALLS = syscallReport(
  [row('read'), row('mremap', { state: 'excess', tier: 'T2', programs: [], firstStep: null, lastStep: null })],
  { refused: [refusedRow('mount')] },
);
const SERVICE = service({ syscalls: SYSCALLS, fit: looseness(), looseness: 21.2 });
const PAGE = html(result({ services: [SERVICE] }));

describe('the page', () => {
  test('lets nothing run or load but its own style and script', () => {
    const [, style = ''] = /<style>([^]*?)<\/style>/u.exec(PAGE) ?? [];
    const [, script = ''] = /<script>([^]*?)<\/script>/u.exec(PAGE) ?? [];
    const digest = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(PAGE) ?? [];
    expect(policy.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; style-src '${digest(style)}'; script-src '${digest(script)}'; base-uri 'none'; form-action 'none'`,
    );
    expect(PAGE).not.toMatch(/https?:\/\/|url\(|@import/u);
  });

  test('begins with the verdict', () => {
    expect(PAGE.indexOf('class="word"')).toBeGreaterThan(0);
    expect(PAGE.indexOf('class="word"')).toBeLessThan(PAGE.indexOf('data-grid'));
  });

  test('says the same of the same result', () => {
    expect(html(result({ services: [SERVICE] }))).toBe(PAGE);
  });

  test('is our own markup alone, whatever others wrote', () => {
    expect(liveHtml(PAGE)).toEqual([]);
    expect(PAYLOADS.filter((payload) => liveHtml(html(poisoned(payload))).length > 0)).toEqual([]);
    expect(liveHtml(`${PAGE}<img src=x onerror=alert(1)>`)).toHaveLength(1);
  });
});

describe('the syscall grid', () => {
  const cellOf = (name: string): string =>
    new RegExp(`<button [^>]*data-name="${name}"[^>]*>`, 'u').exec(PAGE)?.[0] ?? '';

  test('has a cell for every call of the ABI, granted or not', () => {
    expect(PAGE.match(/class="cell /gu)?.length).toBeGreaterThan(350);
    expect(cellOf('read')).toContain('data-state="used"');
    expect(cellOf('mremap')).toContain('data-state="excess"');
    expect(cellOf('mremap')).toContain('risky');
    expect(cellOf('mount')).toContain('data-state="refused"');
    expect(cellOf('keyctl')).toContain('data-state="absent"');
  });

  test('tells why a cell stands as it does', () => {
    expect(cellOf('mremap')).toContain('mremap: granted and not used in these tests');
    expect(cellOf('mount')).toMatch(/mount: not granted; refused with \w+: /u);
  });
});

test('the scale has the service, its limit and what it is compared with', () => {
  expect(PAGE).toMatch(
    /aria-label="Looseness 21.2, limit \d+\. exact fit 0, Docker&#39;s current default 100, unconfined \d+\."/u,
  );
});

test('a broken service shows the failed step first and its log on demand', () => {
  const steps = [
    { kind: 'test', name: 'fetch', state: 'failed', difference: 'no <file>', duration: 5, attempts: 1 },
  ] as const;
  const declared = exercise({ works: false, steps, log: 'Permission denied' });
  const page = html(result({ verdict: 'broken', services: [service({ verdict: 'broken', declared })] }));
  expect(page).toContain('no &lt;file&gt;');
  expect(page).toMatch(/<details><summary>End of the container&#39;s log<\/summary>/u);
});

test('a trend is shown from two points on', () => {
  const point = { service: SERVICE.name, at: '2026-11-01T00:00:00.000Z', verdict: 'tight', looseness: 7 } as const;
  expect(html(result({ services: [SERVICE] }), [point])).not.toContain('Over time');
  expect(html(result({ services: [SERVICE] }), [point, { ...point, looseness: 9 }])).toContain('Looseness over 2 runs');
});

test('very many findings and services make a page that still opens', () => {
  const findings = Array.from({ length: 30_000 }, () => finding('unused-capability', {}));
  const services = Array.from({ length: 300 }, (_, index) => ({ ...SERVICE, name: `service-${index}` }));
  const page = html(result({ services, findings, findingCount: 30_000 }));
  expect(page).toContain('and 29500 more findings in the other formats');
  expect(page.length).toBeLessThan(12_000_000);
});
