import yaml from 'js-yaml';
import { DEFAULT_LOCALE, isLocale } from '../locales.ts';
import { pseudoText } from './pseudo-text.ts';

// Files of content/ in the language of pseudo-text.ts, made from the English ones.

/** Fields of front matter that hold no text. */
const VALUES = new Set(['role']);

/** A text of front matter in brackets, also if it is a list of numbers or literals, which languages join differently */
function pseudoField(text: string): string {
  const pseudo = pseudoText(text);
  return pseudo.includes('【') ? pseudo : `【${text}】`;
}

function pseudoValue(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return VALUES.has(key) ? value : pseudoField(value);
  if (Array.isArray(value)) return value.map((item) => pseudoValue(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, pseudoValue(child, name)]));
}

/** Code, tags, values, addresses of links, and the marks of Markdown. */
const MARKUP =
  /(```[\s\S]*?```|`[^`]*`|<[^>]*>|\{[^}]*\}|\]\([^)]*\)|^[ \t]*(?:[-*+] |\d+\. |#{1,6} )|\*\*|!?\[|\||^import .*$)/m;

/** The body of an MDX file with every run of text in brackets */
const pseudoBody = (body: string, locale: string): string =>
  body
    .split(/(\n\n+)/)
    .map((block) =>
      block
        .split(MARKUP)
        .map((part, index) => (index % 2 ? part.replace(' locale="en"', ` locale="${locale}"`) : pseudoText(part)))
        .join(''),
    )
    .join('');

/** An MDX file: its front matter and its body */
export function pseudoMdx(text: string, locale: string): string {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(text)!;
  const fields = yaml.load(front, { schema: yaml.CORE_SCHEMA });
  return `---\n${yaml.dump(pseudoValue(fields), { lineWidth: -1 })}---\n${pseudoBody(body, locale)}`;
}

const isScalar = (value: unknown): boolean => value === null || typeof value !== 'object';
type Fields = Record<string, unknown>;

/** The first field whose values tell the items of a list apart. */
function keyOf(items: unknown[]): string | undefined {
  if (!items.every((item) => item !== null && typeof item === 'object' && !Array.isArray(item))) return undefined;
  const fields = items as Fields[];
  return Object.keys(fields[0] ?? {}).find((key) => {
    const values = fields.map((item) => item[key]);
    return (
      !isLocale(key) &&
      values.every((value) => value !== undefined && isScalar(value)) &&
      new Set(values).size === values.length
    );
  });
}

/**
 * @param table a parsed table of content/
 * @param locale the language that is added
 * @returns the texts alone, in the structure of the table (src/schema/translations.ts); undefined if it has none
 */
export function pseudoTable(table: unknown, locale: string): unknown {
  if (Array.isArray(table)) {
    const items = table.map((item) => pseudoTable(item, locale) as Fields | undefined);
    if (items.every((item) => item === undefined)) return undefined;
    const key = keyOf(table);
    if (key === undefined) return items.map((item) => item ?? {});
    return items.flatMap((item, index) => (item ? [{ [key]: (table as Fields[])[index]![key], ...item }] : []));
  }
  if (table === null || typeof table !== 'object') return undefined;
  const text = (table as Fields)[DEFAULT_LOCALE];
  const children = Object.entries(table)
    .map(([key, child]): [string, unknown] => [key, pseudoTable(child, locale)])
    .filter(([, child]) => child !== undefined);
  if (typeof text === 'string') children.push([locale, pseudoText(text)]);
  if (Array.isArray(text)) children.push([locale, pseudoValue(text)]);
  return children.length > 0 ? Object.fromEntries(children) : undefined;
}
