import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import yaml from 'js-yaml';
import { searchJa } from '../i18n/search.ja.ts';
import { proseOf, type Locale } from '../model/content.ts';
import type { Entry } from '../model/schema.ts';

/** A text that readers see, and where it stands. */
export interface Prose {
  file: string;
  field: string;
  text: string;
}

const ROOT = fileURLToPath(new URL('../../content/', import.meta.url));

/**
 * @param locale the language wanted
 * @returns every sentence of entries, notes and reference tables in that language; files that do not parse are
 *   left to the content check
 */
export function readProse(locale: Locale): Prose[] {
  const found: Prose[] = [];
  for (const folder of ['codes', 'comparisons']) {
    if (!existsSync(`${ROOT}${folder}`)) continue;
    for (const name of readdirSync(`${ROOT}${folder}`).sort()) {
      const path = `${ROOT}${folder}/${name}/${locale}.mdx`;
      if (!existsSync(path)) continue;
      const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(readFileSync(path, 'utf8'));
      let front: Entry | null = null;
      try {
        front = yaml.load(match?.[1] ?? '') as Entry;
      } catch {
        continue;
      }
      if (!front) continue;
      const file = `content/${folder}/${name}/${locale}.mdx`;
      for (const [field, text] of proseOf(front)) if (typeof text === 'string') found.push({ file, field, text });
      for (const paragraph of (match?.[2] ?? '').split(/\n{2,}/))
        if (paragraph.trim()) found.push({ file, field: 'body', text: paragraph.trim() });
    }
  }
  for (const name of readdirSync(`${ROOT}reference`).sort()) {
    const visit = (value: unknown, path: string): void => {
      if (value === null || typeof value !== 'object') return;
      for (const [key, child] of Object.entries(value))
        if (key === locale && typeof child === 'string' && /。$|\.$/.test(child))
          found.push({ file: `content/reference/${name}`, field: path, text: child });
        else visit(child, path ? `${path}.${key}` : key);
    };
    visit(yaml.load(readFileSync(`${ROOT}reference/${name}`, 'utf8')), '');
  }
  if (locale === 'ja')
    for (const [field, text] of Object.entries(searchJa))
      if (text.endsWith('。')) found.push({ file: 'src/i18n/search.ja.ts', field, text });
  return found;
}
