import type { Sentence } from './pair-page.ts';
import { messages } from '../i18n/index.ts';
import type { Locale } from '../locales.ts';
import type { Code } from '../schema/content.ts';
import { parseSource, type Source } from '../schema/index.ts';

// Sentences of content as HTML. Functions and not components: a comparison has forty of them, and a component costs an
// instance, a promise and a buffer for each.

/** For text between tags, where quotation marks may stay as they are. */
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

const urlOf = ({ rfc, section }: { rfc: number; section: string }): string =>
  `https://www.rfc-editor.org/rfc/rfc${rfc}#${/^[A-Z]/.test(section) ? 'appendix' : 'section'}-${section}`;

/** The RFC that is meant where a citation names none. */
const SIP_RFC = 3261;

const ENGLISH = /^[\u0020-\u00ff]+$/;

/**
 * @param sources citations, in the order they are shown
 * @param locale the language of steps and notes
 * @returns HTML: quiet marks, "§9.2 RFC 5057 §5.1", each a link to its section at the RFC Editor; a mark without its RFC
 *   has the whole citation as its name
 */
export function sourceLinks(sources: Source[], locale: Locale): string {
  const { citation } = messages(locale).ui;
  const marks = sources.map((cited) => {
    const source = parseSource(cited);
    const whole = citation(cited);
    const short = source.rfc === SIP_RFC ? citation(cited.slice(cited.indexOf('§'))) : whole;
    const name = short === whole ? '' : ` aria-label="${whole}"`;
    return `<a href="${urlOf(source)}" rel="external"${name}>${escape(short)}</a>`;
  });
  const english = sources.every((cited) => ENGLISH.test(citation(cited)));
  return `<span class="sources"${english ? ' lang="en"' : ''}>${marks.join(' ')}</span>`;
}

/**
 * @param cited a citation
 * @param locale the language of steps and notes
 * @returns HTML for a page about its RFC, which need not be named: "§9.1", a link to the section at the RFC Editor
 */
export const sectionLink = (cited: Source, locale: Locale): string =>
  `<a href="${urlOf(parseSource(cited))}" rel="external">${escape(messages(locale).ui.citation(cited.slice(cited.indexOf('§'))))}</a>`;

/**
 * @param sources citations, in the order they are shown
 * @param locale the language of steps and notes
 * @returns HTML for a list of sources: "RFC 3261 §9.2, §9.1; RFC 5057 §5.1", the RFC named once for sections in a row
 */
export function sourceList(sources: Source[], locale: Locale): string {
  let last = 0;
  return sources
    .map((cited) => {
      const source = parseSource(cited);
      const again = source.rfc === last;
      const joint = last === 0 ? '' : again ? ', ' : '; ';
      last = source.rfc;
      const text = messages(locale).ui.citation(again ? cited.slice(cited.indexOf('§')) : cited);
      return `${joint}<a href="${urlOf(source)}" rel="external">${escape(text)}</a>`;
    })
    .join('');
}

/**
 * @param html of a sentence
 * @param codes those that the page is about
 * @returns the same with the numbers of these codes as they are on the wire, each in the colour of its state
 */
export const withCodes = (html: string, codes: readonly Pick<Code, 'number' | 'nature'>[]): string =>
  codes.reduce(
    (text, { number, nature }) =>
      // Not inside a literal or a tag, and no number of another kind: 180 s, 100 ms, cause 100.
      text.replace(
        new RegExp(
          `(<code[^]*?</code>|<[^>]*>)|(?<![\\w.:§/-])${number}(?![\\w-]|\\.\\d| ?(?:ms|s|%|seconds|minutes)\\b|秒|分)`,
          'g',
        ),
        (found, kept?: string) => kept ?? `<b class="c ${nature}">${found}</b>`,
      ),
    html,
  );

/** HTML of a sentence, with the sections behind it and the mark of what is our judgement */
export const renderSentence = (
  { text, sources, mark }: Sentence,
  locale: Locale,
  codes: readonly Code[] = [],
): string =>
  withCodes(prose(text), codes) +
  (sources.length > 0 ? ` ${sourceLinks(sources, locale)}` : '') +
  (mark === undefined ? '' : ` <small>${sources.length > 0 ? '· ' : ''}${escape(mark)}</small>`);
