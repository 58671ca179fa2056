/** What a page says in a ticket. Texts are plain, with `literal` as the only markup, as in the content. */
export interface Ticket {
  /** Code and phrase, or both codes and phrases. */
  title: string;
  /** The answer: the summary of a code, the verdict on a pair. */
  sentence: string;
  /** The line above the steps, in the language of the page, with its colon. */
  check: string;
  /** What to check, in order. */
  steps: string[];
  /** Address of the page, absolute. */
  address: string;
}

export const TICKET_FORMS = ['link', 'markdown', 'text'] as const;
export type TicketForm = (typeof TICKET_FORMS)[number];

/** A text of content as Markdown: what would be read as markup is escaped, a literal between backticks left as it is */
export const escapeMarkdown = (text: string): string =>
  text
    .split('`')
    .map((part, index) => (index % 2 ? `\`${part}\`` : part.replace(/[\\*_<>[\]]/g, '\\$&')))
    .join('');

const plain = (text: string): string => text.replaceAll('`', '');
const numbered = (steps: string[]): string[] => steps.map((step, index) => `${index + 1}. ${step}`);

/**
 * @param ticket what the page says
 * @param form `link` for the address alone, `markdown` for GitHub, GitLab, Jira's editor and chats, `text` for all else
 * @returns the text for the clipboard, without a line break at the end
 */
export function ticketText(ticket: Ticket, form: TicketForm): string {
  const { title, sentence, check, steps, address } = ticket;
  if (form === 'link') return address;
  if (form === 'markdown')
    return [
      `**[${escapeMarkdown(title)}](${address})**`,
      escapeMarkdown(sentence),
      ...(steps.length > 0 ? [check, numbered(steps.map(escapeMarkdown)).join('\n')] : []),
    ].join('\n\n');
  return [
    title,
    plain(sentence),
    ...(steps.length > 0 ? ['', check, ...numbered(steps.map(plain))] : []),
    '',
    address,
  ].join('\n');
}
