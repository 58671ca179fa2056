import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readContent } from '../../src/schema/load.ts';
import { roundTrip } from '../../src/schema/vendors.ts';
import { failoverRows } from '../../src/site/see-links.ts';
import { BUILDS } from '../builds.ts';
import { report } from './site.ts';

const { content, vendors } = readContent('content');

const build = BUILDS.root;

test.describe(`products in ${build.dir}`, () => {
  const html = (path: string) => readFileSync(join(build.dir, path, 'index.html'), 'utf8');
  const ids = (page: string) => new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!));

  test('every product has a page in both languages with an anchor per code', () => {
    const problems: string[] = [];
    for (const prefix of ['', 'ja/'])
      for (const vendor of vendors) {
        const path = `${prefix}vendors/${vendor.id}`;
        if (!existsSync(join(build.dir, path, 'index.html'))) {
          problems.push(`${path} is missing`);
          continue;
        }
        const there = ids(html(path));
        for (const { code } of [...vendor.sends, ...(vendor.notSent ?? [])])
          if (!there.has(`c${code}`)) problems.push(`${path}: no #c${code}`);
        for (const section of ['sends', 'limits', 'read'])
          if (!there.has(section)) problems.push(`${path}: no #${section}`);
        for (const section of ['through', 'behaviour'] as const)
          if (there.has(section) !== vendor[section].length > 0) problems.push(`${path}: #${section}`);
      }
    expect(report(problems)).toBe('');
  });

  test('a product that the table on failover compares leads to each of its rows, the others do not', () => {
    const rows = ids(html('failover'));
    const without: string[] = [];
    for (const prefix of ['', 'ja/'])
      for (const vendor of vendors) {
        const page = html(`${prefix}vendors/${vendor.id}`);
        const linked = [...page.matchAll(/href="([^"]*)\/failover\/#([^"]+)"/g)].map(([, , row]) => row!);
        expect(linked, vendor.name).toEqual(failoverRows(vendor, { content: content! }).map(({ id }) => id));
        expect(linked.filter((row) => !rows.has(row))).toEqual([]);
        if (linked.length === 0) without.push(vendor.id);
      }
    expect([...new Set(without)]).toEqual(['janus', 'sipgo']);
  });

  test('both languages have the same anchors', () => {
    for (const path of ['vendors', ...vendors.map(({ id }) => `vendors/${id}`)])
      expect([...ids(html(`ja/${path}`))], path).toEqual([...ids(html(path))]);
  });

  test('every line of a product page carries a link to its source', () => {
    for (const vendor of vendors) {
      const page = html(`ja/vendors/${vendor.id}`);
      const links = new Set([...page.matchAll(/href="(https:\/\/github\.com\/[^"]+#L\d+)"/g)].map((one) => one[1]!));
      const wanted = new Set(vendor.sends.map(({ source }) => source));
      expect(links.size, vendor.name).toBeGreaterThanOrEqual(wanted.size);
    }
  });

  test('a code page has the section exactly if a product has something to say, one to four lines each, with their places', () => {
    const problems: string[] = [];
    for (const prefix of ['', 'ja/'])
      for (const { number } of content!.codes) {
        const page = html(`${prefix}sip/${number}`);
        const said = vendors.some(
          (vendor) => vendor.sends.some(({ code }) => code === number) || roundTrip(vendor, number),
        );
        if (said !== ids(page).has('products')) problems.push(`${prefix}sip/${number}: #products`);
        const section = /<h2 id="products">[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';
        const lists = section.match(/<ul>[\s\S]*?<\/ul>/g) ?? [];
        if (said && lists.length === 0) problems.push(`${prefix}sip/${number}: no product`);
        for (const list of lists) {
          const lines = list.match(/<li>/g)!.length - 1;
          if (lines < 1 || lines > 4) problems.push(`${prefix}sip/${number}: ${lines} lines of a product`);
          if ((list.match(/\.\w+:\d+<\/small>/g)?.length ?? 0) !== lines)
            problems.push(`${prefix}sip/${number}: a line without its place`);
        }
      }
    expect(report(problems)).toBe('');
  });
});
