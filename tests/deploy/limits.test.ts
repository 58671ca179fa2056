import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BUILDS } from '../builds.ts';
import { report } from '../site/site.ts';

// What hosts put up with, from their documentation: Cloudflare Pages takes 20,000 files of 25 MiB, 2,000 fixed and 100
// dynamic redirects of 1,000 characters (people report that a file over 100 KB is cut off), 100 rules of headers, lines of 2,000 characters; Netlify and GitHub Pages more.

for (const build of Object.values(BUILDS))
  test.describe(`the files for hosts in ${build.dir}`, () => {
    const lines = (name: string) =>
      readFileSync(join(build.dir, name), 'utf8')
        .split('\n')
        .filter((line) => line !== '');

    test('keep the limits of redirects, each to a page that is there, from an address that has no page or leads there', () => {
      const rules = lines('_redirects').map((line) => line.split(' '));
      expect(rules.filter(([from]) => /[*:]/.test(from!))).toEqual([]);
      expect(rules.length).toBeGreaterThan(300);
      expect(rules.length).toBeLessThanOrEqual(2000);
      expect(statSync(join(build.dir, '_redirects')).size).toBeLessThan(100_000);
      const problems: string[] = [];
      const froms = new Set<string>();
      for (const [from = '', to = '', status, ...rest] of rules) {
        const line = `${from} ${to}`;
        if (line.length > 1000 || status !== '301' || rest.length > 0) problems.push(`${line}: form`);
        if (!from.startsWith(build.base) || !to.startsWith(build.base)) problems.push(`${line}: base path`);
        if (!existsSync(join(build.dir, to.slice(build.base.length), 'index.html')))
          problems.push(`${line}: no target`);
        if (froms.has(from)) problems.push(`${line}: twice`);
        froms.add(from);
      }
      // A redirect to an address that is redirected would go round.
      for (const [, to] of rules) if (froms.has(to!)) problems.push(`${to}: redirected again`);
      expect(report(problems)).toBe('');
      for (const wanted of ['487', 'ja/487/', '404', 'sip/487-vs-302/']) expect(froms).toContain(build.base + wanted);
    });

    test('keep the limits of headers, and no header is set by two rules that meet', () => {
      const all = lines('_headers');
      expect(all.filter((line) => !line.startsWith(' ')).length).toBeLessThanOrEqual(100);
      expect(all.filter((line) => line.length > 2000)).toEqual([]);
      const rules = new Map<string, string[]>();
      let path = '';
      for (const line of all)
        if (line.startsWith(' ')) rules.get(path)!.push(line.trim().split(':')[0]!);
        else rules.set((path = line), []);
      for (const name of rules.get(`${build.base}*`)!)
        for (const [other, names] of rules) if (other !== `${build.base}*`) expect(names, other).not.toContain(name);
    });

    test('are few and small enough', () => {
      const files = readdirSync(build.dir, { recursive: true, encoding: 'utf8' })
        .map((name) => statSync(join(build.dir, name)))
        .filter((file) => file.isFile());
      expect(files.length).toBeLessThan(20_000);
      expect(Math.max(...files.map(({ size }) => size))).toBeLessThan(25 * 2 ** 20);
      expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(2 ** 30);
    });
  });
