import { messages } from '../../src/i18n/index.ts';
import { expect, test } from '@playwright/test';
import { readContent } from '../../src/schema/load.ts';
import { seePath } from '../../src/site/see-links.ts';
import { BUILDS } from '../builds.ts';
import { report, sitePages } from './site.ts';

const { content } = readContent('content');
const { symptoms, codes, reference } = content!;
const ANCHORS = ['trace', 'causes', 'ticket', 'codes', 'sources'];

const build = BUILDS.root;

test.describe(`symptoms in ${build.dir}`, () => {
  const byFile = () => new Map(sitePages(build).map((page) => [page.file, page]));

  test('every symptom and the overview exist in both languages, with the same anchors', () => {
    const pages = byFile();
    const problems: string[] = [];
    for (const prefix of ['', 'ja/']) {
      const overview = pages.get(`${prefix}symptoms/index.html`);
      if (!overview) problems.push(`${prefix}symptoms/ is missing`);
      for (const { name } of symptoms) {
        const page = pages.get(`${prefix}symptoms/${name}/index.html`);
        if (!page) problems.push(`${prefix}symptoms/${name}/ is missing`);
        else if (ANCHORS.some((id) => !page.ids.includes(id))) problems.push(`${page.path}: an anchor is missing`);
        if (overview && !overview.links.includes(`${build.base}${prefix}symptoms/${name}/`))
          problems.push(`${overview.path}: does not link ${name}`);
      }
    }
    expect(report(problems)).toBe('');
  });

  test('what a symptom or a cause names for further reading is linked there, and is a page', () => {
    const pages = byFile();
    const problems: string[] = [];
    const naming = [
      ...symptoms.map(({ name, see }) => ({ at: `symptoms/${name}`, see })),
      ...reference.q850.causes.map(({ cause, see }) => ({ at: `q850/${cause}`, see })),
    ];
    expect(naming.filter(({ see }) => see.length > 0).length).toBeGreaterThan(50);
    for (const locale of ['en', 'ja'] as const)
      for (const { at, see } of naming) {
        const path = locale === 'ja' ? `ja/${at}` : at;
        const { links } = pages.get(`${path}/index.html`)!;
        for (const one of see) {
          const wanted = seePath(one, locale).slice(1);
          if (!pages.has(`${wanted}index.html`)) problems.push(`${path}: ${wanted} is no page`);
          if (!links.includes(build.base + wanted)) problems.push(`${path}: does not link ${wanted}`);
        }
      }
    expect(report(problems)).toBe('');
  });

  test('a code page lists its symptoms, and only where there are any', () => {
    const pages = byFile();
    const problems: string[] = [];
    for (const [prefix, locale] of [
      ['', 'en'],
      ['ja/', 'ja'],
    ] as const)
      for (const code of codes) {
        const page = pages.get(`${prefix}sip/${code.number}/index.html`)!;
        const named = symptoms.filter((symptom) => symptom.codes.includes(code.number));
        const heading = page.headings.find(({ id }) => id === 'symptoms');
        if ((heading !== undefined) !== named.length > 0) problems.push(`${page.path}: heading`);
        if (heading && heading.text !== messages(locale).symptoms.onCodePage)
          problems.push(`${page.path}: ${heading.text}`);
        for (const { name } of named)
          if (!page.links.includes(`${build.base}${prefix}symptoms/${name}/`))
            problems.push(`${page.path}: no ${name}`);
      }
    expect(report(problems)).toBe('');
  });
});
