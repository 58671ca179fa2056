import { site, type Site } from './data.ts';
import { causeName } from './cause-titles.ts';
import { messages } from '../i18n/index.ts';
import { datedPages, daysOf, type Day } from '../schema/changes.ts';
import { contextName } from '../schema/contexts.ts';
import { TOPICS } from '../schema/glossary.ts';
import { DEFAULT_LOCALE, type Locale } from '../locales.ts';
import { paths } from './paths.ts';
import { REFERENCE_PAGES } from './reference-pages.ts';

// The days on which something changed, and the names of the pages concerned: for /changes/ and the feeds.

/** Days, newest first */
export const days = (): Day[] => daysOf(site().changelog, datedPages({ ...site().content, vendors: site().vendors }));

/**
 * The name of a page, as headings and lists have it.
 *
 * @param path an English address, one of `pageAddresses`
 * @throws Error if the site has no such page
 */
export const pageName = (path: string, locale: Locale): string => nameIn(site(), path, locale);

/** The same for content that is at hand. */
export function nameIn({ content, vendors }: Pick<Site, 'content' | 'vendors'>, path: string, locale: Locale): string {
  const { ui, titles, api, glossary } = messages(locale);
  const [, a, b] = /^\/sip\/(\d{3})(?:-vs-(\d{3}))?\/$/.exec(path) ?? [];
  const code = content.byNumber.get(Number(a));
  const other = content.byNumber.get(Number(b));
  if (code) return other ? titles.pairShort(code, other) : titles.code(code);
  const rfc = /^\/rfc\/(\d+)\/$/.exec(path);
  if (rfc) return `RFC ${rfc[1]}`;
  const fixed: [string, string][] = [
    [paths.home(DEFAULT_LOCALE), ui.home],
    [paths.codes(DEFAULT_LOCALE), ui.navCodes],
    [paths.compare(DEFAULT_LOCALE), ui.navCompare],
    [paths.about(DEFAULT_LOCALE), ui.navAbout],
    [paths.changes(DEFAULT_LOCALE), api.changesTitle],
    ...REFERENCE_PAGES.map((page): [string, string] => [page.path(DEFAULT_LOCALE), page.label[locale]]),
    ...content.reference.classes.map(({ digit, title }): [string, string] => [
      paths.responseClass(DEFAULT_LOCALE, digit),
      titles.responseClass(digit, title[locale]),
    ]),
    ...TOPICS.map((topic): [string, string] => [
      paths.glossaryTopic(DEFAULT_LOCALE, topic),
      glossary.topic[topic].title,
    ]),
    ...content.reference.q850.causes.map((one): [string, string] => [
      paths.cause(DEFAULT_LOCALE, one.cause),
      causeName(one, locale),
    ]),
    ...vendors.map(({ id, name }): [string, string] => [paths.vendor(DEFAULT_LOCALE, id), name]),
    ...content.contexts.map((one): [string, string] => [
      paths.context(DEFAULT_LOCALE, one.slug),
      contextName(one, locale),
    ]),
    ...content.symptoms.map(({ name, text }): [string, string] => [
      paths.symptom(DEFAULT_LOCALE, name),
      text[locale].title,
    ]),
  ];
  const known = fixed.find(([one]) => one === path);
  if (!known) throw new Error(`content/changelog.yaml: pages names ${path}, which does not exist. Correct the address`);
  return known[1];
}
