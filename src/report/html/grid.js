// Filters and moves through the syscall grids. Without it everything is still there to read.
for (const grid of document.querySelectorAll('[data-grid]')) {
  const cells = [...grid.querySelectorAll('.cell')];
  const detail = grid.querySelector('[data-detail]');
  const find = grid.querySelector('[data-find]');
  const filters = [...grid.querySelectorAll('[data-filter]')];
  const hint = detail.textContent;

  const chosen = () =>
    filters.filter((one) => one.getAttribute('aria-pressed') === 'true').map((one) => one.dataset.filter);
  const tell = (cell) => {
    detail.textContent = cell.getAttribute('aria-label');
    for (const one of cells) one.tabIndex = one === cell ? 0 : -1;
  };
  const show = () => {
    const states = chosen();
    const text = find.value.trim().toLowerCase();
    for (const cell of cells) {
      const fits = (states.length === 0 || states.includes(cell.dataset.state)) && cell.dataset.name.includes(text);
      cell.classList.toggle('dim', !fits);
    }
    const found = text === '' ? [] : cells.filter((cell) => !cell.classList.contains('dim'));
    detail.textContent =
      found.length === 1 ? found[0].getAttribute('aria-label') : text === '' ? hint : `${found.length} found`;
  };
  const step = (from, by) => {
    const open = cells.filter((cell) => !cell.classList.contains('dim'));
    const next = open[Math.min(open.length - 1, Math.max(0, open.indexOf(from) + by))];
    next?.focus();
  };
  const perRow = (cell) => {
    const row = [...cell.parentElement.children].filter((one) => one.offsetTop === cell.offsetTop);
    return Math.max(1, row.length);
  };

  if (cells[0]) cells[0].tabIndex = 0;
  find.addEventListener('input', show);
  for (const filter of filters) {
    filter.addEventListener('click', () => {
      filter.setAttribute('aria-pressed', String(filter.getAttribute('aria-pressed') !== 'true'));
      show();
    });
  }
  for (const cell of cells) {
    cell.addEventListener('focus', () => tell(cell));
    cell.addEventListener('mouseenter', () => tell(cell));
    cell.addEventListener('keydown', (event) => {
      const moves = {
        ArrowRight: 1,
        ArrowLeft: -1,
        ArrowDown: perRow(cell),
        ArrowUp: -perRow(cell),
        Home: -Infinity,
        End: Infinity,
      };
      if (!(event.key in moves)) return;
      event.preventDefault();
      step(cell, moves[event.key]);
    });
  }
}
