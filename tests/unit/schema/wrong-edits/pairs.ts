// Notes on pairs.

import { append, NOTE, replace, set, wrong, type WrongEdit } from './wrong.ts';

export const pairs: WrongEdit[] = [
  wrong(
    'a reversed pair',
    'comparisons/486-vs-480/facts.yaml',
    '',
    () => 'sources: [RFC 3261 §21.4.24]\nreviewed: 2026-11-24\nupdated: 2026-11-24\n',
    /lower code first, 480-vs-486\. Rename the folder/,
  ),
  wrong(
    'a pair of one code',
    'comparisons/486-vs-486/facts.yaml',
    '',
    () => 'sources: [RFC 3261 §21.4.24]\nreviewed: 2026-11-24\nupdated: 2026-11-24\n',
    /expected two different codes\. Rename/,
  ),
  wrong(
    'a pair with a code that does not exist',
    'comparisons/486-vs-499/facts.yaml',
    '',
    () => 'sources: [RFC 3261 §21.4.24]\nreviewed: 2026-11-24\nupdated: 2026-11-24\n',
    /499 is not a registered code\. Rename/,
  ),
  wrong('a note in one language', `${NOTE}/en.mdx`, '', () => null, /is missing\. Write it/),
  wrong(
    'a note without verdict',
    `${NOTE}/en.mdx`,
    'verdict',
    replace(/^verdict: .*\n/m, ''),
    /expected a sentence\. Write it/,
  ),
  wrong(
    'a note that names a third code that does not exist',
    `${NOTE}/en.mdx`,
    'received',
    set('received', '"On 486 wait; on 480 look for a 499 before it."'),
    /names 499.*Correct it/,
  ),
  wrong(
    'a note with text that no page shows',
    `${NOTE}/en.mdx`,
    '',
    append('\nMore text.\n'),
    /which no page shows\. Move it into a field/,
  ),
  wrong(
    'a note without sources',
    `${NOTE}/facts.yaml`,
    'sources',
    set('sources', '[]'),
    /expected at least 1 item\. Add or correct it/,
  ),
  wrong(
    'a pair twice on the home page',
    'reference/home.yaml',
    'pairs',
    replace('pairs:\n', 'pairs:\n  - 480-vs-486\n'),
    /has 480-vs-486 twice\. Remove one/,
  ),
];
