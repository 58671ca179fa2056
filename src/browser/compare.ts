// The grid of all pairs: one square per pair, lower code across, higher code down. It is drawn only when it is opened:
// 2,775 links would weigh more than the rest of the page. The rows of `ConfusedCodes.astro` give codes and settled pairs.

const rowsOfCodes = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-code]')];

/** The next place inside the triangle (row > column), or the same one at its edge */
function step(key: string, row: number, column: number, last: number): [number, number] {
  const moved: Record<string, [number, number]> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    Home: [row, 0],
    End: [row, row - 1],
  };
  const [down, across] = moved[key] ?? [row, column];
  return across >= 0 && across < down && down <= last ? [down, across] : [row, column];
}

function drawGrid(details: HTMLDetailsElement): void {
  const codes = rowsOfCodes().map((row) => row.dataset['code']!);
  const first = document.querySelector<HTMLAnchorElement>('.confused-codes a[href*="-vs-"]')!;
  const base = first.pathname.replace(/[^/]+\/$/, '');
  const settled = new Set(
    [...document.querySelectorAll<HTMLAnchorElement>('.confused-codes a[href*="-vs-"]')].map((link) => link.pathname),
  );

  const table = document.createElement('table');
  table.className = 'pair-grid';
  table.setAttribute('role', 'grid');
  table.ariaLabel = details.dataset['name']!;
  const head = table.createTHead().insertRow();
  head.append(document.createElement('td'), ...codes.slice(0, -1).map((code) => header(code, 'col')));
  const body = table.createTBody();
  for (const [index, code] of codes.entries()) {
    if (index === 0) continue;
    const row = body.insertRow();
    row.append(header(code, 'row'));
    for (const other of codes.slice(0, index)) {
      const link = document.createElement('a');
      link.href = `${base}${other}-vs-${code}/`;
      link.ariaLabel = `${other} ${details.dataset['versus']} ${code}`;
      link.title = link.ariaLabel;
      link.tabIndex = -1;
      if (settled.has(link.pathname)) link.className = 'settled';
      row.insertCell().append(link);
    }
  }
  const linkAt = (row: number, column: number) =>
    body.rows[row - 1]!.cells[column + 1]!.firstElementChild as HTMLAnchorElement;
  let current = linkAt(1, 0);
  current.tabIndex = 0;
  table.addEventListener('keydown', (event) => {
    const cell = (event.target as Element).closest('td');
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = (cell.parentElement as HTMLTableRowElement).rowIndex;
    const [down, across] = step(event.key, row, cell.cellIndex - 1, codes.length - 1);
    if (down === row && across === cell.cellIndex - 1) return;
    event.preventDefault();
    current.tabIndex = -1;
    current = linkAt(down, across);
    current.tabIndex = 0;
    current.focus();
  });

  const region = document.createElement('div');
  region.className = 'grid-region';
  region.append(table);
  details.append(region);
}

function header(code: string, scope: 'row' | 'col'): HTMLTableCellElement {
  const cell = document.createElement('th');
  cell.scope = scope;
  cell.textContent = code;
  cell.dataset['class'] = code[0]!;
  return cell;
}

/** @param details the folded element of the compare page that the grid is drawn into */
export function startCompare(details: HTMLDetailsElement): void {
  if (details.open) drawGrid(details);
  else details.addEventListener('toggle', () => drawGrid(details), { once: true });
}
