import type { Locator, Part } from './locate.js';
import type { Mistake, Parsed } from './mistake.js';
import type { Path } from './plain.js';
import type { PlacedMistake } from './schema-mistakes.js';

/** A place in the policy that is being read, and where what is wrong there is noted. */
export interface Cursor {
  /** The place below, by key or position. */
  in(...keys: Path): Cursor;
  note(mistake: Mistake, part?: Part): void;
  /** The value, or `otherwise` after noting what is wrong with it. */
  take<T>(parsed: Parsed<T>, otherwise: T): T;
  /** Every value in order, or none after noting, where it stands, each that cannot be read: positions never shift. */
  takeEach<W, T>(items: readonly W[], parse: (item: W) => Parsed<T>): readonly T[];
  /** The scalar here as it is written. */
  source(): string | null;
}

/** A cursor at a path; mistakes are added to `noted`. */
export function cursorAt(path: Path, locator: Locator, noted: PlacedMistake[]): Cursor {
  const cursor: Cursor = {
    in: (...keys) => cursorAt([...path, ...keys], locator, noted),
    note: (mistake, part = 'value') => noted.push({ path, part, mistake }),
    take: (parsed, otherwise) => {
      if ('value' in parsed) return parsed.value;
      cursor.note(parsed.mistake);
      return otherwise;
    },
    takeEach: (items, parse) => {
      const values = items.flatMap((item, index) => {
        const parsed = parse(item);
        if ('value' in parsed) return [parsed.value];
        cursor.in(index).note(parsed.mistake);
        return [];
      });
      return values.length === items.length ? values : [];
    },
    source: () => locator.source(path),
  };
  return cursor;
}
