import { z } from 'astro/zod';
import { LOCALES } from '../locales.ts';
import { contextAddress } from './addresses.ts';
import { repeated } from './check/contradictions.ts';
import { endFault, plainFaults } from './check/text-style.ts';
import type { Content } from './content.ts';
import { date, languageKeys, sentence } from './fields.ts';
import type { Vendor } from './vendors.ts';

// What changed, and when: the changelog that people write, and the dates that entries carry.

/** `content/changelog.yaml`, newest first. */
export const changelogSchema = z
  .array(
    z.strictObject({
      date,
      ...languageKeys(sentence),
      /** Addresses of the English site, the most telling first. */
      pages: z
        .array(
          z
            .string()
            .regex(/^\/([a-z0-9-]+\/)*$/, { error: 'expected the address of an English page, such as /sip/487/' }),
        )
        .min(1)
        .max(12),
    }),
  )
  .min(1);
export type Changelog = z.output<typeof changelogSchema>;

/** Files of `content/` that pages show and that hold no date of their own. */
export const DATED = [
  'pages/about',
  'pages/api',
  'pages/decode',
  'reference/classes',
  'reference/glossary',
  'reference/headers',
  'reference/home',
  'reference/metrics',
  'reference/q850',
  'reference/reason',
  'reference/registry',
  'reference/rfc-summaries',
  'reference/rfcs',
  'reference/unregistered',
  'reference/warnings',
] as const;
export type Dated = (typeof DATED)[number];

/** `content/dates.yaml`. */
export const datesSchema = z.strictObject(
  Object.fromEntries(DATED.map((name) => [name, date])) as Record<Dated, typeof date>,
);
export type Dates = Record<Dated, string>;

/** The newest of some dates */
export const newestOf = (dates: string[]): string => [...dates].sort().at(-1)!;

interface Known {
  codes: Pick<Content['codes'][number], 'number' | 'updated'>[];
  notes: Map<string, { updated: string }>;
  symptoms: { name: string; updated: string }[];
  contexts: { slug: string; updated: string }[];
  vendors: Pick<Vendor, 'id' | 'updated'>[];
}

/** The pages of entries that carry a date, by English address */
export const datedPages = ({ codes, notes, symptoms, contexts, vendors }: Known): Map<string, string> =>
  new Map([
    ...codes.map(({ number, updated }): [string, string] => [`/sip/${number}/`, updated]),
    ...[...notes].map(([key, { updated }]): [string, string] => [`/sip/${key}/`, updated]),
    ...symptoms.map(({ name, updated }): [string, string] => [`/symptoms/${name}/`, updated]),
    ...contexts.map(({ slug, updated }): [string, string] => [contextAddress(slug), updated]),
    ...vendors.map(({ id, updated }): [string, string] => [`/vendors/${id}/`, updated]),
  ]);

/** What changed on a day: what a person wrote, and further pages with that date. */
export interface Day {
  date: string;
  entries: Changelog;
  /** English addresses. */
  pages: string[];
}

/**
 * @param changelog as written, newest first; its last entry is the first release, before which nothing changed
 * @param dated pages of entries with their dates
 * @returns days, newest first
 */
export function daysOf(changelog: Changelog, dated: Map<string, string>): Day[] {
  const release = changelog.at(-1)!.date;
  const later = [...dated].filter(([, updated]) => updated > release);
  const dates = [...new Set([...changelog.map((entry) => entry.date), ...later.map(([, updated]) => updated)])];
  return dates
    .sort()
    .reverse()
    .map((day) => {
      const entries = changelog.filter((entry) => entry.date === day);
      const named = new Set(entries.flatMap(({ pages }) => pages));
      return {
        date: day,
        entries,
        pages: later.filter(([path, updated]) => updated === day && !named.has(path)).map(([path]) => path),
      };
    });
}

/**
 * What no schema can see in the changelog: its order, its texts, and whether the pages exist.
 *
 * @param addresses of all pages, English
 * @returns field and message
 */
export function changelogProblems(
  changelog: Changelog,
  addresses: ReadonlySet<string>,
): [field: string, message: string][] {
  const problems: [string, string][] = [];
  changelog.forEach((entry, index) => {
    const before = changelog[index - 1];
    if (before && before.date < entry.date)
      problems.push([`[${index}].date`, `is ${entry.date}, after ${before.date}. Put the newest entry first`]);
    for (const locale of LOCALES)
      for (const message of [...plainFaults(entry[locale], locale), endFault(entry[locale], true, locale)])
        if (message) problems.push([`[${index}].${locale}`, message]);
    for (const path of repeated(entry.pages)) problems.push([`[${index}].pages`, `names ${path} twice. Remove one`]);
    for (const path of entry.pages)
      if (!addresses.has(path))
        problems.push([
          `[${index}].pages`,
          `names ${path}, which does not exist. Correct the address; of a pair the lower code comes first`,
        ]);
  });
  return problems;
}
