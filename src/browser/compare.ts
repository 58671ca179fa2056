// The grid of all pairs: one square per pair, lower code across, higher code down. It is drawn only when it is opened:
// 2,775 links would weigh more than the rest of the page. The numbers of `PairGrid.astro` give codes and who goes on at a fork,
// the list of `SettledPairs.astro` what a person has settled, with the first words of each verdict.

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

/** First words of the verdict of each settled pair, by the path of its page. */
const settledPairs = (): Map<string, string> =>
  new Map(
    [...document.querySelectorAll<HTMLAnchorElement>('.settled-pairs a')].map((link) => [
      link.pathname,
      link.parentElement!.querySelector('p')!.textContent!.trim(),
    ]),
  );

function drawGrid(details: HTMLDetailsElement): void {
  const rows = rowsOfCodes();
  const codes = rows.map((row) => row.dataset['code']!);
  const settled = settledPairs();
  const base = [...settled.keys()][0]!.replace(/[^/]+\/$/, '');
  const said = details.dataset as Record<'versus' | 'settled' | 'computed', string>;
  const won = new Map(
    [...details.querySelectorAll<HTMLElement>('[data-fork-word]')].map((word) => [
      word.dataset['forkWord']!,
      word.textContent!,
    ]),
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
    for (const [column, other] of codes.slice(0, index).entries()) {
      const link = document.createElement('a');
      const mark = rows[index]!.dataset['fork']![column]!;
      link.href = `${base}${other}-vs-${code}/`;
      link.ariaLabel = `${other} ${said.versus} ${code}`;
      link.title = [settled.has(link.pathname) ? said.settled : said.computed, won.get(mark)!].join(' · ');
      link.dataset['won'] = mark;
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

  // What a square means, in words, for those who see the grid; others hear it with the link.
  const line = details.querySelector('.grid-line')!;
  const tell = ({ target }: Event): void => {
    const link = (target as Element).closest<HTMLAnchorElement>('td a');
    if (link) line.textContent = [link.ariaLabel, link.title, settled.get(link.pathname)].filter(Boolean).join(' · ');
  };
  table.addEventListener('focusin', tell);
  table.addEventListener('pointerover', tell);

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
