import { SetupFailure } from '../setup/failure.mjs';

/** @typedef {import('./outputs.mjs').Quoted} Quoted */

const PLACE = /^<!-- output: (?<options>[^\n]*?) -->\n\n```(?:console|text)\n(?<lines>[^]*?)^```$/gmu;
const OPTION = /; (?=(?:from|until): |seldom$)/u;

/**
 * Every quoted output of a document: a comment `<!-- output: check examples/x.yml; from: A; until: B -->` and the block after it.
 * `from` and `until` may stand several times, for several excerpts; `seldom` stands last.
 * @param {string} text
 * @returns {Quoted[]}
 */
export function quotedOutputs(text) {
  return [...text.matchAll(PLACE)].map((match) => {
    const [command = '', ...options] = (match.groups?.options ?? '').split(OPTION);
    const lines = match.groups?.lines ?? '';
    const end = match.index + match[0].length - '```'.length;
    const isSeldom = options.at(-1) === 'seldom';
    return { command, excerpts: excerptsOf(options), isSeldom, start: end - lines.length, end };
  });
}

/** @param {string[]} options */
function excerptsOf(options) {
  /** @type {{ from: string | null, until: string | null }[]} */
  const excerpts = [];
  for (const option of options) {
    const [, name, value = ''] = /^(from|until): (.*)$/u.exec(option) ?? [];
    const last = excerpts.at(-1);
    if (name === 'from') excerpts.push({ from: value, until: null });
    else if (name === 'until' && last !== undefined) last.until = value;
    else if (name === 'until') excerpts.push({ from: null, until: value });
  }
  return excerpts.length === 0 ? [{ from: null, until: null }] : excerpts;
}

/**
 * The lines a document shows of what a command printed, with `…` between excerpts. Throws a `SetupFailure` where an excerpt's first
 * line is not there: the document would otherwise show nothing.
 * @param {Quoted} quoted
 * @param {string} printed
 */
export function shownLines({ command, excerpts }, printed) {
  let rest = printed.trimEnd().split('\n');
  const shown = excerpts.map(({ from, until }) => {
    const first = from === null ? 0 : rest.findIndex((line) => begins(line, from));
    if (first === -1)
      throw new SetupFailure(`${command}: no line of what it prints begins with "${from}":\n${printed}`);
    rest = rest.slice(first);
    const last = until === null ? -1 : rest.findIndex((line, index) => index > 0 && begins(line, until));
    const lines = last === -1 ? rest : rest.slice(0, last);
    rest = rest.slice(lines.length);
    return lines.join('\n').trimEnd();
  });
  return `${command.startsWith('$ ') ? command : `$ tightfit ${command}`}\n${shown.join('\n…\n')}\n`;
}

/** @param {string} line @param {string} words */
function begins(line, words) {
  return line.trimStart().startsWith(words);
}

/**
 * Lines without what is another on every run: times, process ids, digests.
 * @param {string} lines
 */
export function lasting(lines) {
  return lines
    .replace(/\b\d+(?:\.\d+)? (?:ms|s|min)\b/gu, 'TIME')
    .replace(/\bpid \d+/gu, 'pid N')
    .replace(/\b[0-9a-f]{12,64}\b/gu, 'DIGEST')
    .replace(/ +/gu, ' ');
}
