import { messages } from '../../i18n/index.ts';
import { locales, type Locale } from '../../locales.ts';
import { ladderSequence, sequenceText } from '../../model/ladder/ladder.ts';
import type { Content } from '../../schema/content.ts';
import { parseSource, type Ladder, type Source } from '../../schema/index.ts';
import type { Sentence } from '../pair-page.ts';
import { absolute } from '../paths.ts';
import { escapeMarkdown } from '../ticket.ts';

// Pieces of a page as Markdown. Texts of content are plain, with `literal` as the only markup.

/** What a page in Markdown needs besides what it is about. */
export interface MarkdownContext {
  locale: Locale;
  /** Origin of the site. */
  origin: URL | string;
  /** The page is part of a file that has all the others too: what products send, what leads to symptoms and pairs. */
  together?: boolean;
}

/** A text of content as Markdown */
export const text = escapeMarkdown;

/** A link to a page of the site */
export const pageLink = (label: string, path: string, { origin }: Pick<MarkdownContext, 'origin'>): string =>
  `[${text(label)}](${absolute(path, origin)})`;

/** A link to another site */
export const link = (label: string, url: string): string => `[${text(label)}](${url.replaceAll(')', '%29')})`;

/** Citations as links to their sections at the RFC Editor; empty without any */
export function cited(sources: readonly Source[], locale: Locale): string {
  const links = [...new Set(sources)].map((source) => {
    const { rfc, section } = parseSource(source);
    const anchor = /^[A-Z]/.test(section) ? 'appendix' : 'section';
    return link(messages(locale).ui.citation(source), `https://www.rfc-editor.org/rfc/rfc${rfc}#${anchor}-${section}`);
  });
  return links.join(', ');
}

/** What stands in brackets behind a sentence, as the language writes them */
export function bracketed(inside: string, locale: Locale): string {
  const [open, close] = messages(locale).decoder.brackets;
  return open + inside + close;
}

/** A sentence with its sections behind it */
export const withSources = (sentence: string, sources: readonly Source[], locale: Locale): string =>
  text(sentence) + (sources.length > 0 ? bracketed(cited(sources, locale), locale) : '');

/** A statement with its sections, and the mark of what is our judgement */
export const statement = ({ text: sentence, sources, mark }: Sentence, locale: Locale): string =>
  withSources(sentence, sources, locale) + (mark === undefined ? '' : bracketed(mark, locale));

/** Sources with long addresses and names that say which they are. */
const SOURCES = ['https://www.rfc-editor.org/', 'https://github.com/'];

/**
 * @param whole a page
 * @param origin of the site
 * @returns the page with its sources, and other pages of the site, by name alone: for a file that has all pages
 */
export function withoutAddresses(whole: string, origin: URL | string): string {
  const known = [...SOURCES, new URL('/', origin).href];
  return whole.replace(/\[([^\]]+)\]\((https?:[^)]*)\)/g, (found, label: string, address: string) =>
    known.some((start) => address.startsWith(start)) ? label : found,
  );
}

export const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
export const numbered = (items: readonly string[]): string =>
  items.map((item, index) => `${index + 1}. ${item}`).join('\n');
/** Nothing acts inside a block. */
export const block = (lines: readonly string[], language = 'text'): string =>
  ['```' + language, ...lines.map((line) => line.replaceAll('```', "'''")), '```'].join('\n');

/** A part of a page under a heading; empty if there is nothing below it */
export const section = (heading: string, ...parts: string[]): string => {
  const there = parts.filter((part) => part !== '');
  return there.length > 0 ? [`## ${heading}`, ...there].join('\n\n') : '';
};

/** An exchange, a step a line */
export function ladder(drawn: Ladder, { byNumber }: Pick<Content, 'byNumber'>, locale: Locale): string {
  const { labels, steps } = messages(locale);
  const sequence = ladderSequence(drawn, labels, (code) => byNumber.get(code));
  return block(sequenceText(sequence, steps));
}

/** The whole page: its parts with an empty line between them, where it comes from, and the licence */
export function page(
  parts: readonly string[],
  path: string,
  updated: string,
  { locale, origin }: MarkdownContext,
): string {
  const { ui } = messages(locale);
  const address = absolute(path, origin);
  const foot = `${ui.siteName}${ui.colon}<${address}>${locales[locale].sentenceJoint}· ${ui.updated}${ui.colon}${updated} · CC BY 4.0`;
  return `${[...parts.filter((part) => part !== ''), '---', foot].join('\n\n')}\n`;
}
