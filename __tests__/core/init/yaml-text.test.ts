import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { oneLine, yamlList, yamlText } from '../../../src/core/init/yaml-text.js';

const ANYTHING = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      "'",
      '"',
      '\\',
      ':',
      ' ',
      '#',
      ',',
      '[',
      ']',
      '{',
      '}',
      '\n',
      '\r',
      '\u2028',
      '\ud800',
      '&',
      '*',
      '!',
      'a',
    ),
  }),
  fc.constantFrom(
    '',
    'yes',
    'NO',
    'null',
    '~',
    '1.10',
    '0x1f',
    '1e5',
    '.inf',
    '- a',
    '? b',
    '<<',
    '012',
    '2026-01-01',
    'a: b',
    'a #b',
    '\ufeff',
    '%',
    '@a',
    '`',
  ),
);

describe('yamlText', () => {
  it('is read back as the same text by YAML 1.2 and 1.1, in a block and between brackets', () => {
    fc.assert(
      fc.property(ANYTHING, (text) => {
        for (const version of ['1.2', '1.1'] as const) {
          expect(parse(`a: ${yamlText(text)}`, { version })).toEqual({ a: text });
          expect(parse(`a: { b: ${yamlText(text)}, c: ${yamlList([text, text])} }`, { version })).toEqual({
            a: { b: text, c: [text, text] },
          });
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is one line of characters that show', () => {
    fc.assert(
      fc.property(ANYTHING, (text) => {
        expect(yamlText(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it.each([
    ['www-data', 'www-data'],
    ['/var/lib/app', '/var/lib/app'],
    ['.', '.'],
    ['101:101', "'101:101'"],
    ['no', "'no'"],
    ["it's", `"it's"`],
    ['a\nb', '"a\\u000ab"'],
  ])('writes %j plainly where it can', (text, written) => {
    expect(yamlText(text)).toBe(written);
  });
});

describe('oneLine', () => {
  it('can stand in a comment, whatever it is', () => {
    fc.assert(
      fc.property(ANYTHING, (text) => {
        const line = oneLine(text);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(parse(`# ${line}\na: 1`)).toEqual({ a: 1 });
      }),
    );
  });
});
