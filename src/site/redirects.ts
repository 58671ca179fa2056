import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, locales, type Locale } from '../locales.ts';
import { paths } from './paths.ts';

// Addresses that moved: src/site/redirects.txt, one `from to` a line, paths without base path and language. From here they
// reach _redirects, the configurations of deploy/ (`npm run redirects`), the 404 page, and a page of their own for hosts without rules.

/** An address that moved, and where it leads now. */
export interface Redirect {
  from: string;
  to: string;
}

const PATH = /^\/[\w./-]*(#[\w.-]+)?$/;

/**
 * @param text lines `from to`; empty lines and lines that begin with `# ` say nothing
 * @returns the redirects in their order
 * @throws Error that quotes a line which is not a redirect
 */
export function parseRedirects(text: string): Redirect[] {
  const found = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '#' && !line.startsWith('# '))
    .map((line): Redirect => {
      const [from, to, ...more] = line.split(/\s+/);
      if (!from || !to || more.length > 0 || !PATH.test(from) || !PATH.test(to))
        throw new Error(`src/site/redirects.txt: "${line}" is no redirect; expected "/old/ /new/"`);
      const language = LOCALES.map((locale) => locales[locale].prefix).find(
        (prefix) => prefix && from.startsWith(`${prefix}/`),
      );
      if (language)
        throw new Error(
          `src/site/redirects.txt: "${line}" is of one language; all share a line. Leave ${language} out`,
        );
      if (from === to) throw new Error(`src/site/redirects.txt: "${line}" leads to itself. Correct one of the two`);
      return { from, to };
    });
  const twice = found.find(({ from }, index) => found.findIndex((one) => one.from === from) !== index);
  if (twice) throw new Error(`src/site/redirects.txt: ${twice.from} is listed twice. Remove one`);
  return found;
}

/** The redirects of the site */
export const readRedirects = (root = process.cwd()): Redirect[] =>
  parseRedirects(readFileSync(join(root, 'src/site/redirects.txt'), 'utf8'));

/** Those that a host can see: it is never sent what follows "#" */
export const seenByHosts = (redirects: Redirect[]): Redirect[] => redirects.filter(({ from }) => !from.includes('#'));

/**
 * The redirects of pages, for hosts that have no rules: each becomes a page that leads on.
 *
 * @returns for each page that moved and each language its old and its new path, without base path
 */
export const movedPages = (redirects: Redirect[]): (Redirect & { locale: Locale })[] =>
  seenByHosts(redirects)
    .filter(({ from }) => from.endsWith('/'))
    .flatMap(({ from, to }) =>
      LOCALES.map((locale) => {
        const below = (path: string) => `${paths.home(locale)}${path.slice(1)}`;
        return { locale, from: below(from), to: below(to) };
      }),
    );

/** All redirects that a host can see, with the paths of every language; files belong to none */
export const hostRedirects = (redirects: Redirect[]): Redirect[] => [
  ...movedPages(redirects).map(({ from, to }) => ({ from, to })),
  ...seenByHosts(redirects).filter(({ from }) => !from.endsWith('/')),
];
