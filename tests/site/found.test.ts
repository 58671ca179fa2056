import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parseDocument } from 'htmlparser2';
import { findAll, textContent } from 'domutils';
import { readContent } from '../../src/schema/load.ts';
import { datedPages } from '../../src/schema/changes.ts';
import { BUILDS } from '../builds.ts';
import { report, sitePages, type SitePage } from './site.ts';

const { content, vendors, changelog } = readContent('content');
const dated = datedPages({ ...content!, vendors });

interface Node {
  '@type': string;
  [key: string]: unknown;
}
const graphOf = (page: SitePage): Node[] =>
  page.jsonLd.flatMap((text) => (JSON.parse(text) as { '@graph': Node[] })['@graph']);

const build = BUILDS.root;

/** The name of the link preview of a page, without its language */
function ownPreview(path: string, settled: boolean): string {
  const [, kind, name] = /\/(sip|symptoms|contexts|vendors|q850|decode)\/(?:([\w-]+)\/)?$/.exec(path) ?? [];
  if (kind === 'sip' && /^\d{3}$/.test(name ?? '')) return name!;
  if (kind === 'sip' && /-vs-/.test(name ?? '')) return settled ? name! : 'compare';
  if (kind === 'sip' && name === 'compare') return 'compare';
  if (kind === 'symptoms' && name) return `symptom-${name}`;
  if ((kind === 'contexts' && name) || name === '603-plus') return `context-${name}`;
  const own = /\/(stun|failover)\/$/.exec(path)?.[1];
  if (own) return `context-${own}`;
  if (kind === 'vendors' && name) return `product-${name}`;
  if (kind === 'q850' && name) return `q850-${name}`;
  return kind === 'decode' ? 'decode' : 'site';
}

