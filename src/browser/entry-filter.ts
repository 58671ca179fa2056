// The field above the entries of a long page: what does not hold every word that is typed is hidden.

/** @returns whether a text holds a word; a number only from its first digit on, so that 17 is not found in 417 */
const holds = (text: string, word: string): boolean =>
  /^\d+$/.test(word) ? new RegExp(`(?<!\\d)${word}`).test(text) : text.includes(word);

/** Full width digits and letters are read as the plain ones, as Japanese keyboards write them. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

const field = document.querySelector<HTMLInputElement>('.entry-filter input')!;
const result = document.querySelector('.entry-filter [role=status]')!;
const entries = [...document.querySelectorAll<HTMLElement>('[data-entry]')].map((element) => ({
  element,
  text: plain(element.textContent),
}));
const groups = document.querySelectorAll<HTMLElement>('[data-entries]');

const apply = (): void => {
  const words = plain(field.value).split(/\s+/).filter(Boolean);
  for (const { element, text } of entries) element.hidden = !words.every((word) => holds(text, word));
  for (const group of groups) {
    group.hidden = !group.querySelector('[data-entry]:not([hidden])');
    if (group instanceof HTMLDetailsElement) group.open = words.length > 0;
  }
  const shown = entries.filter(({ element }) => !element.hidden);
  // A single one is what was looked for.
  const only = shown.length === 1 ? shown[0]!.element : null;
  if (only instanceof HTMLDetailsElement) only.open = true;
  const { shown: some, none } = field.dataset as Record<'shown' | 'none', string>;
  result.textContent =
    words.length === 0
      ? ''
      : shown.length === 0
        ? none
        : some.replace('{n}', String(shown.length)).replace('{all}', String(entries.length));
};

field.addEventListener('input', apply);
// A value that the browser brings back with the page.
if (field.value) apply();

// A module, so that its names are its own.
export {};
