import { describe, expect, it } from '@jest/globals';
import { lasting, quotedOutputs, shownLines } from '../../../scripts/docs/outputs.mjs';

const DOCUMENT = `Before.

<!-- output: check a.yml; from: Refused; until: On -->

\`\`\`text
$ tightfit check a.yml
old
\`\`\`

Between, and a block that quotes nothing:

\`\`\`text
left alone
\`\`\`

<!-- output: $ echo one; echo two; seldom -->

\`\`\`console
\`\`\`
`;

const PRINTED = `✔ web: tight

  Refused by profile.json
    chmod  EPERM

  On        an engine
  Refused by another.json
    mount  EPERM
  On        an engine
`;

/** What `options` show of PRINTED, without the line of the command. */
function shown(options: string): string {
  const [quoted] = quotedOutputs(`<!-- output: check a.yml${options} -->\n\n\`\`\`text\n\`\`\`\n`);
  return quoted === undefined ? 'not a quoted output' : shownLines(quoted, PRINTED).split('\n').slice(1).join('\n');
}

describe('quotedOutputs', () => {
  it('finds each place with its command and where its lines are', () => {
    const found = quotedOutputs(DOCUMENT);
    expect(found.map(({ command, excerpts, isSeldom }) => ({ command, excerpts, isSeldom }))).toEqual([
      { command: 'check a.yml', excerpts: [{ from: 'Refused', until: 'On' }], isSeldom: false },
      { command: '$ echo one; echo two', excerpts: [{ from: null, until: null }], isSeldom: true },
    ]);
    expect(found.map(({ start, end }) => DOCUMENT.slice(start, end))).toEqual(['$ tightfit check a.yml\nold\n', '']);
  });
});

describe('shownLines', () => {
  it('shows everything after the command where no limit is given', () => {
    expect(shown('')).toBe(PRINTED);
  });

  it('shows from a line up to another, without the blank lines before it', () => {
    expect(shown('; from: Refused; until: On')).toBe('  Refused by profile.json\n    chmod  EPERM\n');
    expect(shown('; until: Refused')).toBe('✔ web: tight\n');
  });

  it('takes each further excerpt after the one before it', () => {
    expect(shown('; from: Refused; until: On; from: Refused; until: On')).toBe(
      '  Refused by profile.json\n    chmod  EPERM\n…\n  Refused by another.json\n    mount  EPERM\n',
    );
  });

  it('fails where the first line of an excerpt is not printed', () => {
    expect(() => shown('; from: Granted')).toThrow('no line of what it prints begins with "Granted"');
  });

  it('shows a line for a shell as it is', () => {
    const [, quoted] = quotedOutputs(DOCUMENT);
    expect(quoted && shownLines(quoted, 'one\ntwo\n')).toBe('$ echo one; echo two\none\ntwo\n');
  });
});

describe('lasting', () => {
  it('leaves out times, process ids, digests and the width of columns, and nothing else', () => {
    expect(lasting('stop   12.5 s, 3 ms (pid 4711) sha256:0123456789ab')).toBe(
      lasting('stop 9 s, 417 ms (pid 1) sha256:ba9876543210'),
    );
    expect(lasting('12 syscalls')).not.toBe(lasting('13 syscalls'));
  });
});
