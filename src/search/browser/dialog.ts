import { dialogWords } from '../../browser/words.ts';

/** A new element with attributes and children */
function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  ...children: (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/**
 * Makes the search dialog and puts it into the page, which holds none: nobody can use it without script.
 *
 * @param form the search form of the page, with whose names and target the dialog speaks
 */
export function makeDialog(form: HTMLFormElement): HTMLDialogElement {
  const label = form.querySelector('label')!.textContent.trim();
  const button = form.querySelector('button')!;
  const name = button.getAttribute('aria-label') ?? button.textContent.trim();
  const { placeholder } = form.querySelector('input')!;
  const dialog = element(
    'dialog',
    { id: 'search', 'aria-label': name },
    element(
      'form',
      { method: 'dialog' },
      element('label', { for: 'search-input', class: 'visually-hidden' }, label),
      element('input', {
        id: 'search-input',
        type: 'search',
        role: 'combobox',
        'aria-expanded': 'false',
        'aria-controls': 'search-results',
        'aria-autocomplete': 'list',
        placeholder,
        autocomplete: 'off',
        spellcheck: 'false',
        enterkeyhint: 'go',
      }),
      element('button', { type: 'submit', value: 'close' }, dialogWords.close),
    ),
    element('p', { class: 'hint' }, dialogWords.hint),
    element('p', { id: 'search-status', role: 'status' }),
    element('div', { id: 'search-results', role: 'listbox', 'aria-label': name }),
    element('p', {}, element('a', { href: form.action }, dialogWords.all)),
  );
  form.after(dialog);
  return dialog;
}
