import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { fileProblems, redirectsFile } from '../../../src/integrations/host-files.ts';
import { pageAddresses } from '../../../src/schema/addresses.ts';
import { readContent } from '../../../src/schema/load.ts';
import { hostRedirects, movedPages, parseRedirects, readRedirects } from '../../../src/site/redirects.ts';
import { caddyRules, CONFIGURATIONS, nginxRules, withRules } from '../../../src/tools/redirects.ts';

const MOVED = parseRedirects(
  '# comment\n/old-page/ /about/\n/api/old.json /api/sip/487.json\n/sip/487/#gone /sip/487/\n',
);

test('a page that moved has a page in each language; files and sections have none', () => {
  expect(movedPages(MOVED)).toEqual([
    { locale: 'en', from: '/old-page/', to: '/about/' },
    { locale: 'ja', from: '/ja/old-page/', to: '/ja/about/' },
  ]);
});

test('hosts get pages in each language and files; no host sees a section', () => {
  expect(hostRedirects(MOVED)).toEqual([
    { from: '/old-page/', to: '/about/' },
    { from: '/ja/old-page/', to: '/ja/about/' },
    { from: '/api/old.json', to: '/api/sip/487.json' },
  ]);
});

test('_redirects has what moved, under the base path', () => {
  expect(redirectsFile({ codes: [], notes: new Map() }, MOVED, '/sip-codes/')).toBe(
    '/sip-codes/old-page/ /sip-codes/about/ 301\n' +
      '/sip-codes/ja/old-page/ /sip-codes/ja/about/ 301\n' +
      '/sip-codes/api/old.json /sip-codes/api/sip/487.json 301\n',
  );
});

test('the rules are between the marks of a configuration, and no others', () => {
  const text = 'a\n  # Addresses that moved: here.\n  old\n  # End of the addresses that moved.\nb\n';
  expect(withRules(text, ['one', 'two'])).toBe(
    'a\n  # Addresses that moved: here.\n  one\n  two\n  # End of the addresses that moved.\nb\n',
  );
  expect(() => withRules('a\n', [])).toThrow('are missing');
  expect(nginxRules(MOVED)).toHaveLength(2);
  expect(caddyRules(MOVED)).toHaveLength(4);
});

const PAGES = new Set(['/', '/about/', '/sip/', '/sip/302/', '/sip/487/', '/sip/302-vs-487/', '/q850/']);

for (const [line, says] of [
  ['/jato/ /ja/about/', 'is of one language; expected paths that all languages share. Leave /ja out'],
  ['/ja/old/ /about/', 'is of one language'],
  ['/a/ //evil.example/', '//evil.example/ is no path of this site'],
  ['//evil.example/ /about/', '//evil.example/ is no path of this site'],
  ['/a/ https://evil.example/', 'https://evil.example/ is no path'],
  ['/a/ /\\evil.example/', 'is no path'],
  ['/a//b/ /about/', '/a//b/ is no path'],
  ['/a// /about/', '/a// is no path'],
  ['/../../x/ /about/', '/../../x/ is no path'],
  ['/a/./b/ /about/', '/a/./b/ is no path'],
  ['/a/ /sip/../about/', '/sip/../about/ is no path'],
  ['/noslash /about/', '/noslash is no path of this site; expected a page that ends with "/"'],
  ['/a/ /about', '/about is no path'],
  ['/a/#x#y /about/', '/a/#x#y is no path'],
  ['/api/old.json#x /about/', '/api/old.json#x is no path'],
  ['/a/', 'expected two paths'],
  ['/a/ /about/ /sip/', 'expected two paths'],
  ['/ /sip/', '/ is the home page'],
  ['/a/ /a/', 'leads to itself'],
  ['/a/ /api/index.json', '/api/index.json is a file; expected that a page leads to a page'],
  ['/about/ /sip/', '/about/ is an address that the site has'],
  ['/487/ /sip/', '/487/ is an address that the site has'],
  ['/offline/ /sip/', '/offline/ is an address that the site has'],
  ['/sip/487-vs-302/ /sip/', '/sip/487-vs-302/ is an address that the site has'],
  ['/a/ /missing/', '/missing/ does not exist; expected a page'],
  ['/a/ /487/', '/487/ does not exist; expected a page'],
  ['/a/#x /missing/#x', '/missing/#x does not exist'],
] as const)
  test(`the line "${line}" is refused`, () => {
    expect(() => parseRedirects(`# comment\n\n${line}\n`, PAGES)).toThrow(`src/site/redirects.txt:3: "${line}": `);
    expect(() => parseRedirects(line, PAGES)).toThrow(says);
  });

test('all wrong lines are in one list, without a stack trace: loops, chains, lines for one address', () => {
  let error: Error | undefined;
  try {
    parseRedirects('/a/ /b/\n/b/ /a/\n/c/ /d/#x\n/d/ /about/\n/d/ /sip/\n/ok/ /sip/487/#fix\n/e\n', PAGES);
  } catch (thrown) {
    error = thrown as Error;
  }
  expect(error?.message.split('\n').map((one) => one.replace(/^.*redirects\.txt:/, '').split(';')[0])).toEqual([
    '1: "/a/ /b/": /b/ moved itself, by line 2',
    '2: "/b/ /a/": /a/ moved itself, by line 1',
    '3: "/c/ /d/#x": /d/ moved itself, by line 4',
    '5: "/d/ /sip/": /d/ is in line 4 already. Remove one of the two',
    '7: "/e": expected two paths, "/old/ /new/"',
  ]);
  expect(error?.stack).toBe('');
});

test('what is right is taken: pages, files, sections, the home page as the new address', () => {
  const text =
    '/old/ /\n/a/b.c/ /about/#x\n/api/old.json /api/new.json\n/api/gone.json /about/\n/sip/487/#a /sip/487/#b\n';
  expect(parseRedirects(text, PAGES)).toHaveLength(5);
});

test('files are checked when they are there', () => {
  const dist = mkdtempSync(join(tmpdir(), 'redirects-'));
  try {
    mkdirSync(join(dist, 'api'));
    writeFileSync(join(dist, 'api/new.json'), '');
    expect(fileProblems(parseRedirects('/api/old.json /api/new.json\n/old/ /about/\n'), dist)).toEqual([]);
    expect(fileProblems(parseRedirects('/api/new.json /api/gone.json\n'), dist)).toEqual([
      'src/site/redirects.txt: /api/new.json is a file that the site has; expected one that is gone',
      'src/site/redirects.txt: /api/gone.json does not exist; expected a file of this site',
    ]);
  } finally {
    rmSync(dist, { recursive: true });
  }
});

test('the redirects of the site lead to pages that it has', () => {
  const { content, vendors } = readContent('content');
  expect(readRedirects(process.cwd(), pageAddresses(content!, vendors)).length).toBeGreaterThan(0);
});

for (const [file, rulesOf] of Object.entries(CONFIGURATIONS))
  test(`${file} has every redirect of src/site/redirects.txt; else run npm run redirects -- --write`, () => {
    const text = readFileSync(file, 'utf8');
    expect(text).toBe(withRules(text, rulesOf(readRedirects())));
  });
