import { element, type Child, type Html } from './element.js';

/** What most readers need not see, behind its title. */
export function folded(title: string, ...inside: readonly Child[]): Html {
  return element('details', {}, element('summary', {}, title), ...inside);
}
