import { LOCALES, type Locale } from '../locales.ts';
import type { FileProblem } from './content.ts';

// Texts of a table in a further language, in a file of their own: `content/translations/<locale>/<path of the table>`. It has
// the structure of the table, with the texts of that language alone, and is merged into the table before the schema sees it.

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const isScalar = (value: unknown): boolean => value === null || typeof value !== 'object';
const quoted = (value: unknown): string => JSON.stringify(value) ?? String(value);

/** Whether some object in a value has a text in a language */
export const speaks = (value: unknown, locale: Locale): boolean =>
  value !== null &&
  typeof value === 'object' &&
  ((isFields(value) && locale in value) || Object.values(value).some((child) => speaks(child, locale)));

/** The field that tells the items of a list apart: a translation repeats it in every item, and its values all differ. */
function identityOf(items: unknown[], translated: unknown[], locale: Locale): string | undefined {
  const [first] = translated;
  if (!isFields(first) || ![...items, ...translated].every(isFields)) return undefined;
  return Object.keys(first).find((key) => {
    if (key === locale) return false;
    if (!(translated as Fields[]).every((item) => key in item && isScalar(item[key]))) return false;
    const values = (items as Fields[]).map((item) => item[key]);
    return values.every((value) => value !== undefined && isScalar(value)) && new Set(values).size === values.length;
  });
}

/**
 * Adds the texts of a language to a table. An item of a list is found by a field that the translation repeats (`code: 487`)
 * if it differs from item to item, else by its place; then both lists have the same length.
 *
 * @param table the parsed table
 * @param translation the parsed file of the language
 * @returns a table with both, and what the translation has that the table lacks or says otherwise; the schema finds what is
 *   missing
 */
export function mergeTranslation(
  table: unknown,
  translation: unknown,
  locale: Locale,
): { value: unknown; problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  const report = (field: string, message: string) => problems.push({ field, message });
  const value = merge(table, translation, '');
  return { value, problems };

  function merge(base: unknown, added: unknown, field: string): unknown {
    if (Array.isArray(base) && Array.isArray(added)) return mergeLists(base, added, field);
    if (isFields(base) && isFields(added)) return mergeFields(base, added, field);
    if (!isScalar(base) || !isScalar(added)) {
      report(field, 'has another structure than in the table. Give it the same lists and fields');
    } else if (base !== added) {
      report(field, `is ${quoted(added)}, but ${quoted(base)} in the table. Make it equal, or remove it`);
    }
    return base;
  }

  function mergeFields(base: Fields, added: Fields, field: string): Fields {
    const merged = { ...base };
    for (const [key, child] of Object.entries(added)) {
      const path = field ? `${field}.${key}` : key;
      if (key === locale && LOCALES.some((other) => other in base)) {
        if (key in base) report(path, 'is in the table too. Remove one of the two');
        else merged[key] = child;
      } else if (key in base) merged[key] = merge(base[key], child, path);
      else report(path, 'does not exist in the table. Correct the name, or remove it');
    }
    return merged;
  }

  function mergeLists(base: unknown[], added: unknown[], field: string): unknown[] {
    const key = identityOf(base, added, locale);
    if (key === undefined) {
      if (base.length !== added.length)
        report(field, `has ${added.length} items, but ${base.length} in the table. Translate all, in the same order`);
      return base.map((item, index) => (index < added.length ? merge(item, added[index], `${field}[${index}]`) : item));
    }
    const merged = [...base];
    for (const item of added as Fields[]) {
      const at = (base as Fields[]).findIndex((one) => one[key] === item[key]);
      const path = `${field}[${key} ${String(item[key])}]`;
      if (at < 0) report(path, 'does not exist in the table. Correct or remove it');
      else merged[at] = merge(merged[at], item, path);
    }
    return merged;
  }
}
