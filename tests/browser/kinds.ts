import { readdirSync } from 'node:fs';
import type { Build } from '../builds.ts';

/** What pages of one kind have in common in their paths. */
const kindOf = (path: string): string =>
  path
    .replace(/\d{3}-vs-\d{3}/, 'pair')
    .replace(/\dxx/, 'class')
    .replace(/\d+/, 'number')
    .replace(/^(ja\/)?(symptoms|vendors)\/[^/]+/, '$1$2/one');

/** @returns one address of each kind of page in each language, behind the base path; the first of its kind */
export function kinds(build: Build): string[] {
  const first = new Map<string, string>();
  const pages = readdirSync(build.dir, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(^|\/)index\.html$/.test(file))
    .map((file) => file.replace(/index\.html$/, ''))
    .sort();
  for (const path of pages) if (!first.has(kindOf(path))) first.set(kindOf(path), path);
  return [...first.values(), '404.html', 'nowhere/'];
}
