import { messages } from '../i18n/index.ts';
import { locales, type Locale } from '../locales.ts';
import { sipFor, type Cause } from '../model/facts/q850.ts';
import type { Content } from '../schema/content.ts';

// What a cause is called, in headings, titles and search.

/** As lists have it. */
const nameOf = ({ name, ja }: Cause, locale: Locale): string => (locale === 'ja' ? ja : name);

/** @returns the heading of the page of a cause: number and name */
export const causeName = (cause: Cause, locale: Locale): string =>
  messages(locale).tables.causePage.name(cause.cause, nameOf(cause, locale));

/** @returns the title of the page of a cause, with its response where there is room; a long name is cut */
export function causeTitle(cause: Cause, content: Pick<Content, 'reference'>, locale: Locale): string {
  const { limits, cutWord } = locales[locale];
  const limit = limits.title;
  const name = causeName(cause, locale);
  const sip = sipFor(cause.cause, content);
  const long = sip.kind === 'none' ? name : name + messages(locale).tables.causePage.code(sip.code);
  if ([...long].length <= limit) return long;
  if ([...name].length <= limit) return name;
  const cut = [...name].slice(0, limit - 1).join('');
  return `${cutWord ? cut.replace(cutWord, '') : cut}…`;
}
