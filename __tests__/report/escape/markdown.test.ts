import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markdownCode, markdownFence, markdownText } from '../../../src/report/escape/markdown.js';
import { inline } from '../../../src/report/escape/neutralize.js';
import { foreignText } from '../../support/foreign-text.js';
import { liveInline, shownText } from '../../support/live-markdown.js';

const LIMITS = { maxLines: 10, maxBytes: 2000, keep: 'first' } as const;

describe('markdownText', () => {
  test.each([
    ['plain text (stays), as "it" is!', 'plain text (stays), as "it" is!'],
    ['a | b', 'a &#124; b'],
    ['`x` \\ <b> & _c_ *d* ~e~', '&#96;x&#96; &#92; &lt;b&gt; &amp; \\_c\\_ \\*d\\* \\~e\\~'],
    ['[x](y)', '\\[x\\](y)'],
    ['@octocat', '@&#8203;octocat'],
    ['closes #12, GH-7', 'closes #&#8203;12, GH-&#8203;7'],
    ['https://evil.example', 'https:&#8203;//evil.example'],
    ['www.evil.example', 'www&#8203;.evil.example'],
    ['main.c:100:5', 'main.c:&#8203;100:&#8203;5'],
    ['costs $5', 'costs <span>$</span>5'],
    ['# x', '\\# x'],
    ['- x', '\\- x'],
    ['12. x', '12\\. x'],
    ['    indented', 'indented'],
    ['a\nb', 'a ⏎ b'],
  ])('%j', (foreign, markdown) => {
    expect(markdownText(foreign)).toBe(markdown);
  });

  test('keeps a limit before escaping', () => {
    expect(markdownText('<'.repeat(100), 40)).toBe(`${'&lt;'.repeat(10)} … (90 more characters)`);
  });

  test('shows exactly the neutralised text and nothing alive', () => {
    fc.assert(
      fc.property(foreignText(), (foreign) => {
        const markdown = markdownText(foreign);
        expect(shownText(markdown).replaceAll('\u200b', '')).toBe(inline(foreign).trim());
        expect(liveInline(markdown)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('markdownCode', () => {
  test('keeps places as they can be copied', () => {
    expect(markdownCode('examples/a_b.yml:12:3')).toBe('<code>examples/a\\_b.yml:12:3</code>');
  });

  test('shows exactly the neutralised text and nothing alive', () => {
    fc.assert(
      fc.property(foreignText(), (foreign) => {
        const markdown = markdownCode(foreign);
        expect(shownText(markdown).replaceAll('\u200b', '')).toBe(inline(foreign));
        expect(liveInline(markdown)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('markdownFence', () => {
  test('is longer than any fence inside', () => {
    expect(markdownFence('a\n````\nb', LIMITS)).toEqual(['`````text', 'a', '````', 'b', '`````']);
  });

  test('is closed by its last line only', () => {
    fc.assert(
      fc.property(foreignText(), (foreign) => {
        const [open = '', ...rest] = markdownFence(foreign, LIMITS);
        const ticks = open.replace('text', '');
        expect(rest.findIndex((line) => line.trim().startsWith(ticks))).toBe(rest.length - 1);
      }),
      { numRuns: 2000 },
    );
  });
});
