import { copy } from './copy.ts';
import { copyWords as words } from './words.ts';

// The link next to every section heading, and every entry's link to itself, copy their own address. Both
// stay links: without clipboard, in a new tab or by the menu of the browser they do what links do.

for (const heading of document.querySelectorAll<HTMLElement>('main h2')) {
  const id = heading.id || heading.closest('section[id]')?.id;
  if (!id || heading.querySelector(`a[href="#${id}"]`)) continue;
  const name = heading.textContent.trim().replace(/\s+/g, ' ');
  const link = document.createElement('a');
  link.className = 'anchor';
  link.href = `#${id}`;
  link.textContent = '#';
  link.setAttribute('aria-label', words.section.replace('{}', name));
  // A list of headings shall not name the control with each; a heading with parts in another language keeps them.
  if (heading.childElementCount === 0) heading.setAttribute('aria-label', name);
  // A line that opens a fold is a control itself, and holds no other.
  const summary = heading.closest('summary');
  if (summary) summary.after(link);
  else heading.append(' ', link);
}

/** Entries whose name is a link to themselves: a term, a cause. */
const own = (link: HTMLAnchorElement): boolean => Boolean(link.closest(`[id="${CSS.escape(link.hash.slice(1))}"]`));
for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href^="#"]:not(.anchor)'))
  if (own(link)) link.title = words.self;

document.addEventListener('click', (event) => {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element).closest<HTMLAnchorElement>('main a[href^="#"]');
  if (!link || !(link.className === 'anchor' || own(link))) return;
  // The address of the page without a search that led here, with the place.
  void copy(location.origin + location.pathname + link.hash, words.copiedLink, link, words);
});
