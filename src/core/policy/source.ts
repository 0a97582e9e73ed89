import { Composer, CST, Lexer, LineCounter, Parser, type Document, type YAMLError } from 'yaml';
import { cut, quote } from '../excerpt.js';
import { mistake, type Mistake } from './mistake.js';

/** Bounds that no honest policy comes near: UTF-16 units of text, nesting, and words and signs of YAML. */
const MAX_SIZE = 1024 * 1024;
const MAX_DEPTH = 100;
const MAX_TOKENS = 50_000;

/** A mistake at an offset, in UTF-16 units from the text's beginning. */
export interface SourceMistake {
  readonly offset: number;
  readonly mistake: Mistake;
}

export interface Source {
  /** `null` when the text is no YAML, or YAML that a policy may not use. */
  readonly document: Document | null;
  readonly lines: LineCounter;
  readonly mistakes: readonly SourceMistake[];
}

/**
 * Reads YAML 1.2 without what makes one text mean another far away (anchors, aliases, tags, directives), and within bounds of
 * size and depth. After broken syntax only the first mistake is told: the rest follows from it.
 */
export function readSource(text: string): Source {
  const lines = new LineCounter();
  const { tokens, mistakes, complete } = scanTokens(text, lines);
  if (!complete) return { document: null, lines, mistakes };
  const [document, second] = compose(tokens, text.length);
  const broken = document?.errors[0] ?? second?.errors[0];
  if (broken !== undefined) mistakes.push(syntaxMistake(broken));
  else if (second !== undefined) mistakes.push(secondDocument(second));
  return { document: mistakes.length === 0 ? (document ?? null) : null, lines, mistakes };
}

interface Scan {
  readonly tokens: readonly CST.Token[];
  readonly mistakes: SourceMistake[];
  /** False when the text passes a bound: the last mistake says which, and the tokens are not all there. */
  readonly complete: boolean;
}

function scanTokens(text: string, lines: LineCounter): Scan {
  lines.addNewLine(0);
  if (text.length > MAX_SIZE) return { tokens: [], mistakes: [tooMuch('is larger than 1 MiB', 0)], complete: false };
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  const mistakes: SourceMistake[] = [];
  let count = 0;
  let inScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser;
    const refused = inScalar ? null : refusedLexeme(lexeme);
    if (refused !== null) mistakes.push({ offset, mistake: refused });
    inScalar = lexeme === CST.SCALAR;
    tokens.push(...parser.next(lexeme));
    const passed =
      ++count > MAX_TOKENS ? 'has too many entries' : parser.stack.length > MAX_DEPTH ? 'is nested too deeply' : null;
    if (passed !== null) return { tokens, mistakes: [...mistakes, tooMuch(passed, offset)], complete: false };
  }
  tokens.push(...parser.end());
  return { tokens, mistakes, complete: true };
}

function tooMuch(fact: string, offset: number): SourceMistake {
  return { offset, mistake: mistake(`the policy ${fact}`, 'Split it into several policies.') };
}

const FAR = 'a policy says everything where it holds';
const REFUSED = [
  { type: 'anchor', why: FAR, advice: 'Remove it.' },
  { type: 'alias', why: FAR, advice: 'Write the values out.' },
  { type: 'tag', why: "a value's type follows from how it is written", advice: 'Remove it.' },
  { type: 'directive-line', why: 'a policy is YAML 1.2', advice: 'Remove it.' },
];

function refusedLexeme(lexeme: string): Mistake | null {
  const type = CST.tokenType(lexeme);
  const refused = REFUSED.find((candidate) => candidate.type === type);
  if (refused === undefined) return null;
  const name = refused.type.replace('-line', '');
  return mistake(`the ${name} ${quote(lexeme.trimEnd())} is not accepted: ${refused.why}`, refused.advice);
}

function compose(tokens: readonly CST.Token[], length: number): readonly Document[] {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    // It compares every key with every other, which takes minutes for a hostile file. plain.ts looks keys up instead.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  return [...composer.compose(tokens, true, length)];
}

/** The parser's own words where they help; clearer ones for the mistakes that people make. */
const SYNTAX: Readonly<Record<string, { readonly fact?: string; readonly advice: string }>> = {
  TAB_AS_INDENT: { fact: 'a tab indents this line', advice: 'Indent with spaces.' },
  BLOCK_AS_IMPLICIT_KEY: {
    fact: 'a key or a list begins where a value stands',
    advice: 'Put the value in quotes, or correct the indentation.',
  },
  MULTILINE_IMPLICIT_KEY: { advice: 'Put the value in quotes, or correct the indentation.' },
  BAD_INDENT: { advice: 'Correct the indentation, or close what is open.' },
  BAD_SCALAR_START: { advice: 'Put the value in quotes.' },
  BAD_DQ_ESCAPE: { advice: 'Write two backslashes for one, or use single quotes.' },
};

function syntaxMistake({ code, message, pos: [offset] }: YAMLError): SourceMistake {
  const { fact = `${message.charAt(0).toLowerCase()}${message.slice(1)}`, advice = '' } = SYNTAX[code] ?? {};
  return { offset, mistake: mistake(`not valid YAML: ${cut(fact, 150)}`, advice) };
}

function secondDocument(document: Document): SourceMistake {
  const offset = document.contents?.range?.[0] ?? document.range?.[0] ?? 0;
  return {
    offset,
    mistake: mistake('a second document begins here; a policy is one', 'Write it to a file of its own.'),
  };
}
