// The list of all codes, narrowed by class, request, sender and nature. The choice is kept in the address, so that it
// can be linked; it is not remembered anywhere else.

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
  const field = (name: string) => form.elements.namedItem(name) as HTMLSelectElement;

  const apply = (): void => {
    const choice = Object.fromEntries(FIELDS.map((name) => [name, field(name).value])) as Choice;
    let shown = 0;
    for (const section of sections) {
      let here = 0;
      for (const item of section.querySelectorAll<HTMLElement>('[data-methods]')) {
        const { methods, senders, nature } = item.dataset;
        item.hidden = !(
          within(section.dataset['class'], choice.class) &&
          within(methods, choice.method) &&
          within(senders, choice.sender) &&
          within(nature, choice.nature)
        );
        if (!item.hidden) here += 1;
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
      if (field(name).value) address.searchParams.set(name, field(name).value);
      else address.searchParams.delete(name);
    history.replaceState(null, '', address);
  };

  const asked = new URLSearchParams(location.search);
  for (const name of FIELDS) {
    field(name).value = asked.get(name) ?? '';
    // A value that the list does not know leaves the field empty instead of at "all".
    if (field(name).selectedIndex < 0) field(name).value = '';
  }
  apply();
  form.addEventListener('change', () => {
    apply();
    remember();
  });
  form.querySelector('button')!.addEventListener('click', () => {
    for (const name of FIELDS) field(name).value = '';
    apply();
    remember();
  });
}
