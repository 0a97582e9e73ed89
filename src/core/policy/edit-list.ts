import { isNode, type YAMLSeq } from 'yaml';
import { removeElements, type Span } from '../edit/remove-elements.js';
import { insertLines, lineStart, nextLine, type TextEdit } from '../edit/text-edit.js';

/** What happens to a list that is already written. */
export interface ListChange {
  /** Positions that go. */
  readonly removed: ReadonlySet<number>;
  /** Values as YAML writes them; they come last, or in place of what goes when nothing stays. */
  readonly added: readonly string[];
}

/** A list in a YAML text: with the end of its key. */
export interface PlacedList {
  readonly text: string;
  readonly list: YAMLSeq;
  readonly keyEnd: number;
}

/**
 * Changes a list and nothing around it: flow style stays flow style, a line each stays a line each. An own line of comment
 * stays; what stands behind a removed item on its line goes with it. `null` for an item that is not on lines of its own.
 */
export function editList(placed: PlacedList, { removed, added }: ListChange): readonly TextEdit[] | null {
  const spans = placed.list.items.map(spanOf);
  const swaps = removed.size === spans.length ? Math.min(removed.size, added.length) : 0;
  const replaced = spans.slice(0, swaps).map((span, index) => ({ ...span, text: added[index] ?? '' }));
  const gone = new Set([...removed].filter((index) => index >= swaps));
  const more = added.slice(swaps);
  const rest =
    placed.list.flow === true
      ? editFlow(placed, spans, { removed: gone, added: more })
      : editBlock(placed, spans, { removed: gone, added: more });
  return rest === null ? null : [...replaced, ...rest];
}

function spanOf(item: unknown): Span {
  const [start, end] = (isNode(item) ? item.range : null) ?? [0, 0];
  return { start, end };
}

function editFlow(
  { text, list }: PlacedList,
  elements: readonly Span[],
  { removed, added }: ListChange,
): readonly TextEdit[] {
  const open = (list.range?.[0] ?? 0) + 1;
  const end = elements.at(-1)?.end ?? open;
  const start = elements.length === 0 ? '' : ', ';
  const inserted = added.length === 0 ? [] : [{ start: end, end, text: `${start}${added.join(', ')}` }];
  return [...removeElements(text, { open, elements, removed }), ...inserted];
}

function editBlock(
  placed: PlacedList,
  items: readonly Span[],
  { removed, added }: ListChange,
): readonly TextEdit[] | null {
  const { text, keyEnd } = placed;
  const dashes = items.map((_, index) => dashOf(placed, items, index));
  const [first] = dashes;
  const last = items.at(-1);
  if (first === undefined || last === undefined || !dashes.every((dash) => startsLine(text, dash))) return null;
  const indent = text.slice(lineStart(text, first), first);
  const lines = [...removed].map((index) => linesFrom(text, dashes[index] ?? 0, items[index]?.end ?? 0));
  const inserted =
    added.length === 0
      ? []
      : [
          insertLines(
            text,
            last.end - 1,
            added.map((value) => `${indent}- ${value}`),
          ),
        ];
  const emptied = removed.size === items.length && added.length === 0 ? [emptyMark(text, keyEnd)] : [];
  return [...emptied, ...lines, ...inserted];
}

/** The dash is what comes next after the item before, apart from space and comments. */
function dashOf({ text, list }: PlacedList, items: readonly Span[], index: number): number {
  const from = items[index - 1]?.end ?? list.range?.[0] ?? 0;
  const skipped = /^(?:\s|#[^\n]*)*/.exec(text.slice(from))?.[0].length ?? 0;
  return from + skipped;
}

function startsLine(text: string, dash: number): boolean {
  return text[dash] === '-' && text.slice(lineStart(text, dash), dash).trim() === '';
}

/** Whole lines; the last of a text without a line end takes the one before with it. */
function linesFrom(text: string, dash: number, itemEnd: number): TextEdit {
  const start = lineStart(text, dash);
  const end = nextLine(text, itemEnd - 1);
  if (end < text.length || text.endsWith('\n')) return { start, end, text: '' };
  return { start: start - (/\r?\n$/.exec(text.slice(0, start))?.[0].length ?? 0), end, text: '' };
}

/** What a block list without items has to be written as, behind its key's colon. */
function emptyMark(text: string, keyEnd: number): TextEdit {
  const colon = /^\s*:/.exec(text.slice(keyEnd))?.[0].length ?? 0;
  return { start: keyEnd + colon, end: keyEnd + colon, text: ' []' };
}
