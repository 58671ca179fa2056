import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@playwright/test';
import { LOCALES } from '../../src/locales.ts';

// The docsets of the built site, read as Dash and Zeal read them: index, pages, anchors, links.

interface Row {
  name: string;
  type: string;
  path: string;
}

test.beforeAll(() => {
  test.setTimeout(120_000);
  execFileSync('npm', ['run', 'docset'], { stdio: ['ignore', 'ignore', 'inherit'] });
});

for (const locale of LOCALES)
  test.describe(`the docset in ${locale}`, () => {
    const contents = join('dist-docset', `sip-codes-${locale}.docset`, 'Contents');
    const documents = join(contents, 'Resources', 'Documents');
    const pages = new Map<string, string>();
    const page = (path: string): string => {
      const html = pages.get(path) ?? readFileSync(join(documents, path), 'utf8');
      pages.set(path, html);
      return html;
    };
    /** What is wrong with a link to a page of the docset, if anything */
    const problem = (path: string, anchor?: string): string[] => {
      if (!existsSync(join(documents, path))) return [`${path} is missing`];
      return anchor && !page(path).includes(` id="${decodeURIComponent(anchor)}"`) ? [`${path} has no #${anchor}`] : [];
    };
    const rows = (): Row[] => {
      const database = new DatabaseSync(join(contents, 'Resources', 'docSet.dsidx'), { readOnly: true });
      const found = database.prepare('SELECT name, type, path FROM searchIndex').all() as unknown as Row[];
      database.close();
      return found;
    };

    test('its index names every kind, and every page and anchor of it exists', () => {
      const found = rows();
      expect(found.filter(({ type }) => type === 'Value').length).toBeGreaterThanOrEqual(75);
      for (const name of ['487 Request Terminated', 'Q.850 34 ', 'Asterisk', 'Warning 399 ', 'RFC 3261 ', 'Contact'])
        expect(
          found.some((row) => row.name.startsWith(name)),
          name,
        ).toBe(true);
      expect(
        found.flatMap(({ path }) => {
          const [file, anchor] = path.split('#') as [string, string?];
          return problem(file, anchor);
        }),
      ).toEqual([]);
    });

    test('its pages need no server and no script, and every link inside it leads somewhere', () => {
      const problems = readdirSync(documents, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.html'))
        .flatMap((path) => {
          const html = page(path);
          const found = /<script|<form|http-equiv|(?:href|src)="\//.exec(html);
          const links = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, to]) => to!);
          return [
            ...(found ? [`${path} has ${found[0]}`] : []),
            ...links
              .filter((to) => !/^[a-z]+:/.test(to))
              .flatMap((to) => {
                const [file, anchor] = to.split('#') as [string, string?];
                return problem(file === '' ? path : posix.join(dirname(path), file), anchor);
              })
              .map((wrong) => `${path}: ${wrong}`),
          ];
        });
      expect(problems.slice(0, 20)).toEqual([]);
    });

    test('its property list names the page it begins with', () => {
      const list = readFileSync(join(contents, 'Info.plist'), 'utf8');
      const first = /<key>dashIndexFilePath<\/key>\s*<string>([^<]+)</.exec(list)?.[1];
      expect(existsSync(join(documents, first!))).toBe(true);
    });
  });
