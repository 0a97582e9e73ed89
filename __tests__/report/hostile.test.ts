import { error } from '@actions/core';
import { describe, expect, jest, test } from '@jest/globals';
import { annotations, type Annotation } from '../../src/report/annotations.js';
import { markdownCode, markdownFence, markdownText } from '../../src/report/escape/markdown.js';
import { comment } from '../../src/report/comment.js';
import { diffJson } from '../../src/report/diff-json.js';
import { diffText } from '../../src/report/diff-text.js';
import { block, inline } from '../../src/report/escape/neutralize.js';
import { findingLine } from '../../src/report/finding-line.js';
import { json } from '../../src/report/json.js';
import { junit } from '../../src/report/junit.js';
import { outputs } from '../../src/report/outputs.js';
import { sarif } from '../../src/report/sarif.js';
import { summary } from '../../src/report/summary.js';
import { PLAIN } from '../../src/report/terminal/look.js';
import { text } from '../../src/report/text.js';
import { PAYLOADS } from '../support/hostile.js';
import { liveInline, liveLines, shownText } from '../support/live-markdown.js';
import { poisoned, poisonedComparison } from '../support/poisoned.js';
import { parseCommand, suspiciousLines } from '../support/runner-commands.js';
import { finding } from '../support/sample-results.js';

const LIMITS = { maxLines: 20, maxBytes: 4000, keep: 'first' } as const;

/** What a terminal acts on or does not show. Line feeds separate our own lines. */
const UNSEEN = /[^\P{C}\n\p{Co}]|[\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Everything that is printed to a terminal or a runner's log, for one payload. */
const PRINTED: Readonly<Record<string, (payload: string) => string>> = {
  inline: (payload) => inline(payload),
  block: (payload) => block(payload, { ...LIMITS, prefix: '  | ' }).join('\n'),
  'a block without a prefix': (payload) => block(payload, { ...LIMITS, prefix: '' }).join('\n'),
  'a finding': (payload) => findingLine(finding('policy-invalid', { message: payload, advice: payload })),
  'text at 80 columns': (payload) => text(poisoned(payload), { palette: PLAIN, width: 80 }),
  'text at 24 columns': (payload) => text(poisoned(payload), { palette: PLAIN, width: 24 }),
  json: (payload) => json(poisoned(payload)),
  sarif: (payload) => sarif(poisoned(payload)),
  junit: (payload) => junit(poisoned(payload)),
  'a comment': (payload) => comment(poisoned(payload), poisoned(`${payload}!`)),
  'a comparison': (payload) => diffText(poisonedComparison(payload), { palette: PLAIN, width: 80 }),
  'a comparison as JSON': (payload) => diffJson(poisonedComparison(payload)),
  'the data of annotations': (payload) =>
    annotations(poisoned(payload))
      .flatMap(({ file, title, message }) => [file ?? '', title, message])
      .join('\n'),
};

/** The payloads that are not safe, written so that a failing test is no attack of its own. */
function failing(isSafe: (payload: string) => boolean): readonly string[] {
  return PAYLOADS.filter((payload) => !isSafe(payload)).map((payload) =>
    payload.slice(0, 60).replace(/[^ !$-9;-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`),
  );
}

test('the corpus has 200 different payloads or more, and most are live as they are', () => {
  expect(new Set(PAYLOADS).size).toBe(PAYLOADS.length);
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(200);
  expect(PAYLOADS.filter((payload) => suspiciousLines(payload).length > 0).length).toBeGreaterThanOrEqual(80);
  expect(PAYLOADS.filter((payload) => UNSEEN.test(payload)).length).toBeGreaterThanOrEqual(80);
  expect(PAYLOADS.filter((payload) => liveInline(payload).length > 0).length).toBeGreaterThanOrEqual(100);
});

test.each(Object.entries(PRINTED))(
  '%s holds no command of a runner and nothing that a terminal acts on or hides',
  (_, print) => {
    expect(
      failing((payload) => {
        const printed = print(payload);
        return suspiciousLines(printed).length === 0 && !UNSEEN.test(printed);
      }),
    ).toEqual([]);
  },
);

test('text closes with its own verdicts, and no other line has their form', () => {
  const isOurs = (payload: string): boolean => {
    const lines = text(poisoned(payload), { palette: PLAIN, width: 80 }).trimEnd().split('\n');
    const verdicts = lines.filter((line) => /^tightfit: .*: (?:tight|loose|broken|unjudged)$/u.test(line));
    const expected = [`tightfit: ${inline(payload)}: broken`, 'tightfit: samba: tight'];
    return [verdicts, lines.slice(-2)].every((found) => JSON.stringify(found) === JSON.stringify(expected));
  };
  expect(failing(isOurs)).toEqual([]);
});

describe('Markdown', () => {
  test('shows text as it is', () => {
    const shown = (markdown: string): string => shownText(markdown).replaceAll('\u200b', '');
    expect(failing((payload) => shown(markdownText(payload)) === inline(payload).trim())).toEqual([]);
    expect(failing((payload) => shown(markdownCode(payload)) === inline(payload))).toEqual([]);
  });

  test('has no markup, link, mention or reference of others', () => {
    expect(failing((payload) => liveInline(markdownText(payload)).length === 0)).toEqual([]);
    expect(failing((payload) => liveInline(markdownCode(payload)).length === 0)).toEqual([]);
  });

  test('keeps a fence closed to its last line', () => {
    const closings = (lines: readonly string[]): number =>
      lines.findIndex(
        (line, index) => index > 0 && /^ {0,3}`+\s*$/u.test(line) && line.trim().length >= (lines[0] ?? '').length - 4,
      );
    const isClosedLast = (lines: readonly string[]): boolean => closings(lines) === lines.length - 1;
    expect(failing((payload) => isClosedLast(markdownFence(payload, LIMITS)))).toEqual([]);
  });

  test('of a whole summary consists of our own markup and their text', () => {
    expect(failing((payload) => liveLines(summary(poisoned(payload))).length === 0)).toEqual([]);
  });
});

