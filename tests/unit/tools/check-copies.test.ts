import { test } from 'node:test';
import { expect } from '@playwright/test';
import { findCopies, withoutPageBreaks } from '../../../src/tools/check-copies.ts';

const rfc = [
  {
    name: 'rfc3261.txt',
    text: [
      '   A final response is one that ends the search for the',
      '   user at once, whatever other branches may still',
      '',
      'Rosenberg, et. al.          Standards Track                    [Page 20]',
      '\f',
      'RFC 3261            SIP: Session Initiation Protocol           June 2002',
      '',
      '   report to the proxy that forked the request.',
    ].join('\n'),
  },
];
const ours = (text: string) => [{ file: 'content/codes/600/en.mdx', field: 'description', text }];

test('ten words in a row out of an RFC are a copy, reported with file, field and words', () => {
  const [copy, ...more] = findCopies(
    ours('It ends the search for the user at once, whatever “other” branches do.'),
    rfc,
  );
  expect(more).toEqual([]);
  expect(copy).toMatchObject({
    file: 'content/codes/600/en.mdx',
    field: 'description',
    rfc: 'rfc3261.txt',
    words: 'ends the search for the user at once whatever other branches',
  });
});

test('nine words in a row are not a copy', () => {
  expect(findCopies(ours('It ends the search for the user at once, whatever happens.'), rfc)).toEqual([]);
});

test('a copy is found across the break of a page, and a long one is reported once', () => {
  const copies = findCopies(
    ours('Whatever other branches may still report to the proxy that forked the request.'),
    rfc,
  );
  expect(copies.map(({ words }) => words)).toEqual([
    'whatever other branches may still report to the proxy that forked the request',
  ]);
});

test('only lines at the breaks of pages are left out', () => {
  expect(withoutPageBreaks(rfc[0]!.text)).toContain('whatever other branches');
  expect(withoutPageBreaks(rfc[0]!.text)).not.toMatch(/Page 20|June 2002/);
});
