// The list of all codes, narrowed by class, request, sender and nature. The choice is kept in the address, so that it
// can be linked; it is not remembered anywhere else. Tiles of the board go out with the rows.

const FIELDS = ['class', 'method', 'sender', 'nature'] as const;
type Choice = Record<(typeof FIELDS)[number], string>;

const within = (list: string | undefined, wanted: string): boolean =>
  wanted === '' || list === '*' || (list ?? '').split(' ').includes(wanted);

/**
 * Shows the form and keeps list, count and address in step with it.
 *
 * @param form the group of `CodeFilter.astro`; the list is the sections with `data-class` next to it
 */
export function startFilter(form: HTMLFieldSetElement): void {
  // A browser measures every choice of a list before the first paint; these wait for the script, which they need anyway.
  for (const rest of form.querySelectorAll('template')) rest.previousElementSibling!.append(rest.content);
  const status = form.querySelector('[role=status]')!;
  const sections = [...document.querySelectorAll<HTMLElement>('section[data-class]')];
  const all = document.querySelectorAll('[data-methods]').length;
  const fields = (name: string) => [...form.querySelectorAll<HTMLSelectElement | HTMLInputElement>(`[name="${name}"]`)];
  // A list, or the buttons of a group, of which one is chosen.
  const chosen = (name: string) => fields(name).find((one) => one.matches('select, :checked'))!.value;
  /** What a list or a group does not know is as if nothing was asked. */
  const choose = (name: string, value: string) => {
    for (const one of fields(name)) {
      if (one instanceof HTMLInputElement) one.checked = one.value === value;
      else one.value = [...one.options].some((option) => option.value === value) ? value : '';
    }
    if (!fields(name).some((one) => one.matches('select, :checked'))) choose(name, '');
  };
  const tiles = new Map([...document.querySelectorAll<HTMLAnchorElement>('.jacks a')].map((tile) => [tile.href, tile]));

  const apply = (): void => {
    const choice = Object.fromEntries(FIELDS.map((name) => [name, chosen(name)])) as Choice;
    let shown = 0;
    for (const section of sections) {
      let here = 0;
      for (const item of section.querySelectorAll<HTMLElement>('[data-methods]')) {
        const { methods, senders } = item.dataset;
        item.hidden = !(
          within(section.dataset['class'], choice.class) &&
          within(methods, choice.method) &&
          within(senders, choice.sender) &&
          within(item.className, choice.nature)
        );
        if (!item.hidden) here += 1;
        tiles.get(item.querySelector('a')!.href)?.toggleAttribute('data-off', item.hidden);
      }
      section.hidden = here === 0;
      shown += here;
    }
    const { shown: counted, none } = form.dataset as Record<'shown' | 'none', string>;
    status.textContent = shown === 0 ? none : counted.replace('{n}', String(shown)).replace('{all}', String(all));
  };

  const remember = (): void => {
    const address = new URL(location.href);
    for (const name of FIELDS)
      if (chosen(name)) address.searchParams.set(name, chosen(name));
      else address.searchParams.delete(name);
    history.replaceState(null, '', address);
  };

  const asked = new URLSearchParams(location.search);
  for (const name of FIELDS) choose(name, asked.get(name) ?? '');
  apply();
  form.addEventListener('change', () => {
    apply();
    remember();
  });
  form.querySelector('button')!.addEventListener('click', () => {
    for (const name of FIELDS) choose(name, '');
    apply();
    remember();
  });
}
