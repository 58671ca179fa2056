import { ticketText, type Ticket, type TicketForm } from '../site/ticket.ts';
import { copy } from './copy.ts';
import { copyWords as words } from './words.ts';

// The buttons that copy a code or a comparison into a ticket. What they copy is read from the page.

/** Text of an element as the content has it: literals in backticks, without sources and controls. */
function textOf(element: Element | null): string {
  if (!element) return '';
  const copied = element.cloneNode(true) as Element;
  for (const one of copied.querySelectorAll('.sources, .anchor, small')) one.remove();
  for (const code of copied.querySelectorAll('code')) code.textContent = `\`${code.textContent}\``;
  return copied.textContent.trim().replace(/\s+/g, ' ');
}

function readTicket(): Ticket {
  const page = document.querySelector('article')!;
  const heading = page.querySelector('h1')!;
  const gloss = textOf(heading.querySelector('.gloss'));
  const title = textOf(heading);
  const name = gloss ? `${title.slice(0, -gloss.length).trim()}（${gloss}）` : title;
  return {
    title: name.startsWith('SIP ') ? name : `SIP ${name}`,
    sentence: textOf(page.querySelector('.summary')),
    check: words.check,
    steps: [...page.querySelectorAll('[data-check]')].map(textOf),
    address: location.origin + location.pathname,
  };
}

const DONE: Record<TicketForm, string> = {
  link: words.copiedLink,
  markdown: words.copiedMarkdown,
  text: words.copiedText,
};

for (const button of document.querySelectorAll<HTMLButtonElement>('.ticket button'))
  button.addEventListener('click', () => {
    const form = button.value as TicketForm;
    void copy(ticketText(readTicket(), form), DONE[form], button, words);
  });
