import { quote } from '../excerpt.js';
import {
  DEFAULT_RUNTIMES,
  isOrdered,
  parseRuntimeRange,
  RUNTIME_NAMES,
  type RuntimeRange,
} from '../fit/runtime-range.js';
import { suggest } from '../suggest.js';
import type { Cursor } from './cursor.js';
import { mistake, type Mistake } from './mistake.js';

/** The `runtimes` list, the cursor standing at it; the default without one. Entries that cannot be read are noted. */
export function normalizeRuntimes(written: readonly string[] | undefined, cursor: Cursor): readonly RuntimeRange[] {
  if (written === undefined) return DEFAULT_RUNTIMES;
  return written.flatMap((text, index) => {
    const range = parseRuntimeRange(text);
    if (range !== null && isOrdered(range)) return [range];
    cursor.in(index).note(range === null ? unreadable(text) : reversed(text), 'value');
    return [];
  });
}

function unreadable(text: string): Mistake {
  const [name = ''] = text.trim().split(/ +/);
  if (RUNTIME_NAMES.some((known) => known === name)) {
    return mistake(
      `${quote(text)} does not name versions of ${name}`,
      `Write ${name} 1.1, ${name} 1.1 - 1.3 or ${name}.`,
    );
  }
  const near = suggest(name, RUNTIME_NAMES);
  const advice = near === null ? `Write one of ${RUNTIME_NAMES.join(', ')}, with a version.` : `Did you mean ${near}?`;
  return mistake(`unknown runtime ${quote(name)}`, advice);
}

function reversed(text: string): Mistake {
  return mistake(`the first version of ${quote(text)} is above the last`, 'Write the older version first.');
}