test.describe(`what finds the pages in ${build.dir}`, () => {
  const root = build.site + build.base;
  const read = (path: string) => readFileSync(join(build.dir, path), 'utf8');
  /** Path below the base, of the English page. */
  const english = (page: SitePage) => page.path.slice(build.base.length - 1).replace(/^\/ja(?=\/)/, '');
  const isArticle = (page: SitePage) =>
    /^\/(sip\/\d{3}(-vs-\d{3})?|sip\/603-plus|stun|failover|symptoms\/[^/]+|contexts\/[^/]+|vendors\/[^/]+)\/$/.test(
      english(page),
    );

  test('sitemaps by kind and language have the date of the content behind each page', () => {
    const maps = [...read('sitemap.xml').matchAll(/<loc>([^<]+)<\/loc><lastmod>([^<]+)</g)];
    const names = maps.map((match) => match[1]!.slice(root.length));
    for (const kind of ['pages', 'codes', 'causes', 'symptoms', 'contexts', 'comparisons'])
      for (const locale of ['en', 'ja']) expect(names).toContain(`sitemap-${kind}-${locale}.xml`);
    const problems: string[] = [];
    for (const [, address, newest] of maps) {
      const name = address!.slice(root.length);
      const entries = [...read(name).matchAll(/<loc>([^<]+)<\/loc><lastmod>([^<]+)</g)];
      const dates = entries.map((match) => match[2]!);
      if ([...dates].sort().at(-1) !== newest) problems.push(`${name}: ${newest} is not the newest date`);
      for (const [, loc, date] of entries) {
        const path = `/${loc!.slice(root.length)}`.replace(/^\/ja\//, '/');
        const pair = /^\/sip\/(\d{3})-vs-(\d{3})\/$/.exec(path);
        const behind = pair
          ? [`/sip/${pair[1]}/`, `/sip/${pair[2]}/`, path].flatMap((one) => dated.get(one) ?? [])
          : [dated.get(path) ?? date!];
        if (behind.sort().at(-1) !== date) problems.push(`${loc}: ${date}, expected ${behind.at(-1)}`);
        if (!/^20\d\d-\d\d-\d\d$/.test(date!)) problems.push(`${loc}: ${date}`);
      }
    }
    expect(report(problems)).toBe('');
  });

  test('articles say what they are about, in their language, with the date that they show', () => {
    const problems: string[] = [];
    for (const page of sitePages(build)) {
      const graph = graphOf(page);
      const article = graph.find((one) => one['@type'] === 'TechArticle');
      if (graph.some((one) => /FAQPage|HowTo/.test(one['@type']))) problems.push(`${page.path}: FAQPage or HowTo`);
      if (!isArticle(page)) continue;
      if (!article) {
        problems.push(`${page.path}: no TechArticle`);
        continue;
      }
      if (article['url'] !== page.canonical[0]) problems.push(`${page.path}: url ${String(article['url'])}`);
      if (article['inLanguage'] !== page.lang) problems.push(`${page.path}: inLanguage`);
      if (!article['headline'] || !article['description'] || !article['author'] || !article['publisher'])
        problems.push(`${page.path}: incomplete`);
      const codes = /^\/sip\/(\d{3})(?:-vs-(\d{3}))?\/$/.exec(english(page))?.slice(1).filter(Boolean) ?? [];
      const about =
        codes.length === 1
          ? graph.filter((one) => one['@type'] === 'DefinedTerm')
          : ((article['about'] ?? []) as Node[]);
      if (codes.length > 0 && JSON.stringify(about.map((one) => one['termCode'])) !== JSON.stringify(codes))
        problems.push(`${page.path}: not about ${codes.join(' and ')}`);
      const expected = codes.length > 0 ? codes.flatMap((code) => dated.get(`/sip/${code}/`)!) : [];
      const newest = [...expected, dated.get(english(page)) ?? ''].sort().at(-1);
      if (article['dateModified'] !== newest) problems.push(`${page.path}: dateModified, expected ${newest}`);
    }
    expect(report(problems)).toBe('');
  });

  test('codes and causes are sets of terms on their lists', () => {
    for (const prefix of ['', 'ja/'])
      for (const [path, count] of [
        ['sip/', content!.codes.length],
        ['q850/', content!.reference.q850.causes.length],
      ] as const) {
        const page = sitePages(build).find((one) => one.path === build.base + prefix + path)!;
        const set = graphOf(page).find((one) => one['@type'] === 'DefinedTermSet')!;
        expect(set['hasDefinedTerm']).toHaveLength(count);
        expect(set['inLanguage']).toBe(page.lang);
      }
  });

  test('every page has a link preview of the size that it states', () => {
    const problems: string[] = [];
    const sizes = new Map<string, string>();
    for (const page of sitePages(build)) {
      const { social, card } = page;
      const image = social['og:image'];
      if (!image?.startsWith(`${root}og/`)) {
        problems.push(`${page.path}: ${image}`);
        continue;
      }
      const file = join(build.dir, image.slice(root.length));
      if (!sizes.has(file)) {
        const head = existsSync(file) ? readFileSync(file).subarray(0, 24) : null;
        sizes.set(file, head ? `${head.readUInt32BE(16)} ${head.readUInt32BE(20)}` : 'missing');
      }
      const stated = `${social['og:image:width']} ${social['og:image:height']}`;
      if (sizes.get(file) !== stated) problems.push(`${page.path}: ${image} is ${sizes.get(file)}`);
      if (!social['og:image:alt'] || card !== 'summary_large_image')
        problems.push(`${page.path}: no text for the image, or no card`);
      const own = ownPreview(page.path, page.article['data-tier'] === '1');
      if (!image.endsWith(`/og/${own}-${page.lang}.png`)) problems.push(`${page.path}: ${image}; expected ${own}`);
    }
    expect(report(problems)).toBe('');
    expect(new Set(sizes.values())).toEqual(new Set(['1200 630']));
    const drawn = readdirSync(join(build.dir, 'og')).map((name) => join(build.dir, 'og', name));
    expect(report(drawn.filter((file) => !sizes.has(file)))).toBe('');
  });

  test('every section of every page has an anchor, the same in both languages', () => {
    const problems: string[] = [];
    const anchors = new Map<string, string>();
    for (const page of sitePages(build)) {
      if (/404(\/index)?\.html$/.test(page.file)) continue;
      const ids = page.sections.map(({ text, id }) => {
        if (!/^[a-z0-9][A-Za-z0-9-]*$/.test(id)) problems.push(`${page.path}: “${text}” has the id “${id}”`);
        return id;
      });
      const all = ids.join(' ');
      const before = anchors.get(english(page));
      if (before !== undefined && before !== all) problems.push(`${page.path}: ${all} but ${before}`);
      anchors.set(english(page), all);
    }
    expect(report(problems)).toBe('');
  });

  test('feeds name the changes in each language, and every page names its feed', () => {
    for (const [prefix, lang] of [
      ['', 'en'],
      ['ja/', 'ja'],
    ] as const) {
      const xml = read(`${prefix}feed.xml`);
      const feed = parseDocument(xml, { xmlMode: true });
      const all = (name: string) => findAll((one) => one.name === name, feed.children);
      expect(all('feed')[0]!.attribs['xml:lang']).toBe(lang);
      expect(all('entry').length).toBeGreaterThan(0);
      const ids = all('id').map((one) => textContent(one));
      expect(new Set(ids).size).toBe(ids.length);
      // The newest; older ones leave the feed when much has changed since.
      expect(xml).toContain(changelog[0]![lang]);
      for (const link of all('link')) {
        const address = link.attribs['href']!.replace(/#.*/, '');
        expect(address.startsWith(root)).toBe(true);
        const path = address.slice(root.length);
        expect(existsSync(join(build.dir, path.endsWith('/') ? `${path}index.html` : path)), address).toBe(true);
      }
      const page = read(`${prefix}sip/487/index.html`);
      expect(page).toContain(`href="${build.base}${prefix}feed.xml"`);
      expect(page).toContain('application/atom+xml');
    }
  });

  test('robots.txt lets everybody in and names the sitemap; llms.txt links to what exists', () => {
    expect(read('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${root}sitemap.xml\n`);
    const links = [...read('llms.txt').matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]!);
    expect(links.length).toBeGreaterThan(content!.codes.length);
    for (const link of links) {
      const path = link.slice(root.length);
      expect(existsSync(join(build.dir, path.endsWith('/') || !path ? `${path}index.html` : path)), link).toBe(true);
    }
  });
});
