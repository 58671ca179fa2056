// Products against codes, narrowed by product and code. The choice is kept in the address, so that it can be linked.

/**
 * Keeps table, count and address in step with the form of `ProductMatrix.astro`.
 *
 * @param form the group with the two fields
 * @param table codes in rows, products in columns
 */
export function startMatrix(form: HTMLFieldSetElement, table: HTMLTableElement): void {
  const status = form.querySelector('[role=status]')!;
  const product = form.elements.namedItem('product') as HTMLSelectElement;
  const code = form.elements.namedItem('code') as HTMLInputElement;
  const rows = [...table.tBodies[0]!.rows];
  const ids = [...table.tHead!.rows[0]!.cells].map((cell) => cell.dataset['product'] ?? '');

  const apply = (): void => {
    const column = product.value ? ids.indexOf(product.value) : 0;
    const wanted = code.value.replace(/\D/g, '');
    let shown = 0;
    for (const row of rows) {
      const cells = [...row.cells];
      // Of one product only the codes of which something is known; half a number means all that begin with it.
      row.hidden = !row.dataset['code']!.startsWith(wanted) || (column > 0 && !cells[column]!.dataset['label']);
      cells.forEach((cell, index) => (cell.hidden = column > 0 && index > 0 && index !== column));
      if (!row.hidden) shown += 1;
    }
    [...table.tHead!.rows[0]!.cells].forEach((cell, index) => {
      cell.hidden = column > 0 && index > 0 && index !== column;
    });
    const { shown: counted, none } = form.dataset as Record<'shown' | 'none', string>;
    status.textContent =
      shown === 0 ? none : counted.replace('{n}', String(shown)).replace('{all}', String(rows.length));
  };

  const remember = (): void => {
    const address = new URL(location.href);
    for (const { name, value } of [product, code])
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    history.replaceState(null, '', address);
  };

  const asked = new URLSearchParams(location.search);
  product.value = asked.get('product') ?? '';
  // A value that the list does not know leaves the field empty instead of at "all".
  if (product.selectedIndex < 0) product.value = '';
  code.value = (asked.get('code') ?? '').replace(/\D/g, '').slice(0, 3);
  apply();
  form.addEventListener('input', () => {
    apply();
    remember();
  });
  form.querySelector('button')!.addEventListener('click', () => {
    product.value = '';
    code.value = '';
    apply();
    remember();
  });
}
