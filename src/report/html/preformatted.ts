import { block } from '../escape/neutralize.js';
import { element, type Html } from './element.js';

/** Text of many lines as it is, its first or last part where it is long. */
export function preformatted(text: string, keep: 'first' | 'last'): Html {
  const lines = block(text, { prefix: '', maxLines: 50, maxBytes: 20_000, keep });
  return element(
    'pre',
    { tabindex: 0 },
    ...lines.flatMap((line, index) => (index === 0 ? [line] : [element('br', {}), line])),
  );
}
