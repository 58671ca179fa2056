import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import {
  entryEn,
  entryJa,
  factsSchema,
  noteEn,
  noteFactsSchema,
  noteJa,
  pageSchema,
  referenceSchemas,
} from './index.ts';
import { symptomEn, symptomFactsSchema, symptomJa } from './symptoms.ts';
import { assemble, type Content, type RawContent } from './content.ts';
import { changelogProblems, changelogSchema, datesSchema, type Changelog, type Dates } from './changes.ts';
import { vendorProblems } from './check/vendors.ts';
import { vendorSchema, type Vendor } from './vendors.ts';
import { bodyFaults } from './check/mdx-body.ts';
import { readContentFile } from './load-file.ts';
import { LOCALES, perLocale, type Locale } from '../locales.ts';

/** A problem in a content file, in one line: where · what · rule · mend. */
export interface Problem {
  /** Path from the root of the repository. */
  file: string;
  /** Field path such as `headers[2].level`; empty for the file as a whole. */
  field: string;
  message: string;
}

/** @returns the problem as one line: `content/codes/487/ja.mdx: summary has 96 characters; at most 80. …` */
export const problemLine = (problem: Problem): string =>
  `${problem.file}: ${problem.field ? `${problem.field} ` : ''}${problem.message}`;

/** Front matter of a page of prose, in each language. */
export type PageTexts = Record<Locale, { title: string; description: string }>;

/** Everything that content/ holds. */
export interface Loaded {
  /** Null if there is a problem. */
  content: Content | null;
  vendors: Vendor[];
  /** Pages of prose by the name of their folder. */
  pages: Map<string, PageTexts>;
  changelog: Changelog;
  dates: Dates;
  /** In the order of the files. */
  problems: Problem[];
}

/** @returns all problems, one a line, and where to read how an entry is written */
export const problemList = (problems: Problem[]): string =>
  `${problems.map(problemLine).join('\n')}\n\n${problems.length} problem${problems.length === 1 ? '' : 's'} in content/. content/README.md shows how an entry is written.`;

/** What may lie directly in the folder. */
const TOP = [
  ...['codes', 'comparisons', 'symptoms', 'reference', 'vendors', 'pages'],
  ...['changelog.yaml', 'dates.yaml', 'README.md', 'LICENSE'],
];

/**
 * Reads and checks every file of `content/`: the one reading that pages, checks and commands share. Of the MDX files
 * Astro renders the bodies (src/content.config.ts).
 *
 * @param root folder that holds `codes/`, `comparisons/` and `reference/`
 * @param label how the folder is called in messages
 * @returns everything that is there, and all problems
 */
