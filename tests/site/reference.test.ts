import { expect, test } from '@playwright/test';
import { readContent } from '../../src/schema/load.ts';
import { reusesOf } from '../../src/schema/contexts.ts';
import { codesByHeader, headerAnchor } from '../../src/model/facts/headers.ts';
import { BUILDS } from '../builds.ts';
import { report, sitePages } from './site.ts';

const { reference, contexts, ...rest } = readContent('content').content!;
const ANCHORS: Record<string, string[]> = {
  'q850/': [
    ...reference.q850.causes.map(({ cause }) => `cause-${cause}`),
    ...Object.keys(reference.q850.sipToCause).map((code) => `sip-${code}`),
    ...['to-sip', 'to-q850', 'round-trip', 'rules', 'reason', 'causes'],
  ],
  'warnings/': reference.warnings.codes.map(({ code }) => `warning-${code}`),
  'sip/unregistered/': reference.unregistered.map(({ code }) => String(code)),
  'sip/reuse/': reusesOf(contexts).map(({ id }) => id),
  'metrics/': ['ser', 'seer', 'isa', 'scr', 'groups'],
  'headers/': codesByHeader({ reference, ...rest }).map(({ name }) => headerAnchor(name)),
};

const build = BUILDS.root;

test(`reference pages in ${build.dir} have every anchor, the same in both languages, and are linked from every page`, () => {
  const pages = new Map(sitePages(build).map((page) => [page.path, page]));
  const problems: string[] = [];
  for (const [path, anchors] of Object.entries(ANCHORS)) {
    const [en, ja] = ['', 'ja/'].map((prefix) => pages.get(`${build.base}${prefix}${path}`));
    if (!en || !ja) {
      problems.push(`${path}: missing in a language`);
      continue;
    }
    for (const page of [en, ja])
      for (const anchor of anchors) if (!page.ids.includes(anchor)) problems.push(`${page.path}: no #${anchor}`);
    if (JSON.stringify(en.ids) !== JSON.stringify(ja.ids)) problems.push(`${path}: ids differ between languages`);
    const home = pages.get(`${build.base}ja/`)!;
    if (!home.links.includes(ja.path)) problems.push(`${path}: not at the foot of the home page`);
  }
  expect(report(problems)).toBe('');
});
