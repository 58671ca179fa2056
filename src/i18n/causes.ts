import type { Content, Locale } from '../schema/content.ts';
import { codesFor, sipFor, type Cause } from '../model/facts/q850.ts';
import { paths } from '../site/paths.ts';
import type { SearchRecord } from './symptoms.ts';
import { tableWords } from './tables.ts';
import { TITLE_LIMIT } from './titles.ts';

// What a cause is called, in headings, titles and search.

/** As lists have it. */
const nameOf = ({ name, ja }: Cause, locale: Locale): string => (locale === 'ja' ? ja : name);

/** @returns the heading of the page of a cause: number and name */
export const causeName = (cause: Cause, locale: Locale): string =>
  tableWords(locale).causePage.name(cause.cause, nameOf(cause, locale));

/** @returns the title of the page of a cause, with its response where there is room; a long name is cut */
export function causeTitle(cause: Cause, content: Pick<Content, 'reference'>, locale: Locale): string {
  const limit = TITLE_LIMIT[locale];
  const name = causeName(cause, locale);
  const sip = sipFor(cause.cause, content);
  const long = sip.kind === 'none' ? name : name + tableWords(locale).causePage.code(sip.code);
  if ([...long].length <= limit) return long;
  if ([...name].length <= limit) return name;
  const cut = [...name].slice(0, limit - 1).join('');
  return `${locale === 'en' ? cut.replace(/[\s,;:(]+\S*$/, '') : cut}…`;
}

/** @returns one search record per cause: number and both names first, then its codes and texts */
export const causeRecords = (content: Content, locale: Locale): SearchRecord[] =>
  content.reference.q850.causes.map((cause) => {
    const sip = sipFor(cause.cause, content);
    const codes = [...(sip.kind === 'code' ? [sip.code] : []), ...codesFor(cause.cause, content)];
    const title = causeName(cause, locale);
    return {
      path: paths.cause(locale, cause.cause),
      title,
      summary: cause.meaning[locale],
      text: [title, cause.name, codes.join(', '), cause.trunk[locale]].join('\n'),
    };
  });
