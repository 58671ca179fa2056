import { test } from 'node:test';
import { expect } from '@playwright/test';
import { messages } from '../../../src/i18n/index.ts';
import { compareAll } from '../../../src/model/compare/compare.ts';
import { figuresOf, parityFaults } from '../../../src/schema/check/parity.ts';
import { readContent } from '../../../src/schema/load.ts';
import { pairPage } from '../../../src/site/pair-page.ts';
import { linesAfter } from './edits.ts';

for (const [what, en, ja] of [
  ['a number', 'Kamailio sends 408 after 120 s.', 'Kamailioは120秒後に408を返します。'],
  ['a list with one unit', 'A round figure (20, 30, 60 s).', '20秒、30秒、60秒のような値です。'],
  ['a time in another unit', 'After 30 minutes.', '1800秒後です。'],
  ['a time in words', 'It ends after half a minute or thirty seconds.', '約30秒で終わります。'],
  ['a thousand', 'More than 20,000 files.', '2万を超えるファイルです。'],
  ['a small number in words', 'Two phones ring.', '2台の電話機が鳴ります。'],
  ['a name with a number', 'The Q.850 cause and `100rel`.', '理由表示と信頼性の拡張です。'],
  ['a section', 'See RFC 3261 §14.1.', 'RFC 3261 §14.1を参照します。'],
] as const)
  test(`${what} that both languages have is no fault`, () => {
    expect(parityFaults(en, ja, 'ja')).toEqual([]);
  });

test('a time, a code, a section of one language only is a fault that shows both values', () => {
  expect(parityFaults('It waits 64 s.', '32秒待ちます。', 'ja')).toEqual([
    'says other times than the other language: 64 s in English, 32 s in Japanese. Make them agree',
  ]);
  expect(parityFaults('It waits 30 s.', '30分待ちます。', 'ja')).toHaveLength(1);
  expect(parityFaults('Send 486.', '480を返します。', 'ja')).toEqual([
    'says other numbers than the other language: 486 in English, 480 in Japanese. Make them agree',
  ]);
  expect(parityFaults('See §14.1.', '§14.2を参照します。', 'ja')).toHaveLength(1);
  expect(parityFaults('A 4xx.', '5xxです。', 'ja')).toHaveLength(1);
});

test('a code that the text is about may be "it" in one language', () => {
  expect(parityFaults('It ends the call.', '481で通話が終わります。', 'ja', [481])).toEqual([]);
  expect(parityFaults('It ends the call.', '481で通話が終わります。', 'ja', [480])).toHaveLength(1);
});

test('the day of a month is no span of time', () => {
  expect(figuresOf('3月25日以降', 'ja')!.times.size).toBe(0);
});

test('a wrong time in a code, a note and a table is refused with file, field and both values', () => {
  const wrong = (file: string, from: string, to: string) =>
    linesAfter(file, (text) => text.replace(from, to)).join('\n');
  expect(wrong('codes/487/ja.mdx', '60秒', '90秒')).toMatch(
    /codes\/487\/ja\.mdx: howToFix\[2\] says other times than the other language: 60 s in English, 90 s in Japanese/,
  );
  expect(wrong('comparisons/408-vs-481/ja.mdx', '32秒', '64秒')).toMatch(
    /comparisons\/408-vs-481\/ja\.mdx: toSend says other times .*32 s in English, 64 s in Japanese/,
  );
  expect(wrong('reference/glossary.yaml', '既定値であれば32秒', '既定値であれば64秒')).toMatch(
    /glossary\.yaml: .*says other times .*32 s in English/,
  );
});

test('a list with an item less in one language is refused', () => {
  const problems = linesAfter('codes/487/ja.mdx', (text) => text.replace(/\n {2}- "CANCELのReason[^\n]*/, ''));
  expect(problems.join('\n')).toMatch(/codes\/487\/ja\.mdx: howToFix has 4 texts, but en\.mdx has 5\. Say the same/);
});

test('the sentences of all comparisons name the same codes, causes and RFCs in both languages', () => {
  const { content } = readContent('content');
  const faults: string[] = [];
  for (const comparison of compareAll(content!).values()) {
    const [en, ja] = (['en', 'ja'] as const).map((locale) => pairPage(comparison, messages(locale), content!));
    const own = [comparison.a.number, comparison.b.number];
    for (const part of ['differences', 'common', 'network'] as const) {
      if (en![part].length !== ja![part].length) faults.push(`${comparison.key} ${part}: other number of items`);
      en![part].forEach((said, index) => {
        const other = ja![part][index];
        if (!other) return;
        for (const fault of parityFaults(said.text, other.text, 'ja', own))
          faults.push(`${comparison.key} ${part}: ${fault}`);
        if (said.sources.join() !== other.sources.join()) faults.push(`${comparison.key} ${part}: other sections`);
      });
    }
    for (const fault of parityFaults(en!.fork.text, ja!.fork.text, 'ja', own))
      faults.push(`${comparison.key} fork: ${fault}`);
    if (en!.together.length !== ja!.together.length) faults.push(`${comparison.key} together: other number of items`);
  }
  expect([...new Set(faults)].slice(0, 10)).toEqual([]);
});
