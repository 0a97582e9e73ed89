import { describe, expect, test } from '@jest/globals';
import { PLAIN, type Palette } from '../../src/report/terminal/look.js';
import { columns } from '../../src/report/terminal/wrap.js';
import { text } from '../../src/report/text.js';
import { COMPARED_SAMPLES } from '../support/sample-baseline.js';
import { RECORDED_SAMPLES } from '../support/sample-recorded.js';
import { SAMPLES } from '../support/sample-results.js';

function ansi(code: number): (text: string) => string {
  return (painted) => `\u001b[${code}m${painted}\u001b[0m`;
}

const COLOURS: Palette = {
  bold: ansi(1),
  dim: ansi(2),
  red: ansi(31),
  green: ansi(32),
  yellow: ansi(33),
  cyan: ansi(36),
};

describe.each(Object.entries({ ...SAMPLES, ...RECORDED_SAMPLES, ...COMPARED_SAMPLES }))(
  'the text of a result that is %s',
  (_, sample) => {
    test('is the same in colour', () => {
      const coloured = text(sample, { palette: COLOURS, width: 80 });
      expect(coloured).toContain('\u001b[1m');
      expect(coloured.replaceAll(/\u001b\[\d+m/gu, '')).toBe(text(sample, { palette: PLAIN, width: 80 }));
    });

    test.each([60, 80, 120])('fits %i columns but for findings and what others wrote', (width) => {
      const lines = text(sample, { palette: PLAIN, width }).split('\n');
      const ours = lines.filter((line) => !/^\s+\| |: (?:error|warning|note): |^(?:error|warning|note): /u.test(line));
      expect(ours.filter((line) => columns(line) > width)).toEqual([]);
    });

    test('says what "unused" means wherever something was exercised', () => {
      const plain = text(sample, { palette: PLAIN, width: 120 });
      const ran = sample.services.some(({ declared }) => declared !== null);
      expect(plain.includes('"unused" means not used in these tests')).toBe(ran);
    });
  },
);
