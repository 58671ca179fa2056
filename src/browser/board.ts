// Arrow keys move across the board of all codes as the eye does: left and right from tile to tile, up and down to the nearest one of
// the next row that has any. Tab goes through the links as everywhere.

/** Middle of a tile, in pixels of the window. */
const middle = (tile: Element): { x: number; y: number } => {
  const { left, top, width, height } = tile.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};

/**
 * @param from the tile with the focus
 * @param tiles all of the board, in the order of their numbers
 * @param key the name of an arrow key
 * @returns the tile that lies there; undefined at the edge, and for any other key
 */
function towards(from: HTMLElement, tiles: HTMLElement[], key: string): HTMLElement | undefined {
  const at = tiles.indexOf(from);
  if (key === 'ArrowRight') return tiles[at + 1];
  if (key === 'ArrowLeft') return tiles[at - 1];
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
  const start = middle(from);
  const way = key === 'ArrowDown' ? 1 : -1;
  const list = from.closest('.panels > *')!;
  // Rows of one column of the board, the nearest row first; within it the nearest tile.
  return tiles
    .filter((tile) => list.contains(tile))
    .map((tile) => ({ tile, down: way * (middle(tile).y - start.y), aside: Math.abs(middle(tile).x - start.x) }))
    .filter(({ down }) => down > 1)
    .sort((one, other) => Math.round(one.down - other.down) || one.aside - other.aside)[0]?.tile;
}

/** @param board the part of `CodeBoard.astro`, whose links are the tiles */
export function startBoard(board: HTMLElement): void {
  const tiles = [...board.querySelectorAll<HTMLElement>('.jacks a')];
  board.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const tile = tiles.find((one) => one === event.target);
    const next = tile && towards(tile, tiles, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
