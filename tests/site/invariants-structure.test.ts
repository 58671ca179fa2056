import { expect, test } from '@playwright/test';
import { BUILDS } from '../builds.ts';
import { report, sitePages, type SitePage } from './site.ts';

// A link to a section survives the language switch, and no translation lacks a part.

/** Where two lists differ first, or null */
function firstDifference(one: string[], other: string[]): string | null {
  const at = Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index).find(
    (index) => one[index] !== other[index],
  );
  return at === undefined ? null : `${one[at] ?? 'nothing'} in English, ${other[at] ?? 'nothing'} in Japanese`;
}

const build = BUILDS.root;

test.describe(`both languages in ${build.dir}`, () => {
  const couples = (): [SitePage, SitePage][] => {
    const byFile = new Map(sitePages(build).map((page) => [page.file, page]));
    return [...byFile.values()].flatMap((page): [SitePage, SitePage][] => {
      const other = byFile.get(page.file === '404.html' ? 'ja/404/index.html' : `ja/${page.file}`);
      return other ? [[page, other]] : [];
    });
  };
  const compare = (what: (page: SitePage) => string[]): string[] =>
    couples().flatMap(([en, ja]) => {
      const difference = firstDifference(what(en), what(ja));
      return difference ? [`${en.path}: ${difference}`] : [];
    });

  test('have the same pages', () => {
    const pages = sitePages(build);
    const japanese = pages.filter((page) => page.file.startsWith('ja/'));
    expect(couples().length * 2).toBe(pages.length);
    expect(japanese.length).toBe(couples().length);
  });

  test('have the same headings, by level and anchor', () => {
    expect(report(compare((page) => page.headings.map(({ level, id }) => `h${level} #${id ?? ''}`)))).toBe('');
  });

  // Where terms are ordered by their reading, the order of a language differs and only the set is the same.
  test('have the same ids', () => {
    expect(report(compare((page) => [...page.ids].sort()))).toBe('');
  });

  test('have the same links, each to its own language', () => {
    const neutral = (link: string) =>
      link.replace(new RegExp(`^${build.base}ja/`), build.base).replace(/404\/$/, '404.html');
    const problems = compare((page) =>
      page.links
        // First mentions of terms depend on how a language says it.
        .filter((link) => !/^https?:/.test(link) && !/\/glossary\/[a-z]+\/#/.test(link))
        .map(neutral)
        .sort(),
    );
    expect(report(problems)).toBe('');
  });
});
