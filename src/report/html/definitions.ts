import type { Detail } from '../facts/details.js';
import { element, type Html } from './element.js';

/** Labels with what there is to say of each. */
export function definitions(details: readonly Detail[]): Html {
  return element(
    'dl',
    {},
    ...details.flatMap(({ label, text }) => [element('dt', {}, label), element('dd', {}, text)]),
  );
}
