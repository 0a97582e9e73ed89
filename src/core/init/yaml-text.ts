import { cut } from '../excerpt.js';

/** What YAML or a terminal would not show as itself: control, format, bidi, zero-width and private characters, lone surrogates. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Plain where no reader of YAML 1.1 or 1.2 could take it for anything but this text. */
const PLAIN = /^(?:\.$|(?:\/|\.\/)?[A-Za-z_][A-Za-z0-9_]*(?:[./@-][A-Za-z0-9_]+)*$)/;

/** Words that some reader of YAML takes for a truth value or nothing. https://yaml.org/type/bool.html */
const WORDS_WITH_A_MEANING = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** A text as a YAML scalar that every reader gives back unchanged, in a block or between brackets. */
export function yamlText(text: string): string {
  if (PLAIN.test(text) && !WORDS_WITH_A_MEANING.test(text)) return text;
  if (text.search(UNSEEN) === -1 && !text.includes("'")) return `'${text}'`;
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replace(UNSEEN, escaped)}"`;
}

/** A list of texts between brackets. */
export function yamlList(texts: readonly string[]): string {
  return `[${texts.map(yamlText).join(', ')}]`;
}

/** Foreign text for a comment or a sentence: one line, everything unseen escaped, at most so many characters. */
export function oneLine(text: string, limit = 200): string {
  return cut(text.trim().replace(/\s+/gu, ' '), limit).replace(UNSEEN, escaped);
}

/** How YAML's and JSON's quotes write a character, by its UTF-16 units. https://yaml.org/spec/1.2.2/#57-escaped-characters */
function escaped(unseen: string): string {
  return unseen
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
