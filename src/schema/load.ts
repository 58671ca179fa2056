import type { z } from 'astro/zod';
import { referenceSchemas, type Reference } from './reference.ts';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../locales.ts';
import { assemble } from './assemble.ts';
import type { Content, ContentProblem, RawFile } from './content.ts';
import { changelogProblems, changelogSchema, datesSchema, type Changelog, type Dates } from './changes.ts';
import { routeProblems } from './check/contexts.ts';
import { seeProblems } from './check/see.ts';
import { vendorProblems } from './check/vendors.ts';
import { vendorSchema, type Vendor } from './vendors.ts';
import { readBody, type Component } from './check/mdx-body.ts';
import { pageProblems } from './check/texts.ts';
import { expectedAddresses } from './addresses.ts';
import { readFiles, type Files } from './files.ts';
import { KINDS, type Kind } from './kinds.ts';
import { parseFile } from './parse-file.ts';

/** The problem as one line: `content/codes/487/ja.mdx: summary has 96 characters; at most 80. …` */
export const problemLine = (problem: ContentProblem): string =>
  `${problem.file}: ${problem.field ? `${problem.field} ` : ''}${problem.message}`;

/** All problems, one a line, and where to read how an entry is written */
export const problemList = (problems: ContentProblem[]): string =>
  `${problems.map(problemLine).join('\n')}\n\n${problems.length} problem${problems.length === 1 ? '' : 's'} in content/. content/README.md shows how an entry is written.`;

/** What may lie directly in the folder. */
const TOP = [
  ...Object.keys(KINDS),
  'reference',
  'vendors',
  'translations',
  'changelog.yaml',
  'dates.yaml',
  'README.md',
  'LICENSE',
];

/** What is said of a translation whose path is not that of a table. */
const NO_TABLE =
  'belongs to no table; expected translations/LOCALE/reference/classes.yaml or the like, for a language of src/locales.ts. Rename or remove it';

/** Front matter of a page of prose, in each language. */
export type PageTexts = Record<Locale, { title: string; description: string }>;

/** What `content/` holds, and what is wrong with it. */
export interface Loaded {
  /** Null if there is a problem. */
  content: Content | null;
  vendors: Vendor[];
  /** Pages of prose by the name of their folder. */
  pages: Map<string, PageTexts>;
  changelog: Changelog;
  dates: Dates;
  /** In the order of the files, then what is wrong between them. */
  problems: ContentProblem[];
}

/** The files of one kind that fit their schemas; `folders` has all entries, whether or not their files are right. */
interface KindFiles<F, T> {
  folders: string[];
  facts: RawFile<F>[];
  texts: (RawFile<T> & { locale: Locale; body: string })[];
}

/**
 * Reads and checks every file of `content/`: the one reading that pages, checks and commands share. Of the MDX files
 * Astro renders the bodies (src/content.config.ts).
 *
 * @param root folder that holds `codes/`, `comparisons/` and `reference/`
 * @param label how the folder is called in messages
 */
export const readContent = (root: string, label = 'content'): Loaded => checkFiles(readFiles(root), label);

/**
 * Checks every file, each against its schema, then all of them against each other.
 *
 * @param files texts by path, as `readFiles` gives them
 * @param label how the folder is called in messages
 */
