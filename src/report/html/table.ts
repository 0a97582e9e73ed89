import { element, type Child, type Html } from './element.js';

/** A table that scrolls sideways on a narrow screen; the first cell of each row heads it. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly Child[])[]): Html {
  const [first, ...others] = head;
  return element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    element(
      'table',
      {},
      element('caption', { class: 'unseen' }, caption),
      element(
        'thead',
        {},
        element('tr', {}, ...[first ?? '', ...others].map((title) => element('th', { scope: 'col' }, title))),
      ),
      element('tbody', {}, ...rows.map(row)),
    ),
  );
}

function row([first, ...others]: readonly Child[]): Html {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, first ?? ''),
    ...others.map((cell) => element('td', {}, cell)),
  );
}
