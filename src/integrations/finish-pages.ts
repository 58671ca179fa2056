import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { locales, type Locale } from '../locales.ts';
import { breakHeadings } from './phrases.ts';
import { withPolicy } from './policy.ts';

// What a built page gets after its template: line breaks in Japanese headings, its scripts after the first paint, and its
// Content-Security-Policy, which has to see the page as it is sent.

/**
 * Loads the modules of a page when it has been painted: the first frame of the whole page, and a tenth of a second for the
 * paint itself. Goes when they run. As `<script type="module">` they delay the first paint on a phone by 200 ms, although
 * no page needs them to be read. The text is the same on every page, so that policies name one hash.
 */
const LOADER = `{
const { currentScript } = document;
const load = async () => {
await Promise.all(currentScript.dataset.modules.split(' ').map((name) => import(name)));
currentScript.remove();
};
addEventListener('load', () => requestAnimationFrame(() => setTimeout(load, 100)));
}`;

const MODULE = /<script type="module" src="([^"]+)"><\/script>/g;

/** The page with its modules loaded after the first paint */
function afterPaint(html: string): string {
  const names = [...html.matchAll(MODULE)].map(([, name]) => name);
  if (names.length === 0) return html;
  const loader = `<script data-modules="${names.join(' ')}">${LOADER}</script>`;
  return html.replace(MODULE, '').replace('</body>', () => `${loader}</body>`);
}

/**
 * @param html a page as Astro made it
 * @returns the page as it is sent
 * @throws Error if the page has no `<head>`
 */
export function finishPage(html: string): string {
  const locale = /<html lang="([^"]+)"/.exec(html)?.[1] as Locale | undefined;
  const broken = locale && locales[locale]?.phraseBreaks ? breakHeadings(html) : html;
  return withPolicy(afterPaint(broken));
}

/** The integration that finishes every page of a build */
export const finishPages = (): AstroIntegration => ({
  name: 'finish-pages',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const root = fileURLToPath(dir);
      const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
      const finish = async (): Promise<void> => {
        for (let name = pages.pop(); name !== undefined; name = pages.pop()) {
          const file = join(root, name);
          try {
            await writeFile(file, finishPage(await readFile(file, 'utf8')));
          } catch (cause) {
            throw new Error(`${name} ${(cause as Error).message}`, { cause });
          }
        }
      };
      // As many files at a time as Node has threads for them.
      await Promise.all(Array.from({ length: 4 }, finish));
    },
  },
});
