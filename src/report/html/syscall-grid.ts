import type { ServiceResult } from '../../core/result.js';
import { CELL_STATES, syscallCells, type CellGroup, type CellState, type SyscallCell } from '../facts/syscall-cells.js';
import { element, NOTHING, type Html } from './element.js';

/** Every syscall a cell, grouped by what it is for; filters and what is known of the chosen one above. */
export function syscallGrid(
  service: ServiceResult,
  { arch, id }: { readonly arch: string | null; readonly id: string },
): Html {
  const groups = syscallCells(service, arch);
  if (groups.length === 0) return NOTHING;
  return element(
    'section',
    { class: 'grid', 'data-grid': true, 'aria-labelledby': `${id}-calls` },
    element('h3', { id: `${id}-calls` }, 'Syscalls'),
    element('div', { class: 'tools' }, ...legend(groups), search(id)),
    element('p', { class: 'detail', 'data-detail': true, 'aria-live': 'polite' }, HINT),
    element('div', { class: 'groups' }, ...groups.map(group)),
  );
}

const HINT = 'Point at a cell, or move with the arrow keys, to see who used it, when, and why it stands as it does.';

function legend(groups: readonly CellGroup[]): readonly Html[] {
  const cells = groups.flatMap((one) => one.cells);
  return CELL_STATES.flatMap((state) => {
    const number = cells.filter((cell) => cell.state === state).length;
    if (number === 0) return [];
    return [
      element(
        'button',
        { type: 'button', class: 'filter', 'data-filter': state, 'aria-pressed': 'false' },
        element('span', { class: `mark ${state}`, 'aria-hidden': 'true' }),
        ` ${number} ${LABELS[state]}`,
      ),
    ];
  });
}

const LABELS: Readonly<Record<CellState, string>> = {
  refused: 'refused',
  excess: 'excess',
  needed: 'proven needed',
  used: 'used',
  frozen: 'kept for start-up',
  excepted: 'excepted',
  unknown: 'not seen',
  absent: 'not granted',
};

function search(id: string): Html {
  return element(
    'span',
    { class: 'search' },
    element('label', { for: `${id}-find` }, 'Find '),
    element('input', {
      id: `${id}-find`,
      type: 'search',
      'data-find': true,
      placeholder: 'e.g. mount',
      autocomplete: 'off',
    }),
  );
}

function group({ purpose, cells }: CellGroup): Html {
  const granted = cells.filter(({ state }) => state !== 'absent' && state !== 'refused').length;
  return element(
    'div',
    { class: 'group' },
    element('h4', {}, purpose, ' ', element('small', {}, `${granted} of ${cells.length} granted`)),
    element('div', { class: 'cells', role: 'group', 'aria-label': purpose }, ...cells.map(cell)),
  );
}

function cell({ name, state, tier, facts }: SyscallCell): Html {
  return element('button', {
    type: 'button',
    class: `cell ${state}${state === 'excess' && (tier === 'T2' || tier === 'T3') ? ' risky' : ''}`,
    'data-name': name,
    'data-state': state,
    'aria-label': `${name}: ${facts.join('; ')}`,
    title: name,
    tabindex: -1,
  });
}
