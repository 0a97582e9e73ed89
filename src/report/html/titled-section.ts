import { element, type Child, type Html } from './element.js';

/** What heads a part of the page. */
export interface Heading {
  /** Of the heading, unique on the page. */
  readonly id: string;
  readonly title: string;
  /** `h2` for a part of the whole result, `h3` for one of a service. */
  readonly level: 'h2' | 'h3';
}

/** A part of the page under its heading, which also names it to a screen reader. */
export function titledSection({ id, title, level }: Heading, ...inside: readonly Child[]): Html {
  return element('section', { 'aria-labelledby': id }, element(level, { id }, title), ...inside);
}