export function readContent(root: string, label = 'content'): Loaded {
  const problems: Problem[] = [];
  const raw: RawContent = {
    folders: [],
    facts: [],
    entries: [],
    noteFacts: [],
    notes: [],
    symptomFacts: [],
    symptoms: [],
    reference: {} as RawContent['reference'],
  };

  const pages = new Map<string, PageTexts>();
  const bodies: { file: string; body: string }[] = [];

  const parse = <S extends z.ZodType>(
    path: string,
    schema: S,
    frontMatter: boolean,
    bodyAllowed = true,
  ): z.output<S> | null => {
    const file = `${label}/${path}`;
    const { data, body, problems: found } = readContentFile(join(root, path), schema, frontMatter);
    problems.push(...found.map((problem) => ({ file, ...problem })));
    if (body.trim() === '') return data;
    if (bodyAllowed) bodies.push({ file, body });
    else
      problems.push({
        file,
        field: '',
        message: 'has text after the front matter, which no page shows. Move it into a field',
      });
    return data;
  };

  const bodyOf = (path: string): string => bodies.find(({ file }) => file === `${label}/${path}`)?.body.trim() ?? '';

  const folders = (path: string) =>
    existsSync(join(root, path))
      ? readdirSync(join(root, path), { withFileTypes: true })
          .filter((entry) => !entry.name.startsWith('.'))
          .sort((left, right) => (left.name < right.name ? -1 : 1))
      : [];

  const known = (folder: string, allowed: string[]) => {
    for (const { name } of folders(folder))
      if (!allowed.includes(name))
        problems.push({
          file: [label, folder, name].filter(Boolean).join('/'),
          field: '',
          message: `is not expected here; expected ${allowed.join(', ')}. Rename or remove it`,
        });
  };

  for (const entry of folders('codes')) {
    const path = `codes/${entry.name}`;
    if (!entry.isDirectory() || !/^[1-6]\d\d$/.test(entry.name)) {
      problems.push({
        file: `${label}/${path}`,
        field: '',
        message: 'is not expected here; expected a folder named like a code, such as 487. Rename or remove it',
      });
      continue;
    }
    raw.folders.push(entry.name);
    known(path, ['facts.yaml', 'en.mdx', 'ja.mdx']);
    const facts = parse(`${path}/facts.yaml`, factsSchema, false);
    if (facts) raw.facts.push({ file: `${label}/${path}/facts.yaml`, folder: entry.name, data: facts });
    const en = parse(`${path}/en.mdx`, entryEn, true);
    if (en)
      raw.entries.push({
        file: `${label}/${path}/en.mdx`,
        folder: entry.name,
        locale: 'en',
        data: en,
        body: bodyOf(`${path}/en.mdx`),
      });
    const ja = parse(`${path}/ja.mdx`, entryJa, true);
    if (ja)
      raw.entries.push({
        file: `${label}/${path}/ja.mdx`,
        folder: entry.name,
        locale: 'ja',
        data: ja,
        body: bodyOf(`${path}/ja.mdx`),
      });
  }
  for (const entry of folders('comparisons')) {
    const path = `comparisons/${entry.name}`;
    if (!entry.isDirectory() || !/^[1-6]\d\d-vs-[1-6]\d\d$/.test(entry.name)) {
      problems.push({
        file: `${label}/${path}`,
        field: '',
        message: 'is not expected here; expected a folder named like a pair, such as 480-vs-486. Rename or remove it',
      });
      continue;
    }
    known(path, ['facts.yaml', 'en.mdx', 'ja.mdx']);
    const facts = parse(`${path}/facts.yaml`, noteFactsSchema, false);
    if (facts) raw.noteFacts.push({ file: `${label}/${path}/facts.yaml`, folder: entry.name, data: facts });
    const en = parse(`${path}/en.mdx`, noteEn, true, false);
    if (en) raw.notes.push({ file: `${label}/${path}/en.mdx`, folder: entry.name, locale: 'en', data: en });
    const ja = parse(`${path}/ja.mdx`, noteJa, true, false);
    if (ja) raw.notes.push({ file: `${label}/${path}/ja.mdx`, folder: entry.name, locale: 'ja', data: ja });
  }
  for (const entry of folders('symptoms')) {
    const path = `symptoms/${entry.name}`;
    if (!entry.isDirectory() || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(entry.name)) {
      problems.push({
        file: `${label}/${path}`,
        field: '',
        message:
          'is not expected here; expected a folder named by the symptom, such as drops-after-32-seconds. Rename or remove it',
      });
      continue;
    }
    known(path, ['facts.yaml', 'en.mdx', 'ja.mdx']);
    const facts = parse(`${path}/facts.yaml`, symptomFactsSchema, false);
    if (facts) raw.symptomFacts.push({ file: `${label}/${path}/facts.yaml`, folder: entry.name, data: facts });
    const en = parse(`${path}/en.mdx`, symptomEn, true, false);
    if (en) raw.symptoms.push({ file: `${label}/${path}/en.mdx`, folder: entry.name, locale: 'en', data: en });
    const ja = parse(`${path}/ja.mdx`, symptomJa, true, false);
    if (ja) raw.symptoms.push({ file: `${label}/${path}/ja.mdx`, folder: entry.name, locale: 'ja', data: ja });
  }
  for (const entry of folders('pages')) {
    const path = `pages/${entry.name}`;
    if (!entry.isDirectory() || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(entry.name)) {
      problems.push({
        file: `${label}/${path}`,
        field: '',
        message: 'is not expected here; expected a folder named by the page, such as about. Rename or remove it',
      });
      continue;
    }
    known(path, ['en.mdx', 'ja.mdx']);
    const texts = perLocale((locale) => parse(`${path}/${locale}.mdx`, pageSchema, true));
    if (LOCALES.every((locale) => texts[locale])) pages.set(entry.name, texts as PageTexts);
  }
  known('', TOP);
  known(
    'reference',
    Object.keys(referenceSchemas).map((name) => `${name}.yaml`),
  );
  for (const [name, schema] of Object.entries(referenceSchemas)) {
    const data = parse(`reference/${name}.yaml`, schema as z.ZodType, false);
    if (data) (raw.reference as Record<string, unknown>)[name] = data;
  }

  const vendors: Vendor[] = [];
  for (const { name } of folders('vendors')) {
    if (!/^[a-z0-9-]+\.yaml$/.test(name)) {
      problems.push({
        file: `${label}/vendors/${name}`,
        field: '',
        message:
          'is not expected here; expected a file named by the product, such as asterisk.yaml. Rename or remove it',
      });
      continue;
    }
    const data = parse(`vendors/${name}`, vendorSchema, false);
    if (data) vendors.push({ ...data, id: name.replace('.yaml', '') });
  }

  const changelog = parse('changelog.yaml', changelogSchema, false) ?? [];
  const dates = parse('dates.yaml', datesSchema, false) as Dates;
  for (const { file, body } of bodies)
    for (const message of bodyFaults(body, new Set(raw.folders))) problems.push({ file, field: 'body', message });

  if (Object.keys(raw.reference).length < Object.keys(referenceSchemas).length)
    return { content: null, vendors, pages, changelog, dates, problems };
  const { content, problems: between } = assemble(raw, label);
  problems.push(...between, ...vendors.flatMap((vendor) => vendorProblems(vendor, raw.reference, label)));
  for (const [field, message] of changelogProblems(changelog, { ...content, vendors }))
    problems.push({ file: `${label}/changelog.yaml`, field, message });
  return { content: problems.length === 0 ? content : null, vendors, pages, changelog, dates, problems };
}
