import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Comment, Element } from 'domhandler';
import { findAll, getElementsByTagName, getOuterHTML, prependChild, removeElement, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import sharp from 'sharp';
import { LOCALES, locales, type Locale } from '../../locales.ts';
import { plainError, settings } from '../../settings.ts';

// `npm run docset`: the built site as a docset for Dash and Zeal, one per language, in dist-docset/. The format is that of
// https://kapeli.com/docsets: pages, an index in SQLite, a property list. The pages are those of the build without what
// needs a server; computed comparisons, the decoder and files for programs are links to the site.

const FOLDER = 'dist-docset';
const dist = settings.outDir;
const base = settings.basePath;

/** Types of entries that Dash and Zeal know, by the kind of page. */
const TYPES = {
  code: 'Value',
  class: 'Category',
  comparison: 'Entry',
  symptom: 'Guide',
  cause: 'Constant',
  product: 'Library',
  context: 'Service',
  warning: 'Value',
  unregistered: 'Value',
  header: 'Field',
  term: 'Word',
  rfc: 'Resource',
} as const;

/** A line of the index. */
interface Entry {
  name: string;
  type: (typeof TYPES)[keyof typeof TYPES];
  /** Address below the site's, without language prefix: `q850/34/`, `warnings/#warning-304`. */
  address: string;
}

/** A list of a file of the site's own API: what a docset names is what programs get. */
function list<Row>(file: string, field: string): Row[] {
  const path = join(dist, 'api', file);
  if (!existsSync(path)) throw plainError(`${path} is missing; expected a built site: run npm run build first`);
  return (JSON.parse(readFileSync(path, 'utf8')) as Record<string, Row[]>)[field]!;
}

/**
 * What the docset of a language lists: codes, classes, settled comparisons, symptoms, causes, products, services, warn-codes,
 * unregistered codes, header fields, terms and RFCs.
 *
 * @throws Error if the site has not been built
 */
function entriesOf(locale: Locale): Entry[] {
  interface Named {
    title: Record<Locale, string>;
    urls: Record<Locale, string>;
  }
  const root = new URL(`${base}${locales[locale].prefix.slice(1)}`, settings.siteUrl).href.replace(/\/*$/, '/');
  const below = ({ urls }: { urls: Record<Locale, string> }) => urls[locale].slice(root.length);
  const headers = readFileSync(join(dist, 'headers', 'index.html'), 'utf8');
  const named = (type: Entry['type'], rows: Named[]): Entry[] =>
    rows.map((row) => ({ name: row.title[locale], type, address: below(row) }));
  interface Code extends Named {
    code: number;
    phrase: string;
    gloss: Partial<Record<Locale, string>>;
  }
  return [
    ...list<Code>('sip/codes.json', 'codes').map((row) => ({
      name: [row.code, row.phrase, row.gloss[locale]].filter(Boolean).join(' '),
      type: TYPES.code,
      address: below(row),
    })),
    ...list<Named & { digit: number }>('classes.json', 'classes').map((row) => ({
      name: `${row.digit}xx ${row.title[locale]}`,
      type: TYPES.class,
      address: below(row),
    })),
    ...named(TYPES.comparison, list('comparisons.json', 'comparisons')),
    ...named(TYPES.symptom, list('symptoms.json', 'symptoms')),
    ...list<{ cause: number; name: Record<Locale, string>; urls: Record<Locale, string> }>('q850.json', 'causes').map(
      (row) => ({ name: `Q.850 ${row.cause} ${row.name[locale]}`, type: TYPES.cause, address: below(row) }),
    ),
    ...named(TYPES.product, list('products.json', 'products')),
    ...named(TYPES.context, list('contexts.json', 'contexts')),
    ...list<{ code: number; registered: string }>('warnings.json', 'codes').map(({ code, registered }) => ({
      name: `Warning ${code} ${registered}`,
      type: TYPES.warning,
      address: `warnings/#warning-${code}`,
    })),
    ...list<{ code: number; phrase: string }>('unregistered.json', 'codes').map(({ code, phrase }) => ({
      name: `${code} ${phrase}`,
      type: TYPES.unregistered,
      address: `sip/unregistered/#${code}`,
    })),
    ...list<{ name: string }>('headers.json', 'headers')
      .map(({ name }) => ({ name, type: TYPES.header, address: `headers/#${name.toLowerCase()}` }))
      // A field that only texts mention has no row on the page of header fields.
      .filter(({ address }) => headers.includes(` id="${address.split('#')[1]}"`)),
    ...list<{ term: Record<Locale, string>; urls: Record<Locale, string> }>('glossary.json', 'terms').map((row) => ({
      name: row.term[locale],
      type: TYPES.term,
      address: below(row),
    })),
    ...list<{ number: number; title: string; urls: Record<Locale, string> | null }>('rfcs.json', 'rfcs').flatMap(
      ({ number, title, urls }) =>
        urls ? [{ name: `RFC ${number} ${title}`, type: TYPES.rfc, address: below({ urls }) }] : [],
    ),
  ];
}

/** The pages of a language that read without a server, as paths below the site: `ja/sip/487/index.html` */
function pagesOf(locale: Locale): string[] {
  const settled = new Set(list<{ id: string }>('comparisons.json', 'comparisons').map(({ id }) => id));
  const folder = locales[locale].prefix.slice(1);
  const others = LOCALES.filter((other) => other !== locale).map((other) => locales[other].prefix.slice(1));
  return (
    readdirSync(join(dist, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
      .filter((name) => name.endsWith('/index.html') || name === posix.join(folder, 'index.html'))
      .filter((name) => !others.some((other) => other !== '' && name.startsWith(`${other}/`)))
      .filter((name) => !['decode', 'offline', '404'].includes(posix.relative(folder, dirname(name))))
      .filter((name) => {
        const pair = /\/(\d{3}-vs-\d{3})\/index\.html$/.exec(name)?.[1];
        return pair === undefined || settled.has(pair);
      })
      // Short and former addresses are pages that only lead on.
      .filter((name) => !readFileSync(join(dist, name), 'utf8').includes('http-equiv="refresh"'))
      .sort()
  );
}

/** Whether an element needs a server or a script, and is left out */
const needsServer = ({ name, attribs }: Element): boolean =>
  ['script', 'form', 'button'].includes(name) ||
  (name === 'meta' && 'http-equiv' in attribs) ||
  (name === 'link' && !/^(stylesheet|canonical)$/.test(attribs['rel'] ?? ''));

/**
 * A page as it stands in a docset.
 *
 * @param html the page as it was built
 * @param path its place below the site: `sip/487/index.html`
 * @param has whether the docset holds a file
 * @returns the page without scripts and forms, with relative links to what the docset holds, and links to the site for all else
 */
function docsetPage(html: string, path: string, has: (file: string) => boolean): string {
  const page = parseDocument(html);
  for (const element of findAll(needsServer, page.children)) removeElement(element);
  for (const element of findAll(({ attribs }) => 'href' in attribs || 'src' in attribs, page.children))
    for (const name of ['href', 'src'] as const) {
      const to = element.attribs[name];
      if (to === undefined || !to.startsWith(base)) continue;
      const [address, anchor] = to.slice(base.length).split('#') as [string, string?];
      const file = address === '' || address.endsWith('/') ? `${address}index.html` : address;
      const hash = anchor === undefined ? '' : `#${anchor}`;
      element.attribs[name] = has(file)
        ? `${posix.relative(dirname(path), file)}${hash}`
        : new URL(to, settings.siteUrl).href;
    }
  // What the readers of docsets look for: the address of the page, and its contents for a panel of their own.
  const online = new URL(`${base}${path.replace(/index\.html$/, '')}`, settings.siteUrl).href;
  prependChild(getElementsByTagName('html', page)[0]!, new Comment(` Online page at ${online} `));
  for (const heading of getElementsByTagName('h2', page))
    prependChild(
      heading,
      new Element('a', {
        name: `//apple_ref/cpp/Section/${encodeURIComponent(textContent(heading).trim())}`,
        class: 'dashAnchor',
      }),
    );
  return getOuterHTML(page);
}

const property = (key: string, value: string | true): string =>
  `  <key>${key}</key>\n  ${value === true ? '<true/>' : `<string>${value}</string>`}\n`;

/** The property list of a docset */
const propertyList = (locale: Locale): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
${[
  property('CFBundleIdentifier', `sip-codes-${locale}`),
  property('CFBundleName', nameOf(locale)),
  property('DocSetPlatformFamily', 'sip'),
  property('isDashDocset', true),
  property('dashIndexFilePath', posix.join(locales[locale].prefix.slice(1), 'index.html')),
  property('DashDocSetFamily', 'dashtoc'),
  property('DashDocSetFallbackURL', `${settings.siteUrl}${base}`),
].join('')}</dict>
</plist>
`;

const nameOf = (locale: Locale): string => `SIP Codes (${locales[locale].name})`;

/** The index of a docset as a database of SQLite, with the lines in order */
function writeIndex(file: string, entries: Entry[], prefix: string): void {
  const database = new DatabaseSync(file);
  database.exec(`
    CREATE TABLE searchIndex(id INTEGER PRIMARY KEY, name TEXT, type TEXT, path TEXT);
    CREATE UNIQUE INDEX anchor ON searchIndex (name, type, path);
    BEGIN;`);
  const insert = database.prepare('INSERT INTO searchIndex(name, type, path) VALUES (?, ?, ?)');
  for (const { name, type, address } of entries) {
    const [page, anchor] = address.split('#');
    insert.run(name, type, `${posix.join(prefix, page!, 'index.html')}${anchor === undefined ? '' : `#${anchor}`}`);
  }
  database.exec('COMMIT');
  database.close();
}

/** Writes the docset of a language; returns its folder. */
async function writeDocset(locale: Locale): Promise<string> {
  const prefix = locales[locale].prefix.slice(1);
  const folder = join(FOLDER, `sip-codes-${locale}.docset`);
  const resources = join(folder, 'Contents', 'Resources');
  const documents = join(resources, 'Documents');
  const entries = entriesOf(locale);
  const pages = pagesOf(locale);
  const files = readdirSync(join(dist, '_astro'))
    .filter((name) => name.endsWith('.css'))
    .map((name) => `_astro/${name}`);
  const held = new Set([...pages, ...files]);
  mkdirSync(documents, { recursive: true });
  for (const file of files) cpSync(join(dist, file), join(documents, file), { recursive: true });
  for (const path of pages) {
    const html = readFileSync(join(dist, path), 'utf8');
    mkdirSync(dirname(join(documents, path)), { recursive: true });
    writeFileSync(
      join(documents, path),
      docsetPage(html, path, (file) => held.has(file)),
    );
  }
  writeFileSync(join(folder, 'Contents', 'Info.plist'), propertyList(locale));
  writeIndex(join(resources, 'docSet.dsidx'), entries, prefix);
  const icon = sharp(join(dist, 'apple-touch-icon.png'));
  await icon.clone().resize(16).png().toFile(join(folder, 'icon.png'));
  await icon.clone().resize(32).png().toFile(join(folder, 'icon@2x.png'));
  return `${folder}: ${pages.length} pages, ${entries.length} entries.`;
}

rmSync(FOLDER, { recursive: true, force: true });
for (const locale of LOCALES) console.log(await writeDocset(locale));
