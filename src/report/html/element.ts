import { htmlText } from '../escape/html.js';

/** A piece of a page that is already markup; everything else is text and is escaped. */
export interface Html {
  readonly markup: string;
}

/** What may stand inside an element. */
export type Child = Html | string | number;

/** `true` stands for an attribute without a value, `false` and `null` for none. */
export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** An element with its attributes and what is in it. Text and values are escaped; names are ours. */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Html {
  const start = `<${name}${Object.entries(attributes).map(attribute).join('')}>`;
  return { markup: VOID.has(name) ? start : `${start}${children.map(markupOf).join('')}</${name}>` };
}

/** Several pieces one after another. */
export function all(children: readonly Child[]): Html {
  return { markup: children.map(markupOf).join('') };
}

/** Nothing. */
export const NOTHING: Html = { markup: '' };

const VOID: ReadonlySet<string> = new Set(['br', 'input', 'meta']);
/** What one text keeps, in UTF-16 units. */
const LONGEST = 2000;

function markupOf(child: Child): string {
  return typeof child === 'object' ? child.markup : htmlText(String(child), LONGEST);
}

function attribute([name, value]: readonly [string, string | number | boolean | null]): string {
  if (value === false || value === null) return '';
  return value === true ? ` ${name}` : ` ${name}="${htmlText(String(value), LONGEST)}"`;
}
