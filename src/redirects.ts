import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// Addresses that moved: src/redirects.txt, one `from to` a line, paths without base path and without /ja.

/** An address that moved, and where it leads now. */
export interface Redirect {
  from: string;
  to: string;
}

const PATH = /^\/[\w./-]*(#[\w.-]+)?$/;

/**
 * @param text lines `from to`; empty lines and lines that begin with `# ` say nothing
 * @returns the redirects in their order
 * @throws Error with the line that is none
 */
export function parseRedirects(text: string): Redirect[] {
  const found = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '#' && !line.startsWith('# '))
    .map((line): Redirect => {
      const [from, to, ...more] = line.split(/\s+/);
      if (!from || !to || more.length > 0 || !PATH.test(from) || !PATH.test(to))
        throw new Error(`src/redirects.txt: "${line}" is no redirect; expected "/old/ /new/"`);
      if (from === to) throw new Error(`src/redirects.txt: "${line}" leads to itself. Correct one of the two`);
      return { from, to };
    });
  const twice = found.find(({ from }, index) => found.findIndex((one) => one.from === from) !== index);
  if (twice) throw new Error(`src/redirects.txt: ${twice.from} stands twice. Remove one`);
  return found;
}

/** @returns the redirects of the site */
export const readRedirects = (root = process.cwd()): Redirect[] =>
  parseRedirects(readFileSync(join(root, 'src/redirects.txt'), 'utf8'));
