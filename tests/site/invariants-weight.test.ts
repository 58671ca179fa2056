import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { BUILDS, type Build } from '../builds.ts';
import { readPage } from './page.ts';
import { report, sitePages, type SitePage } from './site.ts';

// What a page makes the browser load, from where, and how much.

/** Compressed bytes of all scripts before the search dialog opens. */
const SCRIPT_LIMIT = 6144;
const zipped = (text: string): number => gzipSync(text, { level: 9 }).length;

/** The files of a module and of all that it imports at once; `import()` waits until it is needed */
function modules(build: Build, src: string, seen = new Map<string, string>()): Map<string, string> {
  if (seen.has(src)) return seen;
  const text = readFileSync(join(build.dir, src.slice(build.base.length)), 'utf8');
  seen.set(src, text);
  for (const [, path] of text.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]*from)?\s*["']([^"']+)["']/g))
    modules(build, posix.join(posix.dirname(src), path!), seen);
  return seen;
}

/** A key of the scripts of a page: pages with the same key load the same */
const scriptsOf = (page: SitePage): string => JSON.stringify(page.scripts);

const pages = () => sitePages(BUILDS.root);

for (const build of Object.values(BUILDS))
  test.describe(`the scripts in ${build.dir}`, () => {
    const files = (ending: RegExp) =>
      readdirSync(build.dir, { recursive: true, encoding: 'utf8' }).filter((file) => ending.test(file));

    test('every page has at most 6 KB of script before the search dialog opens', () => {
      const kinds = new Map(pages().map((page) => [scriptsOf(page), page]));
      const problems: string[] = [];
      for (const { file } of kinds.values()) {
        const page = readPage(build, file);
        const inline = page.scripts.filter(({ src }) => !src).map(({ text }) => zipped(text));
        const loaded = new Map<string, string>();
        for (const { src } of page.scripts) if (src) modules(build, src, loaded);
        const sizes = [...inline, ...[...loaded.values()].map(zipped)];
        const sum = sizes.reduce((one, other) => one + other, 0);
        if (sum > SCRIPT_LIMIT) problems.push(`${page.path}: ${sum} bytes of script; at most ${SCRIPT_LIMIT}`);
        if (page.scripts.length > 0) expect(sum, 'a page with scripts has some bytes of them').toBeGreaterThan(0);
      }
      expect(report(problems)).toBe('');
    });

    test('no script or drawing of ours names another origin', () => {
      // Names, not addresses: nothing is loaded from them. sip-codes.example and the origin of the build are ours.
      // The decoder links sections at the RFC Editor.
      const names = /^https?:\/\/(www\.w3\.org|schema\.org|www\.rfc-editor\.org|[\w.-]+\.example)\b/;
      const problems = files(/^(_astro\/.*|[^/]*)\.(js|mjs|css|svg)$/).flatMap((file) =>
        [...readFileSync(join(build.dir, file), 'utf8').matchAll(/https?:\/\/[\w.-]+/g)]
          .map(([url]) => url)
          .filter((url) => !names.test(url) && !url.startsWith(build.site))
          .map((url) => `${file}: ${url}`),
      );
      expect(report(problems)).toBe('');
    });
  });

test.describe('the pages', () => {
  const build = BUILDS.root;
  test('nothing keeps the first paint waiting: no style sheet file except that for paper, no script before its page', () => {
    const problems = pages().flatMap((page) => [
      ...page.resources
        .filter((url) => /\.css(\?|$)/.test(url) && !/\/print\.[^/]+$/.test(url))
        .map((url) => `${page.path}: ${url}`),
      ...page.scripts.filter(({ src, module }) => src && !module).map(({ src }) => `${page.path}: ${src} blocks`),
    ]);
    expect(report(problems)).toBe('');
  });

  test('nothing is loaded from another origin, by page, style sheet, form or redirect', () => {
    const foreign = (url: string) => /^([a-z]+:)?\/\//i.test(url) && !url.startsWith(build.site + build.base);
    const problems = pages().flatMap((page) => [
      ...page.resources.filter((url) => foreign(url)).map((url) => `${page.path}: loads ${url}`),
      ...page.sends.filter((url) => !url.startsWith(build.base)).map((url) => `${page.path}: leads to ${url}`),
      ...page.cssLoads.map((found) => `${page.path}: style sheet has ${found}`),
    ]);
    expect(report(problems)).toBe('');
  });

  test('no link runs script', () => {
    const problems = pages().flatMap((page) =>
      page.links.filter((link) => /^\s*(javascript|data|vbscript):/i.test(link)).map((link) => `${page.path}: ${link}`),
    );
    expect(report(problems)).toBe('');
  });

  test('links to other sites are encrypted, links within the site are paths', () => {
    const problems = pages().flatMap((page) =>
      page.links
        .filter(
          (link) =>
            link.startsWith('http:') || link.startsWith(build.site) || !/^(https:|\/(?!\/)|#|\.\.\/)/.test(link),
        )
        .map((link) => `${page.path}: ${link}`),
    );
    expect(report(problems)).toBe('');
  });
});
