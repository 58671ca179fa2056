import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, locales, type Locale } from '../locales.ts';
import { plainError } from '../settings.ts';
import { paths } from './paths.ts';

// Addresses that moved: src/site/redirects.txt, one `from to` a line, paths without base path and language. From here they
// reach _redirects, the configurations of deploy/ (`npm run redirects`), the 404 page, and a page of their own for hosts without rules.

/** An address that moved, and where it leads now. */
export interface Redirect {
  from: string;
  to: string;
}

const FILE = 'src/site/redirects.txt';

const SEGMENT = /^[\w-][\w.-]*$/;

/** Whether a path names a page (`/old/`) or a file (`/api/old.json`); null if it is neither. Only pages have sections. */
function kindOf(path: string): 'page' | 'file' | null {
  const [plain, anchor, ...more] = path.split('#') as [string, ...string[]];
  if (more.length > 0 || (anchor !== undefined && !/^[\w.-]+$/.test(anchor))) return null;
  if (plain === '/') return 'page';
  const page = plain.endsWith('/');
  const [root, ...segments] = (page ? plain.slice(0, -1) : plain).split('/') as [string, ...string[]];
  if (root !== '' || segments.length === 0 || !segments.every((segment) => SEGMENT.test(segment))) return null;
  if (page) return 'page';
  return anchor === undefined && /\.\w+$/.test(segments.at(-1)!) ? 'file' : null;
}

const withoutAnchor = (path: string): string => path.split('#')[0]!;

/** Whether the site answers an address by itself, with a page or by leading on. */
function isLive(path: string, pages: ReadonlySet<string>): boolean {
  const short = path.replace(/^\/(?=\d{3}\/$)/, '/sip/');
  const reversed = path.replace(/(\d{3})-vs-(\d{3})(?=\/$)/, '$2-vs-$1');
  return ['/404/', '/offline/'].includes(path) || [path, short, reversed].some((one) => pages.has(one));
}

/** What is wrong with a line by itself, and what is expected; null if nothing is. */
function formFault([from, to, ...more]: string[]): string | null {
  if (!from || !to || more.length > 0) return 'expected two paths, "/old/ /new/"';
  const wrong = [from, to].find((path) => kindOf(path) === null);
  if (wrong !== undefined)
    return `${wrong} is no path of this site; expected a page that ends with "/", such as /old/, or a file with an extension, such as /api/old.json, without "//", "." and ".."`;
  if (from === '/') return '/ is the home page, which cannot move; expected the address of a page that is gone';
  const language = LOCALES.map((locale) => locales[locale].prefix).find(
    (prefix) => prefix && [from, to].some((path) => path.startsWith(`${prefix}/`)),
  );
  if (language) return `is of one language; expected paths that all languages share. Leave ${language} out`;
  if (from === to) return 'leads to itself; expected another address';
  if (kindOf(from) === 'page' && kindOf(to) === 'file')
    return `${to} is a file; expected that a page leads to a page, since it does so in every language`;
  return null;
}

/**
 * @param text lines `from to`; empty lines and lines that begin with `# ` say nothing
 * @param pages all pages of the site, English, as `pageAddresses` gives them; without them only the lines are compared
 * @returns the redirects in their order
 * @throws Error that lists every line that is no redirect, leads to another one or to no page, or moves a page that exists
 */
export function parseRedirects(text: string, pages?: ReadonlySet<string>): Redirect[] {
  const lines = text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '' && line !== '#' && !line.startsWith('# '))
    .map(({ line, number }) => {
      const words = line.split(/\s+/);
      return { line, number, from: words[0]!, to: words[1] ?? '', fault: formFault(words) };
    });
  const good = lines.filter(({ fault }) => fault === null);
  const fault = ({ number, from, to }: (typeof lines)[number]): string | null => {
    const first = good.find((one) => one.from.replace(/\/$/, '') === from.replace(/\/$/, ''))!;
    if (first.number !== number) return `${from} is in line ${first.number} already. Remove one of the two`;
    const next = good.find((one) => one.from === to || one.from === withoutAnchor(to));
    if (next) return `${next.from} moved itself, by line ${next.number}; expected the address where it all ends`;
    if (!pages) return null;
    if (isLive(from, pages)) return `${from} is an address that the site has; expected one that is gone`;
    if (kindOf(to) === 'page' && !pages.has(withoutAnchor(to)))
      return `${to} does not exist; expected a page of this site; of a pair the lower code comes first`;
    return null;
  };
  const problems = lines.flatMap((one) => {
    const message = one.fault ?? fault(one);
    return message === null ? [] : [`${FILE}:${one.number}: "${one.line}": ${message}`];
  });
  if (problems.length > 0) throw plainError(problems.join('\n'));
  return lines.map(({ from, to }) => ({ from, to }));
}

/**
 * The redirects of the site
 *
 * @param pages as for `parseRedirects`
 */
export const readRedirects = (root = process.cwd(), pages?: ReadonlySet<string>): Redirect[] =>
  parseRedirects(readFileSync(join(root, FILE), 'utf8'), pages);

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
