/**
 * Where a text stops being JSON: the offset of the first token that does not fit, the text's length when more had to come.
 * Only for texts that JSON.parse refuses: its own message does not tell the place on every Node.
 */
export function firstMisfit(text: string): number {
  const token = new RegExp(TOKEN, 'y');
  const open: ('{' | '[')[] = [];
  let expected: Expectation = 'value';
  for (;;) {
    const offset = afterSpace(text, token.lastIndex);
    token.lastIndex = offset;
    const found = token.exec(text)?.[0];
    if (found === undefined) return offset;
    const next = advance(expected, found, open);
    if (next === null) return offset;
    expected = next;
  }
}

type Expectation = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'nothing';

const TOKEN =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/;

function afterSpace(text: string, from: number): number {
  const space = /[ \t\n\r]*/y;
  space.lastIndex = from;
  return from + (space.exec(text)?.[0].length ?? 0);
}

/** What has to follow the token, `null` when it does not fit. */
function advance(expected: Expectation, token: string, open: ('{' | '[')[]): Expectation | null {
  switch (expected) {
    case 'key':
    case 'key or }':
      if (token.startsWith('"')) return ':';
      return token === '}' && expected === 'key or }' ? close(open) : null;
    case ':':
      return token === ':' ? 'value' : null;
    case ', or end':
      if (token === ',') return open.at(-1) === '{' ? 'key' : 'value';
      return token === (open.at(-1) === '{' ? '}' : ']') ? close(open) : null;
    case 'value':
    case 'value or ]':
      if (token === ']' && expected === 'value or ]') return close(open);
      return startValue(token, open);
    case 'nothing':
      return null;
  }
}

function startValue(token: string, open: ('{' | '[')[]): Expectation | null {
  if (token === '{' || token === '[') {
    open.push(token);
    return token === '{' ? 'key or }' : 'value or ]';
  }
  return '}],:'.includes(token) ? null : afterValue(open);
}

function close(open: ('{' | '[')[]): Expectation {
  open.pop();
  return afterValue(open);
}

function afterValue(open: readonly unknown[]): Expectation {
  return open.length === 0 ? 'nothing' : ', or end';
}
