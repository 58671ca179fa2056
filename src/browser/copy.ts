import type { CopyWords } from '../i18n/pages/copy/en.ts';

// Copies a text and says so, aloud and at the foot of the window.

const status = document.createElement('p');
status.className = 'copied';
status.setAttribute('role', 'status');
document.body.append(status);

let hide: ReturnType<typeof setTimeout> | undefined;
const SHOWN_MS = 6000;

function say(message: string): void {
  clearTimeout(hide);
  // Emptied first: the same message twice would not be announced again.
  status.textContent = '';
  requestAnimationFrame(() => {
    status.textContent = message;
    hide = setTimeout(() => (status.textContent = ''), SHOWN_MS);
  });
}

/**
 * @param text what goes to the clipboard
 * @param done what is said then
 * @param control the link or button that was pressed; where the clipboard is refused, the text is shown selected after it
 */
export async function copy(text: string, done: string, control: HTMLElement, words: CopyWords): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    const field = document.createElement('textarea');
    field.className = 'to-copy';
    field.readOnly = true;
    field.rows = text.split('\n').length;
    field.value = text;
    field.setAttribute('aria-label', words.group);
    field.addEventListener('blur', () => field.remove());
    (control.closest('h2, .ticket') ?? control).after(field);
    field.focus();
    field.select();
    say(words.refused);
  }
}
