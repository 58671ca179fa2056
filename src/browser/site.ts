import './anchors.ts';
import { makeDialog } from '../search/browser/dialog.ts';
import { keepOffline } from './offline.ts';
import './ticket.ts';
import { dialogWords } from './words.ts';
import styles from '../styles/script.css?url';

// The only script on every page, in one file: loads the styles of what it shows, opens the search dialog, copies links and tickets. All
// else waits until it is needed.

const sheet = document.createElement('link');
sheet.rel = 'stylesheet';
sheet.href = styles;
document.head.append(sheet);

let dialog: HTMLDialogElement | null = null;

/** Without script the form leads to the list of codes; that is also where it leads if the script cannot be loaded. */
async function openSearch(query = ''): Promise<void> {
  const form = document.querySelector<HTMLFormElement>('form.search');
  if (!form) return;
  dialog ??= makeDialog(form);
  if (!dialog.open) dialog.showModal();
  const input = dialog.querySelector('input')!;
  if (query) input.value = query;
  // Enter may come before the search is loaded: without it, the form would take it for its button and close.
  let entered = false;
  let failed = false;
  // A new page has the files of the present build; those of the build that this page is of may be gone.
  const again = () => (location.href = `${form.action}?q=${encodeURIComponent(input.value.trim())}`);
  input.onkeydown = (event) => {
    entered = event.key === 'Enter' && !event.isComposing;
    if (entered && failed) again();
    return !entered;
  };
  try {
    const { startSearch } = await import('../search/browser/search.ts');
    const words = { base: import.meta.env.BASE_URL, locale: document.documentElement.lang, ...dialogWords };
    startSearch(dialog, words, entered, again);
  } catch {
    failed = true;
    if (entered) again();
    dialog.querySelector('#search-status')!.textContent = dialogWords.stale;
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form.search')) {
  const input = form.querySelector('input')!;
  // A key typed into the small field goes on in the dialog, and nothing stays behind.
  const open = () => {
    // Whoever knows the key and is early types it into the field.
    const typed = input.value.replace(/^\//, '');
    input.value = '';
    void openSearch(typed);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    open();
  });
  input.addEventListener('click', open);
  input.addEventListener('compositionend', open);
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) open();
  });
  // Typed before this script was there.
  if (document.activeElement === input && input.value) open();
}

document.addEventListener('keydown', (event) => {
  const writing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
  const slash = event.key === '/' && !writing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const control = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (!slash && !control) return;
  event.preventDefault();
  // A field of the page itself is where to type.
  const field = slash && document.querySelector<HTMLInputElement>('main form.search input');
  if (field) field.focus();
  else void openSearch();
});

const given = new URLSearchParams(location.search);
const asked = given.get('q');
if (asked) void openSearch(asked);

const picker = document.querySelector<HTMLFormElement>('form[data-pick-pair]');
if (picker) void import('./pair-form.ts').then(({ startPairForm }) => startPairForm(picker));

const board = document.querySelector<HTMLElement>('[data-board]');
if (board) void import('./board.ts').then(({ startBoard }) => startBoard(board));

const filter = document.querySelector<HTMLFieldSetElement>('fieldset[data-filter]');
if (filter) void import('./filter.ts').then(({ startFilter }) => startFilter(filter));

const grid = document.querySelector<HTMLDetailsElement>('details[data-pair-grid]');
if (grid) void import('./compare.ts').then(({ startCompare }) => startCompare(grid));

const nearest = document.querySelector<HTMLElement>('#nearest');
if (nearest) void import('../search/browser/notfound.ts').then(({ findNearest }) => findNearest(nearest));

if (import.meta.env.PROD && import.meta.env.OFFLINE) keepOffline(import.meta.env.BASE_URL);
