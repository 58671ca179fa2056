import { messages } from '../i18n/index.ts';
import { titleFits } from '../i18n/titles/shared.ts';
import { locales, type Locale } from '../locales.ts';
import { sipFor, type Cause } from '../model/facts/q850.ts';
import type { Content } from '../schema/content.ts';

// What a cause is called, in headings, titles and search.

/** The heading of the page of a cause: number and name */
export const causeName = (cause: Cause, locale: Locale): string =>
  messages(locale).tables.causePage.name(cause.cause, cause.name[locale]);

/** The title of the page of a cause, with its response where there is room; a long name is cut */
export function causeTitle(cause: Cause, content: Pick<Content, 'reference'>, locale: Locale): string {
  const { cutWord } = locales[locale];
  const name = causeName(cause, locale);
  const sip = sipFor(cause.cause, content);
  const long = sip.kind === 'none' ? name : name + messages(locale).tables.causePage.code(sip.code);
  const own = messages(locale);
  // What a heading calls it where its page is known: the number alone says what it is.
  const short = own.tables.causePage.here(cause.cause) + own.ui.colon + cause.name[locale];
  const fitting = [long, name, short].find((title) => titleFits(title, locale));
  if (fitting) return fitting;
  let cut = name;
  while (!titleFits(`${cut}…`, locale)) cut = [...cut].slice(0, -1).join('');
  return `${cutWord ? cut.replace(cutWord, '') : cut}…`;
}
