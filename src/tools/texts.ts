import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import yaml from 'js-yaml';
import { proseOf } from '../schema/check/texts.ts';
import { DEFAULT_LOCALE, LOCALES, locales, type Locale } from '../locales.ts';
import type { Entry } from '../schema/index.ts';
import { codeStrings, paragraphs } from './extract-strings.ts';

/** A text that readers see, and the place it comes from. */
export interface Prose {
  file: string;
  field: string;
  text: string;
  /** A label, heading or thing to ask for: it need not be a whole sentence. */
  label?: true;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const label = (text: string): { label?: true } => (/[。.]$/.test(text) ? {} : { label: true });
const list = (root: string, folder: string): string[] =>
  existsSync(`${root}${folder}`) ? readdirSync(`${root}${folder}`).sort() : [];

/**
 * @param locale the language wanted
 * @param root folder that holds `content/` and `src/`, with a slash at the end
 * @returns every text of that language: entries, notes, contexts, pages (front matter and body), reference tables, words of the
 *   interface; files that do not parse are left to the content check
 */
export function readProse(locale: Locale, root = ROOT): Prose[] {
  return [
    ...['codes', 'comparisons', 'symptoms', 'contexts', 'pages'].flatMap((folder) =>
      list(root, `content/${folder}`).flatMap((name) => mdxProse(root, `content/${folder}/${name}/${locale}.mdx`)),
    ),
    ...list(root, 'content/reference').flatMap((name) => yamlProse(root, `content/reference/${name}`, locale)),
    ...list(root, 'content/vendors').flatMap((name) => yamlProse(root, `content/vendors/${name}`, locale)),
    ...globSync(`content/translations/${locale}/**/*.yaml`, { cwd: root })
      .sort()
      .flatMap((file) => yamlProse(root, file.replaceAll('\\', '/'), locale)),
    ...wordFiles(root).flatMap((file) => codeProse(root, file, locale)),
  ];
}

/** The modules of words, in folders per area */
const wordFiles = (root: string): string[] =>
  existsSync(`${root}src/i18n`)
    ? readdirSync(`${root}src/i18n`, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `src/i18n/${name}`)
        .sort()
    : [];

function mdxProse(root: string, file: string): Prose[] {
  if (!existsSync(root + file)) return [];
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(readFileSync(root + file, 'utf8'));
  const front = load(match?.[1] ?? '') as Entry | null;
  if (!front) return [];
  const noun = (field: string) => /^(askFor|gloss|title|name|means|sections|columns)|\.cells\./.test(field);
  const fields = [...proseOf(front), ...(front.gloss ? [['gloss', front.gloss] as [string, string]] : [])];
  return [
    ...fields
      .filter(([, text]) => typeof text === 'string')
      .map(([field, text]): Prose => ({ file, field, text, ...(noun(field) ? { label: true } : {}) })),
    ...paragraphs(match?.[2] ?? '').map(({ text, sentence }): Prose => ({
      file,
      field: 'body',
      text,
      ...(sentence ? {} : { label: true }),
    })),
  ];
}

function yamlProse(root: string, file: string, locale: Locale): Prose[] {
  const found: Prose[] = [];
  const visit = (value: unknown, path: string): void => {
    if (value === null || typeof value !== 'object') return;
    for (const [key, child] of Object.entries(value))
      if (key === locale && typeof child === 'string')
        found.push({ file, field: path ? `${path}.${key}` : key, text: child, ...label(child) });
      else visit(child, path ? `${path}.${key}` : key);
  };
  visit(load(readFileSync(root + file, 'utf8')), '');
  return found;
}

/** The language that alone writes such characters */
const languageOf = (text: string): Locale =>
  LOCALES.find((locale) => locales[locale].script?.test(text)) ?? DEFAULT_LOCALE;

/** Strings of a module of words; a module that is not of one language alone has both in it. */
function codeProse(root: string, file: string, locale: Locale): Prose[] {
  const own = LOCALES.find((one) => file.endsWith(`/${one}.ts`));
  if (own && own !== locale) return [];
  return codeStrings(readFileSync(root + file, 'utf8'))
    .filter(({ text }) => (own ?? languageOf(text)) === locale && text.length > 1)
    .map(({ line, text }): Prose => ({ file, field: `line ${line}`, text, ...label(text) }));
}

function load(text: string): unknown {
  try {
    return yaml.load(text);
  } catch {
    return null;
  }
}
