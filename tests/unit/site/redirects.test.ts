import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { redirectsFile } from '../../../src/integrations/host-files.ts';
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

for (const [file, rulesOf] of Object.entries(CONFIGURATIONS))
  test(`${file} has every redirect of src/site/redirects.txt; else run npm run redirects -- --write`, () => {
    const text = readFileSync(file, 'utf8');
    expect(text).toBe(withRules(text, rulesOf(readRedirects())));
  });
