import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { pageAddresses } from '../../src/schema/addresses.ts';
import { readContent } from '../../src/schema/load.ts';
import { parseRedirects, readRedirects } from '../../src/site/redirects.ts';
import { BUILDS } from '../builds.ts';
import { addressesOf, goneAddresses, LIST, readAddresses, writeAddresses, type Addresses } from './addresses.ts';
import { isSmall, report, sitePages } from './site.ts';

// Tickets have links: what was public stays, or leads on.

const build = BUILDS.root;

test(`every address and anchor that was public exists in ${build.dir}, or a redirect leads on`, () => {
  const before = readAddresses(readFileSync(LIST, 'utf8'));
  expect(before.size, 'the list is not empty').toBeGreaterThan(2850);
  expect(report(goneAddresses(before, addressesOf(build), readRedirects()))).toBe('');
});

test(`the pages of ${build.dir} are those that the content check takes links to`, () => {
  const { content, vendors } = readContent('content');
  const built = sitePages(build)
    .filter(({ file, lang }) => lang === 'en' && !/^(404|offline)/.test(file))
    .map(({ path }) => path)
    .sort();
  expect([...pageAddresses(content!, vendors)].sort()).toEqual(built);
});

const SITE: Addresses = new Map([
  ['/', new Set()],
  ['/q850/', new Set(['cause-16'])],
  ['/sip/480/', new Set(['fix', 'products'])],
  ['/sip/486/', new Set(['fix'])],
  ['/sip/487/', new Set(['fix', 'products'])],
  ['/sip/480-vs-486/', new Set(['use'])],
]);
const without = (address: string, anchor?: string): Addresses => {
  const now: Addresses = new Map([...SITE].map(([path, anchors]) => [path, new Set(anchors)]));
  if (anchor) now.get(address)!.delete(anchor);
  else now.delete(address);
  return now;
};

test('the list keeps every address and anchor', () => {
  expect(readAddresses(writeAddresses(SITE))).toEqual(SITE);
  expect(writeAddresses(SITE)).toContain('/sip/{code}/ #fix\n  = 480 486 487\n  #products - 486\n');
});

test('a page that is removed is reported, with its anchors', () => {
  expect(goneAddresses(SITE, without('/q850/'), [])).toEqual([
    '/q850/ is gone. Bring it back, or name in src/site/redirects.txt where it leads',
    '/q850/#cause-16 is gone. Bring it back, or name in src/site/redirects.txt where it leads',
  ]);
});

test('an anchor that is removed is reported', () => {
  expect(goneAddresses(SITE, without('/sip/487/', 'products'), [])).toHaveLength(1);
});

test('a redirect settles it, if it leads to what exists', () => {
  const now = without('/q850/');
  expect(goneAddresses(SITE, now, parseRedirects('/q850/ /causes/'))).toHaveLength(2);
  now.set('/causes/', new Set(['cause-16']));
  expect(goneAddresses(SITE, now, parseRedirects('# moved\n/q850/ /causes/\n'))).toEqual([]);
  expect(
    goneAddresses(SITE, without('/sip/487/', 'products'), parseRedirects('/sip/487/#products /sip/487/#fix')),
  ).toEqual([]);
});

test('the small page at an address that moved does not count as that address', () => {
  const now: Addresses = new Map([
    ...without('/q850/'),
    ['/q850/', new Set<string>()],
    ['/causes/', new Set<string>()],
  ]);
  const moved = parseRedirects('/q850/ /causes/');
  expect(goneAddresses(SITE, now, moved)).toEqual([
    '/q850/#cause-16 is gone, and /causes/#cause-16 does not exist. Bring it back, or name in src/site/redirects.txt where it leads',
  ]);
  now.delete('/causes/');
  expect(goneAddresses(SITE, now, moved)).toHaveLength(2);
  const files = ['q850/index.html', 'ja/q850/index.html', '487/index.html', 'causes/index.html', '404/index.html'];
  expect(files.filter((file) => !isSmall(file, moved))).toEqual(['causes/index.html', '404/index.html']);
});

for (const [fault, text] of [
  ['one address', '/old/'],
  ['another site', '/old/ https://example.org/'],
  ['one language', '/ja/old/ /ja/new/'],
  ['itself', '/old/ /old/'],
  ['two lines for one address', '/old/ /a/\n/old/ /b/'],
])
  test(`a list of redirects with ${fault} is refused`, () => {
    expect(() => parseRedirects(text!)).toThrow('src/site/redirects.txt');
  });
