import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { block, breakCommands, inline, utf8Length } from '../../../src/report/escape/neutralize.js';
import { foreignText } from '../../support/foreign-text.js';
import { suspiciousLines } from '../../support/runner-commands.js';

const ALL = { prefix: '| ', maxLines: 100, maxBytes: 10_000, keep: 'first' } as const;

describe('inline', () => {
  test.each([
    ['plain text stays', 'plain text stays'],
    ['a\nb\r\nc\rd', 'a ⏎ b ⏎ c ⏎ d'],
    ['ends in line feeds\n\n', 'ends in line feeds'],
    ['a\tb', 'a    b'],
    ['\u001b[1;31mred\u001b[0m', '␛red␛'],
    ['\u001b]0;title\u0007', '␛]0;title␇'],
    ['a\0b\u007f', 'a␀b␡'],
    ['\u202ethgit', '⟨U+202E⟩thgit'],
    ['\u{e0041}', '⟨U+E0041⟩'],
    ['\ud800', '⟨U+D800⟩'],
    [`e${'\u0301'.repeat(9)}`, `e${'\u0301'.repeat(4)}⟨…⟩`],
    ['Grüße, 漢字 😀', 'Grüße, 漢字 😀'],
    ['::error::x', ': :error::x'],
    ['std::string, [::1]:80', 'std::string, [::1]:80'],
    ['see ###[error] and ##[group]', 'see ## #[error] and # #[group]'],
  ])('%j', (foreign, shown) => {
    expect(inline(foreign)).toBe(shown);
  });

  test('says how much it cut, and cuts no character in two', () => {
    expect(inline('x'.repeat(200), 100)).toBe(`${'x'.repeat(70)} … (130 more characters)`);
    expect(inline(`${'x'.repeat(69)}😀${'y'.repeat(100)}`, 100)).toBe(`${'x'.repeat(69)} … (102 more characters)`);
  });

  test('of itself is itself, is one line, is no command and keeps its limit', () => {
    fc.assert(
      fc.property(foreignText(), fc.integer({ min: 40, max: 200 }), (foreign, limit) => {
        const shown = inline(foreign, limit);
        expect(inline(shown, limit)).toBe(shown);
        expect(shown.length).toBeLessThanOrEqual(limit);
        expect(suspiciousLines(shown)).toEqual([]);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('block', () => {
  test('shows every line behind its prefix', () => {
    expect(block('one\r\ntwo\u2028three\n\n::four\n', ALL)).toEqual(['| one', '| two', '| three', '| ', '| : :four']);
  });

  test('of nothing is nothing', () => {
    expect(block('\n', ALL)).toEqual([]);
  });

  test('keeps the first or the last lines and says what it cut', () => {
    const text = 'one\ntwo\nthree\nfour';
    expect(block(text, { ...ALL, maxLines: 2 })).toEqual([
      '| one',
      '| two',
      '| … 2 lines (11 bytes) after this not shown',
    ]);
    expect(block(text, { ...ALL, maxLines: 3, keep: 'last' })).toEqual([
      '| … 1 line (4 bytes) before this not shown',
      '| two',
      '| three',
      '| four',
    ]);
  });

  test('cuts by bytes of what it shows', () => {
    expect(block('üü\nüü\nüü', { ...ALL, maxBytes: 14 })).toEqual([
      '| üü',
      '| üü',
      '| … 1 line (5 bytes) after this not shown',
    ]);
  });

  test('has no command, keeps its limits and every prefix', () => {
    const options = fc.record({
      prefix: fc.constantFrom('', '| ', '   '),
      maxLines: fc.integer({ min: 0, max: 5 }),
      maxBytes: fc.integer({ min: 0, max: 200 }),
      keep: fc.constantFrom('first' as const, 'last' as const),
    });
    fc.assert(
      fc.property(foreignText(), options, (foreign, limits) => {
        const lines = block(foreign, limits);
        const kept = lines.filter((line) => !line.startsWith(`${limits.prefix}… `));
        expect(suspiciousLines(lines.join('\n'))).toEqual([]);
        expect(lines.join('\n')).not.toMatch(/[^\P{C}\n\p{Co}]/u);
        expect(lines.length).toBeLessThanOrEqual(limits.maxLines + 1);
        expect(lines.every((line) => line.startsWith(limits.prefix))).toBe(true);
        expect(utf8Length(kept.map((line) => `${line}\n`).join(''))).toBeLessThanOrEqual(limits.maxBytes);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('breakCommands', () => {
  test.each([
    ['  ::error::x', '  : :error::x'],
    ['\u00a0::error::x', '\u00a0: :error::x'],
    [':::x::', ': ::x::'],
    ['##[##[x', '# #[# #[x'],
    ['a ::b:: c', 'a ::b:: c'],
  ])('takes %j apart', (line, broken) => {
    expect(breakCommands(line)).toBe(broken);
    expect(breakCommands(broken)).toBe(broken);
  });
});