export function checkFiles(files: Files, label = 'content'): Loaded {
  const problems: ContentProblem[] = [];
  const report = (path: string, message: string, field = '') =>
    problems.push({ file: path === '' ? label : `${label}/${path}`, field, message });
  const folders = listFolders(files);
  const namesIn = (folder: string) => (folders.get(folder) ?? []).filter((name) => !name.startsWith('.'));
  const links: { path: string; url: string }[] = [];
  const translationOf = (path: string, locale: Locale) => `translations/${locale}/${path}`;
  const translated = new Set<string>();

  const parse = <S extends z.ZodType>(
    path: string,
    schema: S,
    kind?: { body: readonly Component[] | null },
    locale: Locale = DEFAULT_LOCALE,
  ) => {
    const text = files.get(path);
    if (text === undefined) {
      if (folders.has(path)) report(path, 'is a folder; expected a file. Rename or remove it');
      else report(path, 'is missing. Write it; content/README.md shows how');
      return { data: null, body: '' };
    }
    if (typeof text !== 'string') {
      report(path, text.unread);
      return { data: null, body: '' };
    }
    const translations = LOCALES.flatMap((locale) => {
      const own = kind ? undefined : files.get(translationOf(path, locale));
      if (own !== undefined) translated.add(translationOf(path, locale));
      return typeof own === 'string' ? [{ locale, text: own }] : [];
    });
    const { data, body, problems: found } = parseFile(text, schema, kind !== undefined, translations);
    for (const { field, message, locale } of found) report(locale ? translationOf(path, locale) : path, message, field);
    if (kind?.body) {
      const read = readBody(body, locale, kind.body);
      for (const message of read.faults) report(path, message, 'body');
      links.push(...read.links.map((url) => ({ path, url })));
    } else if (body.trim() !== '')
      report(path, 'has text after the front matter, which no page shows. Move it into a field');
    return { data, body: body.trim() };
  };

  const expectNames = (folder: string, expected: readonly string[]) => {
    for (const name of namesIn(folder))
      if (!expected.includes(name))
        report(
          folder === '' ? name : `${folder}/${name}`,
          `is not expected here; expected ${expected.join(', ')}. Rename or remove it`,
        );
  };

  const readKind = <F extends z.ZodType, T extends z.ZodType>(
    folder: string,
    kind: Kind<F, T>,
  ): KindFiles<z.output<F>, z.output<T>> => {
    const read: KindFiles<z.output<F>, z.output<T>> = { folders: [], facts: [], texts: [] };
    const names = new Set([...namesIn(folder), ...(kind.only ?? [])]);
    if (names.size === 0) report(folder, `is missing; expected ${kind.expected}. Add one`);
    for (const name of names) {
      const path = `${folder}/${name}`;
      const file = files.get(path);
      if (file !== undefined || !kind.name.test(name) || kind.only?.includes(name) === false) {
        report(
          path,
          typeof file === 'object'
            ? file.unread
            : `is not expected here; expected ${kind.expected}. Rename or remove it`,
        );
        continue;
      }
      read.folders.push(name);
      expectNames(path, [...(kind.facts ? ['facts.yaml'] : []), ...LOCALES.map((locale) => `${locale}.mdx`)]);
      if (kind.facts) {
        const { data } = parse(`${path}/facts.yaml`, kind.facts);
        if (data) read.facts.push({ file: `${label}/${path}/facts.yaml`, folder: name, data });
      }
      for (const locale of LOCALES) {
        const { data, body } = parse(`${path}/${locale}.mdx`, kind.texts[locale], kind, locale);
        if (data) read.texts.push({ file: `${label}/${path}/${locale}.mdx`, folder: name, locale, data, body });
      }
    }
    return read;
  };

  const codes = readKind('codes', KINDS.codes);
  const comparisons = readKind('comparisons', KINDS.comparisons);
  const symptoms = readKind('symptoms', KINDS.symptoms);
  const contexts = readKind('contexts', KINDS.contexts);
  const prose = readKind('pages', KINDS.pages);
  expectNames('', TOP);
  const pages = new Map(
    prose.folders.map((name) => [
      name,
      Object.fromEntries(
        prose.texts.filter(({ folder }) => folder === name).map(({ locale, data }) => [locale, data]),
      ) as PageTexts,
    ]),
  );
  const reference = readTables();
  const vendors = readVendors();
  const changelog = parse('changelog.yaml', changelogSchema).data ?? [];
  const dates = parse('dates.yaml', datesSchema).data as Dates;
  for (const { file, locale, data } of prose.texts)
    for (const [field, message] of pageProblems(data, locale)) problems.push({ file, field, message });

  for (const [path, file] of files)
    if (path.startsWith('translations/') && (typeof file === 'object' || !translated.has(path)))
      report(path, typeof file === 'object' ? file.unread : NO_TABLE);

  if (!reference) return { content: null, vendors, pages, changelog, dates, problems };
  const { content, problems: between } = assemble(
    {
      folders: codes.folders,
      facts: codes.facts,
      entries: codes.texts,
      noteFacts: comparisons.facts,
      notes: comparisons.texts,
      symptomFacts: symptoms.facts,
      symptoms: symptoms.texts,
      contextFacts: contexts.facts,
      contexts: contexts.texts,
      reference,
    },
    label,
  );
  // By the names of the files: a product with a fault is reported once, as itself.
  const products = namesIn('vendors').map((name) => name.replace('.yaml', ''));
  problems.push(
    ...between,
    ...vendors.flatMap((vendor) => vendorProblems(vendor, reference, label)),
    ...routeProblems(content.contexts, products, label),
    ...seeProblems(content, { contexts: contexts.folders, symptoms: symptoms.folders, vendors: products }, label),
  );
  const addresses = expectedAddresses(content, {
    codes: codes.folders.map(Number),
    symptoms: symptoms.folders,
    contexts: contexts.folders,
    vendors: products,
  });
  for (const [field, message] of changelogProblems(changelog, addresses)) report('changelog.yaml', message, field);
  for (const { path, url } of links) {
    const { pathname, search, hash } = new URL(url, `https://site${addressOf(path)}`);
    if (!addresses.has(pathname)) report(path, `links ${url}, which is no page of this site. Correct it`, 'body');
    else if (search + hash !== '')
      report(path, `links ${url}; only the page can be looked up. Remove ${search + hash}`, 'body');
  }
  return { content: problems.length === 0 ? content : null, vendors, pages, changelog, dates, problems };

  /** Reads the reference tables; null if one of them is wrong, since the checks between files need them all. */
  function readTables(): Reference | null {
    const names = Object.keys(referenceSchemas);
    expectNames(
      'reference',
      names.map((name) => `${name}.yaml`),
    );
    const tables = Object.entries(referenceSchemas).map(
      ([name, schema]) => [name, parse(`reference/${name}.yaml`, schema as z.ZodType).data] as const,
    );
    return tables.every(([, data]) => data !== null) ? (Object.fromEntries(tables) as Reference) : null;
  }

  function readVendors(): Vendor[] {
    if (namesIn('vendors').length === 0)
      report('vendors', 'is missing; expected a file named by the product, such as asterisk.yaml. Add one');
    return namesIn('vendors').flatMap((name) => {
      if (!/^[a-z0-9-]+\.yaml$/.test(name)) {
        report(
          `vendors/${name}`,
          'is not expected here; expected a file named by the product, such as asterisk.yaml. Rename or remove it',
        );
        return [];
      }
      const { data } = parse(`vendors/${name}`, vendorSchema);
      return data ? [{ ...data, id: name.replace('.yaml', '') }] : [];
    });
  }
}

/** The English address of the page that shows the body of an entry */
const addressOf = (path: string): string => {
  const [folder, name] = path.split('/');
  return folder === 'codes' ? `/sip/${name}/` : `/${name}/`;
};

/** The names of what lies directly in each folder, sorted; `''` is content itself */
function listFolders(files: Files): Map<string, string[]> {
  const folders = new Map<string, Set<string>>();
  for (const path of files.keys()) {
    const parts = path.split('/');
    parts.forEach((name, depth) => {
      const folder = parts.slice(0, depth).join('/');
      folders.set(folder, (folders.get(folder) ?? new Set()).add(name));
    });
  }
  return new Map([...folders].map(([folder, names]) => [folder, [...names].sort()]));
}
