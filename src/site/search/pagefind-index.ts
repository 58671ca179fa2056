import { globSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import * as pagefind from 'pagefind';
import { causeRecords } from './search-records.ts';
import { messages } from '../../i18n/index.ts';
import { contextRecords, glossaryRecords, symptomRecords } from './search-records.ts';
import { type Code, type Content } from '../../schema/content.ts';
import { LOCALES, type Locale } from '../../locales.ts';
import { contentWords, SUMMARY_END } from '../../search/tokenize.ts';
import { localeOf, paths } from '../paths.ts';
import { REFERENCE_PAGES } from '../reference-pages.ts';

// Builds Pagefind's index into pagefind/ of the site: codes, symptoms, contexts, causes and terms from the content, with their whole
// text; settled pairs with their verdict; pages of reference as they were built, section by section. Of each only the words that can be
// asked for, each once: that makes the index a quarter as large, and nothing of it is shown but title and summary.
// Generated pairs stay out: they are found by their two codes without the engine, and in the index they only make its
// first file fifteen times as large.

const plain = (text: string): string => text.replaceAll('`', '');
const fail = (errors: string[]): void => {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
};

function textOfCode(code: Code, locale: Locale): string {
  const text = code.text[locale];
  return [
    messages(locale).titles.code(code),
    `${code.number} ${code.phrase} ${text.gloss ?? ''}`,
    text.keywords.join(', '),
    text.summary,
    text.description,
    ...text.seenWhen,
    ...text.howToFix,
    text.nature,
    ...text.producedBy.map((one) => one.tell),
    text.toSend,
  ].join('\n');
}

/** As the dialog itself writes it. */
const nameOf = (code: Code, locale: Locale): string => {
  const gloss = code.text[locale].gloss;
  return gloss ? `${code.number} ${code.phrase}（${gloss}）` : `${code.number} ${code.phrase}`;
};

/** The text of HTML as a reader sees it, without the citations: names and lines of source files are not searched for. */
const visible = (html: string): string =>
  html
    .replace(/<(span|small) class="sources"[\s\S]*?<\/\1>/g, ' ')
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ')
    // Inside a line there is no space where a tag is: Japanese headings have one after each phrase.
    .replace(/<\/a>(?=<a\b)/g, ' ')
    .replace(/<\/?(?:wbr|span|a|code|b|strong|em|i|abbr|bdi|dfn|q|kbd|time|mark)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(
      /&(amp|lt|gt|quot|#39);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]!,
    )
    .replace(/\s+/g, ' ')
    .trim();

/** How much of a section is shown. */
const EXCERPT = 120;

/** The cells of a row of a table. */
const cells = (row: string): string[] =>
  [...row.matchAll(/<t[hd]\b[^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => visible(cell!));

/**
 * Says what a section is about, under its result.
 *
 * @param section HTML from its heading on
 * @returns the beginning of its text; of a table, what its first row says under its headings, because cells in a line are no text
 */
export function excerpt(section: string): string {
  const text = visible(section.replace(/^<h\d[\s\S]*?<\/h\d>/, '').replace(/<(table|nav)\b[\s\S]*?<\/\1>/g, ' '));
  if (text !== '') return shortened(text);
  const [head = '', row = ''] = [
    ...(/<table\b[\s\S]*?<\/table>/.exec(section)?.[0] ?? '').matchAll(/<tr\b[\s\S]*?<\/tr>/g),
  ].map(([one]) => one);
  const names = cells(head);
  return shortened(
    cells(row)
      .map((cell, at) => (names[at] ? `${names[at]}: ${cell}` : cell))
      .join('; '),
  );
}

const shortened = (text: string): string =>
  [...text].length > EXCERPT ? `${[...text].slice(0, EXCERPT).join('').trimEnd()}…` : text;

/** Reference pages: not those of entries, and not lists of codes, which contain every word there is. */
function referencePages(dist: string): { path: string; html: string }[] {
  const lists = new Set(LOCALES.flatMap((locale) => [paths.home(locale), paths.codes(locale), paths.compare(locale)]));
  return globSync('**/index.html', { cwd: dist, exclude: (name) => /-vs-/.test(name) })
    .map((file) => file.replaceAll('\\', '/'))
    .filter(
      (file) =>
        !/(^|\/)(sip\/[1-6][\dx]|[1-6]\d\d\/|(sip\/603-plus|stun|failover)\/|(symptoms|q850|contexts)\/.+\/|glossary\/)/.test(
          file,
        ),
    )
    .map((file) => ({ path: `/${file.replace(/index\.html$/, '')}`, html: readFileSync(join(dist, file), 'utf8') }))
    .filter(({ path, html }) => !lists.has(path) && !/<meta name="robots" content="noindex/.test(html))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}

interface About {
  title: string;
  summary: string;
  kind: string;
}

/**
 * Writes the index of a built site into its folder `pagefind/`.
 *
 * @param content codes, settled pairs, symptoms, contexts, causes and terms
 * @param dist folder of the site, with its pages
 * @returns the number of records
 * @throws Error with Pagefind's words
 */
export async function writeIndex(content: Content, dist: string): Promise<number> {
  try {
    const { index, errors } = await pagefind.createIndex();
    fail(errors);
    if (!index) throw new Error('Pagefind made no index');
    return await fillIndex(index, content, dist);
  } finally {
    await pagefind.close();
  }
}

async function fillIndex(index: pagefind.PagefindIndex, content: Content, dist: string): Promise<number> {
  // Sent one after the other, without waiting for the answers: they come from another process.
  const added: Promise<void>[] = [];
  const add = (locale: Locale, url: string, text: string, { title, summary, kind }: About): void => {
    // Not in `meta`, where a Japanese sentence would be indexed as one word of its own and double the index.
    const said = new Set(contentWords(summary));
    // In order, so that a word is at about the same place in every record: it compresses better.
    const words = contentWords(plain(text))
      .filter((word) => !said.has(word))
      .sort();
    const record = {
      url,
      language: locale,
      content: `${summary}${SUMMARY_END}${words.join(' ')}`,
      meta: { title, kind },
    };
    added.push(index.addCustomRecord(record).then(({ errors }) => fail(errors)));
  };
  for (const locale of LOCALES) {
    const { titles, search } = messages(locale);
    for (const code of content.codes)
      add(locale, paths.code(locale, code.number), textOfCode(code, locale), {
        title: nameOf(code, locale),
        summary: plain(code.text[locale].summary),
        kind: search.kindCode,
      });
    for (const [key, note] of content.notes) {
      const [a, b] = key.split('-vs-').map((number) => content.byNumber.get(Number(number))!) as [Code, Code];
      // Its title and verdict: the rest of a comparison is said on the pages of its codes, too.
      add(locale, paths.pair(locale, a.number, b.number), titles.pair(a, b), {
        title: `${a.number} ${a.phrase} ${search.versus} ${b.number} ${b.phrase}`,
        summary: plain(note.text[locale].verdict),
        kind: search.kindPair,
      });
    }
    for (const { path, title, summary, text } of [
      ...symptomRecords(content.symptoms, locale),
      ...contextRecords(content.contexts, locale),
      ...glossaryRecords(content.reference.glossary, locale),
      ...causeRecords(content, locale),
    ]) {
      const kind =
        REFERENCE_PAGES.find((page) => path.startsWith(page.path(locale)))?.label[locale] ?? search.kindContext;
      add(locale, path, `${title}\n${text}`, { title, summary: plain(summary), kind });
    }
  }
  for (const { path, html } of referencePages(dist)) {
    const locale = localeOf(path);
    const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
    const title = visible(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(main)?.[1] ?? '');
    const summary = visible(/<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? '');
    // The label of the page above it: /vendors/asterisk/ belongs to the products.
    const under = REFERENCE_PAGES.find((page) => path.startsWith(page.path(locale)));
    const kind = under?.label[locale] ?? '';
    // The sections about one code of a product are found by its name, and too many to be records of their own.
    const [intro = '', ...sections] = main.split(/(?=<h[2-4][^>]* id="(?!c\d{3}"))/);
    add(locale, path, `${title} ${summary} ${visible(intro)}`, { title, summary, kind });
    for (const section of sections) {
      const [, id, heading] = /<h\d[^>]* id="([^"]+)"[^>]*>([\s\S]*?)<\/h\d>/.exec(section)!;
      const text = visible(section);
      const name = visible(heading!);
      const meta = {
        title: `${title}${messages(locale).ui.colon}${name}`,
        summary: excerpt(section),
        kind,
      };
      add(locale, `${path}#${id}`, `${title} ${text}`, meta);
    }
  }
  await Promise.all(added);
  const folder = join(dist, 'pagefind');
  const written = await index.writeFiles({ outputPath: folder });
  fail(written.errors);
  // Pagefind's own dialogs are not used, and its script comes with white space.
  for (const file of readdirSync(folder))
    if (/-(ui|highlight|worker)\.(js|css)$/.test(file)) rmSync(join(folder, file));
  const script = join(folder, 'pagefind.js');
  writeFileSync(script, (await transform(readFileSync(script, 'utf8'), { minify: true, format: 'esm' })).code);
  return added.length;
}
