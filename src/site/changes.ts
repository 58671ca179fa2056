import { site, type Site } from './data.ts';
import { causeName } from './cause-titles.ts';
import { messages } from '../i18n/index.ts';
import { datedPages, daysOf, type Day } from '../schema/changes.ts';
import { TOPICS } from '../schema/glossary.ts';
import type { Locale } from '../locales.ts';
import { paths } from './paths.ts';
import { REFERENCE_PAGES } from './reference-pages.ts';

// The days on which something changed, and the names of the pages concerned: for /changes/ and the feeds.

/** @returns days, newest first */
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
    [paths.home('en'), ui.home],
    [paths.codes('en'), ui.navCodes],
    [paths.compare('en'), ui.navCompare],
    [paths.about('en'), ui.navAbout],
    [paths.changes('en'), api.changesTitle],
    ...REFERENCE_PAGES.map((page): [string, string] => [page.path('en'), page.label[locale]]),
    ...content.reference.classes.map(({ digit, title }): [string, string] => [
      paths.responseClass('en', digit),
      titles.responseClass(digit, title[locale]),
    ]),
    ...TOPICS.map((topic): [string, string] => [paths.glossaryTopic('en', topic), glossary.topic[topic].title]),
    ...content.reference.q850.causes.map((one): [string, string] => [
      paths.cause('en', one.cause),
      causeName(one, locale),
    ]),
    ...vendors.map(({ id, name }): [string, string] => [paths.vendor('en', id), name]),
    ...content.symptoms.map(({ name, text }): [string, string] => [paths.symptom('en', name), text[locale].title]),
  ];
  const known = fixed.find(([one]) => one === path);
  if (!known) throw new Error(`content/changelog.yaml: pages names ${path}, which does not exist. Correct the address`);
  return known[1];
}
