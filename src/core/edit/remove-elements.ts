import type { TextEdit } from './text-edit.js';

/** Where an element stands, by offsets in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Elements between brackets, separated by commas, and which of them go. */
export interface BracketedList {
  /** The offset after the opening bracket. */
  readonly open: number;
  readonly elements: readonly Span[];
  readonly removed: ReadonlySet<number>;
}

/**
 * Takes elements out of a bracketed list of JSON or YAML with the comma and the white space that belong to each. Comments stay.
 */
export function removeElements(text: string, list: BracketedList): readonly TextEdit[] {
  const lastKept = list.elements.findLastIndex((_, index) => !list.removed.has(index));
  return list.elements.flatMap((element, index) => {
    if (!list.removed.has(index)) return [];
    const next = list.elements[index + 1];
    const spans =
      index < lastKept && next !== undefined
        ? upTo(text, element, next.start)
        : downFrom(text, element, list.elements[index - 1]?.end ?? list.open);
    return spans.map((span) => ({ ...span, text: '' }));
  });
}

/** From an element to the next, so that the next takes its place. */
function upTo(text: string, { start, end }: Span, next: number): readonly Span[] {
  if (isGap(text.slice(end, next))) return [{ start, end: next }];
  const after = text.slice(end, next);
  const spaced = /^,[ \t]*(?=#)/.exec(after)?.[0] ?? '';
  if (spaced !== '' && /\s/.test(text.charAt(start - 1))) return [{ start, end: end + spaced.length }];
  return [{ start, end }, ...comma(text, end, next)];
}

/** From the end of what stands before: nothing follows that needs the comma. */
function downFrom(text: string, { start, end }: Span, before: number): readonly Span[] {
  if (isGap(text.slice(before, start))) return [{ start: before, end }];
  return [...comma(text, before, start), { start, end }];
}

function isGap(between: string): boolean {
  return /^[\s,]*$/.test(between);
}

/** The comma between two elements, among comments: one needs a space before it. */
function comma(text: string, from: number, to: number): readonly Span[] {
  const [found, before = ''] = /^((?:\s|#[^\n]*)*),(?:[ \t]+(?=[^#\s]))?/.exec(text.slice(from, to)) ?? [];
  return found === undefined ? [] : [{ start: from + before.length, end: from + found.length }];
}
