import { describe, expect, test } from '@jest/globals';
import { comment } from '../../src/report/comment.js';
import { PAYLOADS } from '../support/hostile.js';
import { liveLines } from '../support/live-markdown.js';
import { manyFindings } from '../support/many-findings.js';
import { poisoned } from '../support/poisoned.js';
import { RECORDED_SAMPLES } from '../support/sample-recorded.js';
import { result, SAMPLES, service } from '../support/sample-results.js';

const TIGHT = RECORDED_SAMPLES['tight-recorded'] ?? result();
const LOOSE = RECORDED_SAMPLES['loose-excess'] ?? result();
const MARKER = /^<!-- tightfit-comment [0-9a-f]{16} -->\n/;

describe('a pull-request comment', () => {
  test('begins with the marker of its policy', () => {
    const [one, same, other] = [
      result(),
      result({ verdict: 'loose' }),
      result({ policy: { file: 'b', sha256: null } }),
    ];
    const markers = [one, same, other].map((checked) => MARKER.exec(comment(checked, null))?.[0] ?? '');
    expect(markers[0]).toMatch(MARKER);
    expect(markers[1]).toBe(markers[0]);
    expect(markers[2]).not.toBe(markers[0]);
  });

  test('says the verdict, why, and what to change', () => {
    const text = comment(SAMPLES['loose'] ?? result(), null);
    expect(text).toContain('## ⚠️ Confinement: loose\n\n### ⚠️ samba: loose\n');
    expect(text).toContain('\n- Remove NET\\_RAW and CHOWN from cap\\_add (examples/samba/loose.yml:9).\n');
    expect(text).not.toContain('Against the base');
  });

  test('says what is not as in the base, grants and behaviour apart', () => {
    const text = comment(LOOSE, TIGHT);
    const [, against = ''] = text.split('### Against the base\n\n');
    expect(against).toMatch(/^\*\*Grants\*\*\n\n- \*\*looser\*\* samba: <code>verdict<\/code>: tight → loose\n/);
    expect(against).toContain('\n\n**Behaviour**\n\n- **changed** samba: 2 syscalls <code>');
    expect(comment(TIGHT, TIGHT)).toContain('Nothing that was granted, used or refused has changed.');
  });

  test.each(Object.entries({ ...SAMPLES, ...RECORDED_SAMPLES }))('is short (%s)', (_, sample) => {
    expect(comment(sample, TIGHT).length).toBeLessThanOrEqual(65_536);
  });

  test('of very much is cut where it says so', () => {
    const services = Array.from({ length: 500 }, (_, index) => service({ name: `service-${index}` }));
    const many = { ...manyFindings(30_000), services };
    const text = comment(many, TIGHT);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
    expect(text).toMatch(/_and \d+ more services, see the report files_/);
    expect(text).toMatch(/- and \d+ more findings/);
  });

  test('consists of our own markup and the text of others, and stays short', () => {
    const broken = PAYLOADS.filter((payload) => {
      const text = comment(poisoned(payload), poisoned(`${payload}!`));
      return liveLines(text.replace(MARKER, '')).length > 0 || Buffer.byteLength(text) > 65_536;
    });
    expect(broken).toEqual([]);
  });
});
