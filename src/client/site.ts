// The only script on every page: opens the search dialog and sends the compare form. All else waits until it is needed.

const dialog = document.querySelector<HTMLDialogElement>('#search');

async function openSearch(query = ''): Promise<void> {
  if (!dialog) return;
  if (!dialog.open) dialog.showModal();
  const input = dialog.querySelector<HTMLInputElement>('#search-input');
  if (input && query) input.value = query;
  const { startSearch } = await import('./search.ts');
  await startSearch(dialog);
}

for (const form of document.querySelectorAll<HTMLFormElement>('form.search')) {
  const input = form.querySelector('input');
  const open = () => void openSearch(input?.value ?? '');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    open();
  });
  input?.addEventListener('click', open);
  // A key typed into the small field goes on in the dialog.
  input?.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) open();
  });
}

document.addEventListener('keydown', (event) => {
  const writing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
  const slash = event.key === '/' && !writing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const control = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (!slash && !control) return;
  event.preventDefault();
  void openSearch();
});

const asked = new URLSearchParams(location.search).get('q');
if (asked) void openSearch(asked);

for (const picker of document.querySelectorAll<HTMLFormElement>('form[data-pick-pair]')) {
  picker.hidden = false;
  picker.addEventListener('submit', (event) => {
    event.preventDefault();
    const data = new FormData(picker);
    const [a, b] = [Number(data.get('a')), Number(data.get('b'))];
    const base = picker.dataset['pickPair']!;
    location.href = a === b ? `${base}${a}/` : `${base}${Math.min(a, b)}-vs-${Math.max(a, b)}/`;
  });
}

const nearest = document.querySelector<HTMLElement>('#nearest');
if (nearest) {
  const base = nearest.dataset['base'] ?? '/';
  const path = decodePath(location.pathname.slice(base.length));
  const japanese = path.startsWith('ja/');
  const numbers = [...new Set(path.match(/(?<!\d)[1-6]\d\d(?!\d)/g) ?? [])].map(Number).slice(0, 2);
  if (numbers.length > 0) {
    const name = numbers.length === 2 ? `${Math.min(...numbers)}-vs-${Math.max(...numbers)}` : String(numbers[0]);
    const address = `${base}${japanese ? 'ja/' : ''}sip/${name}/`;
    void fetch(address, { method: 'HEAD' }).then((response) => {
      if (response.ok) location.replace(address);
    });
  }
}

/** A broken escape in an address is no reason to fail. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
