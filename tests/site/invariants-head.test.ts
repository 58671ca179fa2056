import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BUILDS } from '../builds.ts';
import { report, sitePages, type SitePage } from './site.ts';

// What a page says of itself to machines: language, structured data, cards, sitemaps.

interface Crumb {
  position: number;
  name: string;
  item: string;
}

const graphs = (page: SitePage): Record<string, unknown>[] =>
  page.jsonLd.flatMap((text) => (JSON.parse(text) as { '@graph'?: Record<string, unknown>[] })['@graph'] ?? []);
const isNotFound = (page: SitePage): boolean => /404(\/index)?\.html$/.test(page.file);

const build = BUILDS.root;

test.describe(`the site in ${build.dir}`, () => {
  const pages = () => sitePages(build);

  test('every page has the language of its address', () => {
    expect(
      report(
        pages()
          .filter((page) => page.lang !== (page.file.startsWith('ja/') ? 'ja' : 'en'))
          .map((page) => `${page.file}: lang is "${page.lang}"; expected that of the folder`),
      ),
    ).toBe('');
  });

  test('structured data is JSON-LD of schema.org', () => {
    const problems = pages().flatMap((page) =>
      page.jsonLd.flatMap((text) => {
        try {
          const data = JSON.parse(text) as Record<string, unknown>;
          if (data['@context'] !== 'https://schema.org') return [`${page.path}: @context is ${data['@context']}`];
          const untyped = graphs(page).filter((one) => !one['@type']).length;
          return untyped ? [`${page.path}: ${untyped} items without @type`] : [];
        } catch (error) {
          return [`${page.path}: JSON-LD does not parse: ${(error as Error).message}`];
        }
      }),
    );
    expect(report(problems)).toBe('');
  });

  test('the breadcrumb of structured data is the visible one: names, order, addresses', () => {
    const known = new Set(pages().map((page) => build.site + page.path));
    const problems: string[] = [];
    for (const page of pages()) {
      const list = graphs(page).find((one) => one['@type'] === 'BreadcrumbList');
      const crumbs = (list?.['itemListElement'] ?? []) as Crumb[];
      if (page.breadcrumb.length > 0 && !list) problems.push(`${page.path}: visible breadcrumb without JSON-LD`);
      const names = crumbs.map(({ name }) => name);
      if (names.join(' › ') !== page.breadcrumb.join(' › '))
        problems.push(`${page.path}: JSON-LD has ${names.join(' › ')}; expected ${page.breadcrumb.join(' › ')}`);
      crumbs.forEach(({ position, item }, index) => {
        if (position !== index + 1) problems.push(`${page.path}: position ${position}; expected ${index + 1}`);
        if (!known.has(item)) problems.push(`${page.path}: ${item} does not exist`);
        const shown = index < page.trail.length ? build.site + page.trail[index]! : build.site + page.path;
        if (item !== shown) problems.push(`${page.path}: item ${item}; expected ${shown}`);
      });
    }
    expect(report(problems)).toBe('');
  });

  test('every page but home and 404 has a breadcrumb that begins at home', () => {
    const problems = pages()
      .filter((page) => !isNotFound(page) && page.file !== 'index.html' && page.file !== 'ja/index.html')
      .filter((page) => page.trail[0] !== build.base + (page.lang === 'ja' ? 'ja/' : ''))
      .map((page) => `${page.path}: begins at ${page.trail[0] ?? 'nothing'}`);
    expect(report(problems)).toBe('');
  });

  test('cards for chats say what the page says', () => {
    const problems = pages().flatMap((page) => {
      const { social } = page;
      return [
        ...(social['og:url'] === page.canonical[0] ? [] : [`${page.path}: og:url is ${social['og:url']}`]),
        ...(social['og:title'] && page.title.startsWith(social['og:title'])
          ? []
          : [`${page.path}: og:title is ${social['og:title']}`]),
        ...(social['og:description'] === page.description
          ? []
          : [`${page.path}: og:description differs from the description`]),
      ];
    });
    expect(report(problems)).toBe('');
  });

  test('sitemaps are named by robots.txt, below 50,000 addresses, each with a day', () => {
    const robots = readFileSync(join(build.dir, 'robots.txt'), 'utf8');
    expect(robots).toContain(`Sitemap: ${build.site}${build.base}sitemap.xml`);
    const index = readFileSync(join(build.dir, 'sitemap.xml'), 'utf8');
    for (const [, address] of index.matchAll(/<loc>([^<]+)<\/loc>/g)) {
      const xml = readFileSync(join(build.dir, address!.slice((build.site + build.base).length)), 'utf8');
      const urls = xml.match(/<url>[\s\S]*?<\/url>/g) ?? [];
      expect(urls.length, address).toBeGreaterThan(0);
      expect(urls.length, address).toBeLessThan(50_000);
      const bad = urls.filter((url) => !/<lastmod>20\d\d-\d\d-\d\d<\/lastmod>/.test(url));
      expect(report(bad.map((url) => `${address}: no day in ${url}`))).toBe('');
    }
  });
});
