import { expect, test } from '@playwright/test';
import { readContent } from '../../src/schema/load.ts';
import { TOPICS } from '../../src/schema/glossary.ts';
import { BUILDS } from '../builds.ts';
import { report, sitePages, type SitePage } from './site.ts';

const { glossary } = readContent('content').content!.reference;
const topicOf = new Map(glossary.map(({ id, topic }) => [id, topic]));
const build = BUILDS.root;

interface TermSet {
  '@type': string;
  '@id': string;
  inLanguage: string;
  hasDefinedTerm: { '@type': string; '@id': string; name: string; description?: string; url?: string }[];
}
const setOf = (page: SitePage): TermSet =>
  page.jsonLd
    .flatMap((text) => (JSON.parse(text) as { '@graph': TermSet[] })['@graph'])
    .find((one) => one['@type'] === 'DefinedTermSet')!;

test.describe(`the glossary in ${build.dir}`, () => {
  const pages = () => new Map(sitePages(build).map((page) => [page.path, page]));
  const locales = (['en', 'ja'] as const).map((locale) => ({
    locale,
    root: `${build.base}${locale === 'ja' ? 'ja/' : ''}glossary/`,
  }));

  test('defines every term on the page of its topic alone, and has a row for it that leads there', () => {
    const problems: string[] = [];
    for (const { locale, root } of locales) {
      const overview = pages().get(root)!;
      for (const { id, topic, term, definition } of glossary) {
        const said = definition[locale].replaceAll('`', '');
        const defining = sitePages(build).filter(
          (page) => page.ids.includes(id) && page.blocks.some(({ text }) => text.startsWith(said)),
        );
        const where = defining.map(({ path }) => path).join(' ');
        if (where !== `${root}${topic}/`) problems.push(`${id} is defined on ${where || 'no page'}`);
        if (!overview.anchors.includes(id)) problems.push(`${root} has no row #${id}`);
        const links = overview.links.filter((link) => link.endsWith(`#${id}`));
        if (links.join(' ') !== `${root}${topic}/#${id}`) problems.push(`${root}: the row of ${id} leads to ${links}`);
        if (!overview.blocks.some(({ text }) => text.startsWith(term[locale])))
          problems.push(`${root} does not name ${term[locale]}`);
      }
      for (const topic of TOPICS) {
        if (!overview.anchors.includes(`part-${topic}`)) problems.push(`${root} has no #part-${topic}`);
        if (!overview.links.includes(`${root}${topic}/`)) problems.push(`${root} does not lead to ${topic}`);
        const page = pages().get(`${root}${topic}/`)!;
        const missing = TOPICS.filter((other) => !page.links.includes(`${root}${other}/`));
        if (missing.length > 0) problems.push(`${page.path} does not lead to ${missing}`);
      }
    }
    expect(report(problems)).toBe('');
  });

  test('is where every mention of a term leads: to its definition, in the language of the page', () => {
    const problems: string[] = [];
    let mentions = 0;
    for (const page of sitePages(build)) {
      const root = locales.find(({ locale }) => locale === page.lang)!.root;
      for (const link of page.links) {
        const [path, id] = link.split('#') as [string, string?];
        if (id === undefined || !/\/glossary\//.test(path)) continue;
        mentions += 1;
        if (path !== `${root}${topicOf.get(id)}/`) problems.push(`${page.path}: ${link}`);
      }
    }
    expect(mentions).toBeGreaterThan(1000);
    expect(report(problems)).toBe('');
  });

  test('is a set of terms, each named by the address of its definition; so are its topics', () => {
    for (const { locale, root } of locales) {
      const address = (id: string) => `${build.site}${root}${topicOf.get(id)}/#${id}`;
      const whole = setOf(pages().get(root)!);
      expect(whole['@id']).toBe(build.site + root);
      expect(whole.inLanguage).toBe(locale);
      expect(whole.hasDefinedTerm.map((term) => term['@id'])).toEqual(glossary.map(({ id }) => address(id)));
      for (const topic of TOPICS) {
        const set = setOf(pages().get(`${root}${topic}/`)!);
        expect(set['@id']).toBe(`${build.site}${root}${topic}/`);
        expect(set.inLanguage).toBe(locale);
        expect(set.hasDefinedTerm).toEqual(
          glossary
            .filter((one) => one.topic === topic)
            .map(({ id, term, definition }) => ({
              '@type': 'DefinedTerm',
              '@id': address(id),
              name: term[locale],
              description: definition[locale].replaceAll('`', ''),
              url: address(id),
            })),
        );
      }
    }
  });

  test('shows the section behind each definition', () => {
    const problems = locales.flatMap(({ root }) =>
      glossary.flatMap(({ id, topic, source }) =>
        source
          .map((cited) => /RFC (\d+) §(.+)/.exec(cited)!)
          .filter(([, rfc, section]) => {
            const anchor = /^[A-Z]/.test(section!) ? `appendix-${section}` : `section-${section}`;
            return !pages()
              .get(`${root}${topic}/`)!
              .links.includes(`https://www.rfc-editor.org/rfc/rfc${rfc}#${anchor}`);
          })
          .map(([cited]) => `${root}${topic}/#${id}: ${cited}`),
      ),
    );
    expect(report(problems)).toBe('');
  });
});
