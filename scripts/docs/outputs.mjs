/**
 * @typedef {object} Quoted a place in a document that shows what a command prints
 * @property {string} command the words after `tightfit`
 * @property {string | null} from the first line shown begins with this, white space aside; `null`: the first
 * @property {string | null} until the first line no longer shown begins with this; `null`: none
 * @property {number} start where the quoted lines begin in the document
 * @property {number} end where they end
 */

const PLACE = /^<!-- output: (?<options>[^\n]*?) -->\n\n```(?:console|text)\n(?<lines>[^]*?)^```$/gmu;

/**
 * Every quoted output of a document: a comment `<!-- output: check examples/x.yml; from: A; until: B -->` and the block after it.
 * @param {string} text
 * @returns {Quoted[]}
 */
export function quotedOutputs(text) {
  return [...text.matchAll(PLACE)].map((match) => {
    const [command = '', ...limits] = (match.groups?.options ?? '').split(';').map((part) => part.trim());
    const lines = match.groups?.lines ?? '';
    const end = match.index + match[0].length - '```'.length;
    return { command, from: limitOf(limits, 'from'), until: limitOf(limits, 'until'), start: end - lines.length, end };
  });
}

/** @param {string[]} limits @param {string} name */
function limitOf(limits, name) {
  return limits.find((limit) => limit.startsWith(`${name}: `))?.slice(name.length + 2) ?? null;
}

/**
 * The lines a document shows of what a command printed.
 * @param {Quoted} quoted
 * @param {string} printed
 */
export function shownLines({ command, from, until }, printed) {
  const lines = printed.trimEnd().split('\n');
  const first = from === null ? 0 : lines.findIndex((line) => line.trimStart().startsWith(from));
  const rest = first === -1 ? [] : lines.slice(first);
  const last = until === null ? -1 : rest.findIndex((line, index) => index > 0 && line.trimStart().startsWith(until));
  const shown = (last === -1 ? rest : rest.slice(0, last)).join('\n').trimEnd();
  return `$ tightfit ${command}\n${shown}\n`;
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
