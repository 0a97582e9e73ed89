import fc from 'fast-check';

/** What gives text a meaning somewhere, to be mixed with anything. */
const FRAGMENTS = [
  ...['##[', '##', '[', ']', '#', '::', ':', 'error', 'error::', 'set-output name=verdict::tight'],
  ...['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029', ' ', '\t', '\u00a0', '\u3000'],
  ...[
    '\u001b',
    '\u001b[',
    '\u001b[0m',
    '\u009b',
    '\0',
    '\b',
    '\u200b',
    '\u200d',
    '\u202e',
    '\ufe0f',
    '\ud800',
    '\udc00',
  ],
  ...[
    '`',
    '```',
    '|',
    '\\',
    '<',
    '>',
    '&',
    '&lt;',
    '*',
    '_',
    '~',
    '!',
    '(',
    ')',
    '$',
    '@',
    '@a',
    '#1',
    'gh-1',
    '- ',
    '1. ',
  ],
  ...['http://', 'www.', 'a@b.c', ':100:', '<b>', '-->', '---', '===', '    '],
];

/** Text that nobody vouches for: any characters, mixed with everything that has a meaning to a runner, a terminal or Markdown. */
export function foreignText(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...FRAGMENTS) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
  );
  return fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
}