describe('annotations', () => {
  test('stay below the runner’s limit', () => {
    expect(failing((payload) => annotations(poisoned(payload)).every(({ message }) => message.length <= 4096))).toEqual(
      [],
    );
  });

  test('arrive at the runner as one command each', () => {
    const written: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    const arrives = ({ title, file, message }: Annotation): boolean => {
      written.length = 0;
      error(message, { title, ...(file === null ? {} : { file, startLine: 1 }) });
      const [line = '', ...rest] = written.join('').split(/\r\n|\r|\n/u);
      const command = parseCommand(line);
      return (
        rest.join('') === '' &&
        command?.name === 'error' &&
        command.data === message &&
        command.properties['title'] === title &&
        command.properties['file'] === (file === null || file === '' ? undefined : file)
      );
    };
    const broken = failing((payload) => annotations(poisoned(payload)).every(arrives));
    write.mockRestore();
    expect(broken).toEqual([]);
  });
});

describe('JSON', () => {
  test('parses to the very result', () => {
    expect(
      failing((payload) => {
        const { findings, ...rest } = JSON.parse(json(poisoned(payload))) as ReturnType<typeof poisoned>;
        const { findings: expected, ...others } = poisoned(payload);
        return JSON.stringify(rest) === JSON.stringify(others) && findings.length === expected.length;
      }),
    ).toEqual([]);
  });
});

describe('outputs', () => {
  test('hold safe values only', () => {
    const values = (payload: string): readonly string[] =>
      Object.values(outputs(poisoned(payload), { report: payload }));
    expect(failing((payload) => values(payload).every((value) => /^[A-Za-z0-9._:/,-]*$/.test(value)))).toEqual([]);
  });
});
