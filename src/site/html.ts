import type { Said } from './pair-page.ts';
import { messages } from '../i18n/index.ts';
import type { Locale } from '../locales.ts';
import { parseSource, type Source } from '../schema/index.ts';

// Sentences of content as HTML. Functions and not components: a comparison has forty of them, and a component costs an
// instance, a promise and a buffer for each.

/** For text between tags, where quotation marks may stay as they are; `escapeText` is for attributes as well. */
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escape = (text: string): string => text.replace(/[&<>]/g, (letter) => ENTITIES[letter]!);

/**
 * @param text a sentence of content: plain text, with `literal` as the only markup
 * @returns HTML for the inside of an element
 */
export const prose = (text: string): string =>
  text
    .split('`')
    .map((part, index) => (index % 2 ? `<code lang="en">${escape(part)}</code>` : escape(part)))
    .join('');

/**
 * @param links addresses on other sites, and what is shown for each
 * @returns HTML: the links with commas between them
 */
export const linkList = (links: { url: string; label: string }[]): string =>
  links
    .map(({ url, label }) => `<a href="${url.replaceAll('&', '&amp;')}" rel="external">${escape(label)}</a>`)
    .join(', ');

/**
 * @param sources citations, in the order they are shown
 * @param locale the language of steps and notes
 * @returns HTML: "RFC 3261 §9.2, §9.1", each a link to its section at the RFC Editor; the RFC is named once for sections in a row
 */
export function sourceLinks(sources: Source[], locale: Locale): string {
  let last = 0;
  const links = sources.map((cited) => {
    const { rfc, section } = parseSource(cited);
    const anchor = /^[A-Z]/.test(section) ? `appendix-${section}` : `section-${section}`;
    const label = messages(locale).ui.citation(rfc === last ? cited.slice(cited.indexOf('§')) : cited);
    last = rfc;
    return { url: `https://www.rfc-editor.org/rfc/rfc${rfc}#${anchor}`, label };
  });
  const english = links.every(({ label }) => /^[\u0020-\u00ff]+$/.test(label));
  return `<span class="sources"${english ? ' lang="en"' : ''}>${linkList(links)}</span>`;
}

/** @returns HTML of a sentence, with the sections behind it and the mark of what is our judgement */
export const said = ({ text, sources, mark }: Said, locale: Locale): string =>
  prose(text) +
  (sources.length > 0 ? ` ${sourceLinks(sources, locale)}` : '') +
  (mark === undefined ? '' : ` <small>${sources.length > 0 ? '· ' : ''}${escape(mark)}</small>`);
