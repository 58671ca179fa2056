import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { readContent } from '../../src/schema/load.ts';
import { ui as uiEn } from '../../src/i18n/ui/en.ts';
import { ui as uiJa } from '../../src/i18n/ui/ja.ts';
import { BUILDS } from '../builds.ts';
import { htmlFiles, report, sitePages } from './site.ts';

const { content } = readContent('content');
const numbers = content!.codes.map((code) => code.number);
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;
const isPair = (path: string) => /-vs-/.test(path);

const build = BUILDS.root;

test.describe(`the site in ${build.dir}`, () => {
  const pages = () => sitePages(build);
  const content404 = (file: string) => /404(\/index)?\.html$/.test(file);

  test('has a page for every code and every pair, exactly once per language', () => {
    const wanted = ['', 'ja/'].flatMap((prefix) => [
      ...numbers.map((number) => `${prefix}sip/${number}/index.html`),
      ...numbers.flatMap((a) => numbers.filter((b) => b > a).map((b) => `${prefix}sip/${a}-vs-${b}/index.html`)),
    ]);
    expect(wanted).toHaveLength(2 * (75 + 2775));
    const there = new Set(pages().map((page) => page.file));
    expect(report(wanted.filter((file) => !there.has(file)))).toBe('');
    const extra = pages()
      .map((page) => page.file)
      .filter((file) => /sip\/(\d{3}|\d{3}-vs-\d{3})\/index\.html$/.test(file) && !wanted.includes(file));
    expect(report(extra)).toBe('');
  });

  test('has no link to a page or fragment that does not exist', () => {
    const ids = new Map(pages().map((page) => [page.path, new Set(page.ids)]));
    const problems: string[] = [];
    for (const page of pages())
      for (const link of new Set(page.links)) {
        if (/^https?:/.test(link)) continue;
        const url = new URL(link, `http://local${page.path}`);
        const target = ids.get(url.pathname);
        // Files for programs: the API, the feed.
        if (
          /\.(json|csv|xml)$/.test(url.pathname) &&
          existsSync(join(build.dir, url.pathname.slice(build.base.length)))
        )
          continue;
        if (!target) problems.push(`${page.path}: ${link} leads nowhere`);
        else if (url.hash && !target.has(decodeURIComponent(url.hash.slice(1))))
          problems.push(`${page.path}: ${link} has no such fragment`);
      }
    expect(report(problems)).toBe('');
  });

  test('has ids once per page', () => {
    expect(
      report(
        pages().flatMap((page) =>
          page.ids.filter((id, index) => page.ids.indexOf(id) !== index).map((id) => `${page.path}: ${id} twice`),
        ),
      ),
    ).toBe('');
  });

  test('has one canonical per page, its own address under the origin and base path', () => {
    expect(
      report(
        pages()
          .filter((page) => page.canonical.length !== 1 || page.canonical[0] !== build.site + page.path)
          .map((page) => `${page.path}: ${page.canonical.join(', ')}`),
      ),
    ).toBe('');
  });

  test('names the other language on every page, mutually', () => {
    const byAddress = new Map(pages().map((page) => [build.site + page.path, page]));
    const problems: string[] = [];
    for (const page of pages()) {
      const { en, ja } = page.alternates;
      if (page.alternates['x-default'] !== en) problems.push(`${page.path}: x-default is not the English page`);
      if (page.alternates[page.lang] !== build.site + page.path) problems.push(`${page.path}: does not name itself`);
      const other = byAddress.get((page.lang === 'en' ? ja : en) ?? '');
      if (!other) problems.push(`${page.path}: the other language does not exist`);
      else if (other.alternates[page.lang] !== build.site + page.path)
        problems.push(`${page.path}: not named by the other`);
      if (other && other.robots !== page.robots) problems.push(`${page.path}: indexed in one language only`);
    }
    expect(report(problems)).toBe('');
  });

  test('has unique titles and descriptions of a readable length', () => {
    const problems: string[] = [];
    for (const field of ['title', 'description'] as const) {
      const seen = new Map<string, string>();
      for (const page of pages().filter((one) => !content404(one.file))) {
        const text = page[field];
        if (seen.has(text)) problems.push(`${page.path}: ${field} as in ${seen.get(text)}: ${text}`);
        seen.set(text, page.path);
        const limit = field === 'title' ? 80 : page.lang === 'en' ? 160 : 120;
        if ([...text].length > limit)
          problems.push(`${page.path}: ${field} has ${[...text].length} characters: ${text}`);
        if ([...text].length < 15) problems.push(`${page.path}: ${field} is too short: ${text}`);
      }
    }
    expect(report(problems)).toBe('');
  });

  test('has one h1 per page and no heading level left out', () => {
    const problems: string[] = [];
    for (const page of pages()) {
      if (page.headings.filter(({ level }) => level === 1).length !== 1) problems.push(`${page.path}: not one h1`);
      let last = 0;
      for (const { level, text } of page.headings) {
        if (level > last + 1) problems.push(`${page.path}: h${level} "${text}" after h${last}`);
        last = level;
      }
    }
    expect(report(problems)).toBe('');
  });

  test('shows the parts of a comparison under their headings, in order', () => {
    for (const [lang, ui] of [
      ['en', uiEn],
      ['ja', uiJa],
    ] as const) {
      const code = [ui.description, ui.when, ui.fix];
      const order = [ui.differences, ui.use, ...code, ...code, ui.more];
      const pairs = pages().filter((page) => page.lang === lang && isPair(page.path));
      expect(pairs).toHaveLength(2775);
      const problems = pairs.filter((page) => {
        const shown = page.headings.map(({ text }) => text).filter((text) => order.includes(text));
        return JSON.stringify(shown) !== JSON.stringify(order);
      });
      expect(report(problems.map((page) => page.path))).toBe('');
    }
  });

  test('speaks the language of the page', () => {
    const problems: string[] = [];
    for (const page of pages())
      for (const { own, lang, text } of page.blocks) {
        if (lang !== page.lang) continue;
        if (page.lang === 'en' && JAPANESE.test(own)) problems.push(`${page.path}: Japanese in "${text}"`);
        // In Japanese, three Latin words in a row without any Japanese are an English sentence.
        if (page.lang === 'ja' && !JAPANESE.test(own) && /[A-Za-z]{2,} [A-Za-z]{2,} [a-z]{2,}/.test(own))
          problems.push(`${page.path}: English in "${text}"`);
      }
    expect(report(problems)).toBe('');
  });

  test('never says the same sentence twice on a page', () => {
    const problems: string[] = [];
    for (const page of pages()) {
      const seen = new Set<string>();
      for (const { text } of page.blocks)
        for (const sentence of text.split(page.lang === 'ja' ? /(?<=。)/ : /(?<=[.?!]) (?=[A-Z0-9])/)) {
          const said = sentence.trim();
          if (said.length < (page.lang === 'ja' ? 12 : 25) || !/[.。]$/.test(said)) continue;
          if (seen.has(said)) problems.push(`${page.path}: "${said}"`);
          seen.add(said);
        }
    }
    expect(report(problems)).toBe('');
  });

  test('has no broken joint', () => {
    const JOINTS =
      /\b(when when|the the|a a|is is|of of|to to)\b|undefined|\[object|\bNaN\b|null|\.\.|。。|、。|場合場合|ののの|にに(?!つ)|をを|がが|, while \d{3} is|TODO|lorem/i;
    const problems = pages().flatMap((page) =>
      [page.title, page.description, ...page.blocks.map(({ text }) => text)]
        .filter((text) => JOINTS.test(text))
        .map((text) => `${page.path}: "${text}"`),
    );
    expect(report(problems)).toBe('');
  });

  test('has structured data that parses, with the visible breadcrumb', () => {
    const problems: string[] = [];
    for (const page of pages())
      for (const text of page.jsonLd) {
        const graph = (JSON.parse(text) as { '@graph': Record<string, unknown>[] })['@graph'];
        const list = graph.find((one) => one['@type'] === 'BreadcrumbList') as
          { itemListElement: { name: string }[] } | undefined;
        const names = list?.itemListElement.map((one) => one.name) ?? [];
        if (JSON.stringify(names) !== JSON.stringify(page.breadcrumb))
          problems.push(`${page.path}: ${names.join(' › ')}`);
      }
    expect(report(problems)).toBe('');
  });

  test('lists exactly the indexable pages in its sitemaps', () => {
    const index = readFileSync(join(build.dir, 'sitemap.xml'), 'utf8');
    const files = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]!);
    const listed = files.flatMap((file) => {
      expect(file.startsWith(build.site + build.base)).toBe(true);
      const xml = readFileSync(join(build.dir, file.slice((build.site + build.base).length)), 'utf8');
      return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]!);
    });
    const indexable = pages()
      .filter((page) => !page.robots.includes('noindex'))
      .map((page) => build.site + page.path);
    expect(listed.sort()).toEqual(indexable.sort());
  });

  test('loads nothing from elsewhere and has no inline handler or style', () => {
    const problems = pages().flatMap((page) => [
      // The icon is in the page itself.
      ...page.resources
        .filter((url) => !url.startsWith(build.base) && !url.startsWith('data:image/svg+xml,'))
        .map((url) => `${page.path}: loads ${url}`),
      ...page.handlers.map((name) => `${page.path}: attribute ${name}`),
    ]);
    expect(report(problems)).toBe('');
  });

  test('keeps its budgets: 14 KB for 95 % of code and comparison pages, 20 KB for all, 20,000 files', () => {
    // Under the base path: its addresses are longer.
    const { dir } = BUILDS.base;
    const sizes = htmlFiles(BUILDS.base)
      .filter((file) => /^(ja\/)?sip\/\d{3}(-vs-\d{3})?\//.test(file))
      .map((file) => gzipSync(readFileSync(join(dir, file)), { level: 9 }).length)
      .sort((left, right) => left - right);
    expect(sizes).toHaveLength(2 * (75 + 2775));
    expect(sizes[Math.floor(sizes.length * 0.95)]!).toBeLessThanOrEqual(14_336);
    expect(sizes.at(-1)!).toBeLessThanOrEqual(20_480);
    const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeLessThan(20_000);
  });

  test('links every page to the file that holds its text', () => {
    const problems = pages().flatMap((page) => {
      const source = page.links.find((link) => /\/blob\/main\/(content|src)\//.test(link));
      if (!source) return [`${page.path}: no link`];
      const file = decodeURIComponent(source.replace(/^.*\/blob\/main\//, ''));
      return existsSync(file) ? [] : [`${page.path}: ${file} does not exist`];
    });
    expect(report(problems)).toBe('');
  });
});
