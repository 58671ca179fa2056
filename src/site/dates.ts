import { rfcs, site } from './data.ts';
import { newestOf, type Dated } from '../schema/changes.ts';
import { DEFAULT_LOCALE } from '../locales.ts';
import { TOPICS } from '../schema/glossary.ts';
import { reusesOf } from '../schema/contexts.ts';
import { paths } from './paths.ts';

// The date of a page that is not one entry of content/: the newest of everything behind it.

/** Files of `content/dates.yaml` behind pages that exist once; others rest on entries alone. */
const FILES: Record<string, Dated[]> = {
  [paths.home(DEFAULT_LOCALE)]: ['reference/home'],
  [paths.codes(DEFAULT_LOCALE)]: ['reference/classes', 'reference/registry'],
  [paths.about(DEFAULT_LOCALE)]: ['pages/about'],
  [paths.api(DEFAULT_LOCALE)]: ['pages/api'],
  [paths.decode(DEFAULT_LOCALE)]: ['pages/decode'],
  [paths.q850(DEFAULT_LOCALE)]: ['reference/q850', 'reference/reason'],
  [paths.warnings(DEFAULT_LOCALE)]: ['reference/warnings'],
  [paths.unregistered(DEFAULT_LOCALE)]: ['reference/unregistered'],
  [paths.metrics(DEFAULT_LOCALE)]: ['reference/metrics'],
  [paths.headers(DEFAULT_LOCALE)]: ['reference/headers'],
  [paths.glossary(DEFAULT_LOCALE)]: ['reference/glossary'],
  ...Object.fromEntries(TOPICS.map((topic) => [paths.glossaryTopic(DEFAULT_LOCALE, topic), ['reference/glossary']])),
  [paths.rfcs(DEFAULT_LOCALE)]: ['reference/rfcs', 'reference/rfc-summaries'],
};

/** Entries behind such pages. */
const ENTRIES: Record<string, () => { updated: string }[]> = {
  [paths.home(DEFAULT_LOCALE)]: () => [...site().codes, ...site().content.notes.values()],
  [paths.codes(DEFAULT_LOCALE)]: () => site().codes,
  [paths.compare(DEFAULT_LOCALE)]: () => [...site().codes, ...site().content.notes.values()],
  [paths.headers(DEFAULT_LOCALE)]: () => site().codes,
  [paths.vendors(DEFAULT_LOCALE)]: () => site().vendors,
  [paths.symptoms(DEFAULT_LOCALE)]: () => site().content.symptoms,
  [paths.contexts(DEFAULT_LOCALE)]: () => site().content.contexts,
  [paths.reuse(DEFAULT_LOCALE)]: () => reusesOf(site().content.contexts).map(({ context }) => context),
};

const dates = (path: string): string[] => [
  ...(FILES[path] ?? []).map((file) => site().dates[file]),
  ...(ENTRIES[path]?.() ?? []).map(({ updated }) => updated),
];

/**
 * @param path English address of a page that exists once
 * @returns its date; for a page whose text is in src/ alone, the newest date of all content
 */
export function pageUpdated(path: string): string {
  const own = dates(path);
  if (own.length > 0) return newestOf(own);
  const { changelog, codes, vendors, content, dates: files } = site();
  const entries = [...codes, ...vendors, ...content.symptoms, ...content.contexts, ...content.notes.values()].map(
    ({ updated }) => updated,
  );
  return newestOf([changelog[0]!.date, ...entries, ...Object.values(files)]);
}

/** The date of a class: its text, and the codes it lists */
export const classUpdated = (digit: number): string =>
  newestOf([
    site().dates['reference/classes'],
    ...site()
      .codes.filter(({ responseClass }) => responseClass === digit)
      .map(({ updated }) => updated),
  ]);

/** The date of the page of a cause: it shows what the page of all causes is made from */
export const causeUpdated = (): string => pageUpdated(paths.q850(DEFAULT_LOCALE));

/** The date of the page about an RFC: its text, and the codes it lists */
export function rfcUpdated(number: number): string {
  const page = rfcs().find((one) => one.number === number);
  if (!page) throw new Error(`There is no page about RFC ${number}`);
  const { dates: files } = site();
  return newestOf([
    files['reference/rfcs'],
    files['reference/rfc-summaries'],
    ...[...page.defines, ...page.cites].map(({ code }) => code.updated),
  ]);
}
