import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readContent } from '../../src/schema/load.ts';
import { movedPages, readRedirects } from '../../src/site/redirects.ts';
import { BUILDS } from '../builds.ts';

// Short addresses (`/487/`) lead to the code's page on every host, and those of pages that moved to their new place; the description of the search for browsers.

const { content } = readContent('content');

for (const build of Object.values(BUILDS))
  test.describe(`the site in ${build.dir}`, () => {
    for (const [locale, prefix] of [
      ['en', ''],
      ['ja', 'ja/'],
    ] as const)
      test(`has a short address for every code in ${locale}`, () => {
        // Hosts keep /404/ for themselves; search.test.ts follows it.
        for (const code of content!.codes.filter((one) => one.number !== 404)) {
          const html = readFileSync(join(build.dir, prefix, String(code.number), 'index.html'), 'utf8');
          const target = `${build.base}${prefix}sip/${code.number}/`;
          expect(html).toContain(`<html lang="${locale}">`);
          expect(html).toContain(`http-equiv="refresh" content="0; url=${target}"`);
          expect(html).toContain(`<link rel="canonical" href="${build.site}${target}"`);
          expect(html).toContain('<meta name="robots" content="noindex');
          expect(html).toContain(`<a href="${target}">`);
          expect(/<title>([^<]+)<\/title>/.exec(html)?.[1]).toContain(code.phrase);
          expect(/name="description" content="([^"]+)"/.exec(html)?.[1]?.length).toBeGreaterThan(20);
          expect(existsSync(join(build.dir, prefix, 'sip', String(code.number), 'index.html'))).toBe(true);
        }
      });

    test('has a page at every address of a page that moved, which leads on in its language', () => {
      for (const { locale, from, to } of movedPages(readRedirects())) {
        const html = readFileSync(join(build.dir, from, 'index.html'), 'utf8');
        const target = `${build.base}${to.slice(1)}`;
        expect(html).toContain(`<html lang="${locale}">`);
        expect(html).toContain(`http-equiv="refresh" content="0; url=${target}"`);
        expect(html).toContain(`<link rel="canonical" href="${build.site}${target}"`);
        expect(html).toContain('<meta name="robots" content="noindex');
        expect(html).toContain(`<a href="${target}">`);
        expect(existsSync(join(build.dir, to.split('#')[0]!, 'index.html'))).toBe(true);
      }
    });

    test('has a description of its search in each language, named by its pages', () => {
      for (const [locale, prefix] of [
        ['en', ''],
        ['ja', 'ja/'],
      ]) {
        const xml = readFileSync(join(build.dir, `opensearch-${locale}.xml`), 'utf8');
        expect(xml).toContain(`template="${build.site}${build.base}${prefix}sip/?q={searchTerms}"`);
        const name = /<ShortName>([^<]*)/.exec(xml)![1]!;
        expect(name.length).toBeLessThanOrEqual(16);
        const page = readFileSync(join(build.dir, prefix!, 'sip/index.html'), 'utf8');
        expect(page).toContain(`href="${build.base}opensearch-${locale}.xml"`);
      }
    });
  });
