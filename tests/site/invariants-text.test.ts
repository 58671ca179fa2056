import { expect, test } from '@playwright/test';
import { BUILDS } from '../builds.ts';
import { report, sitePages } from './site.ts';
import { textFaults } from './text-faults.ts';

const build = BUILDS.root;

test(`no page of ${build.dir} has a sentence that is badly put together`, () => {
  const problems = new Set<string>();
  // Most texts are on many pages.
  const judged = new Map<string, string[]>();
  const faultsOf = (text: string, lang: string) => {
    const key = `${lang} ${text}`;
    return judged.get(key) ?? (judged.set(key, textFaults(text, lang)), judged.get(key)!);
  };
  for (const page of sitePages(build))
    for (const [where, text, lang] of [
      ['title', page.title, page.lang],
      ['description', page.description, page.lang],
      ...page.blocks.map((block) => ['text', block.said, block.lang] as const),
    ] as const)
      for (const fault of faultsOf(text, lang)) problems.add(`${page.path}: ${where}: ${fault}`);
  expect(report([...problems])).toBe('');
});

for (const [locale, fault, text] of [
  ['en', 'a doubled word', 'It is sent when when nobody answers.'],
  ['en', 'a value that is missing', 'The value is undefined here.'],
  ['en', 'a value that is missing', 'Sent by [object Object].'],
  ['en', 'a value that was not filled in', 'Between ${a} and b.'],
  ['en', 'a doubled mark', 'It ends here..'],
  ['en', 'the wrong article', 'It answers a INVITE.'],
  ['en', 'the wrong article', 'It is an SIP response.'],
  ['en', 'the wrong article', 'It becomes an 480.'],
  ['en', 'a space before a mark', 'One , two.'],
  ['en', 'markup shown as text', 'This is **bold**.'],
  ['ja', 'a doubled mark', '終わります。。'],
  ['ja', 'a doubled mark', '終わります、。'],
  ['ja', 'a space between Japanese and Latin text', 'これは SIPです。'],
  ['ja', 'a mark of half width', 'これはSIPの応答です.'],
  ['ja', 'a mark of half width', '最終更新日:2026-11-30'],
  ['ja', 'a mark of half width', '共通する項目 (3)'],
  ['ja', 'a mark of half width', 'PJSIP：170401, 171100ほか4件'],
  ['ja', 'another wave dash', '436\u301c438を返します。'],
  ['ja', 'brackets within or after brackets', '理由表示28（無効番号フォーマット（不完全番号））です。'],
  ['ja', 'brackets within or after brackets', '欠番（SIP）（既定）です。'],
  ['ja', 'a doubled particle', 'レスポンスををそのまま返します。'],
  ['ja', 'an unpaired bracket', '480（一時利用不可を返します。'],
] as const)
  test(`is found: ${fault} in "${text}"`, () => {
    expect(textFaults(text, locale).join('\n')).toContain(fault);
  });

for (const [locale, text] of [
  ['en', 'A SIP response such as 480 ends the transaction; an INVITE, a UAS and an RFC are words.'],
  ['en', 'Wait 0.5 s … then send it again, e.g. after 1.5 s.'],
  ['ja', '480（一時利用不可）は、SIPのレスポンスです。'],
] as const)
  test(`is no fault: "${text}"`, () => {
    expect(textFaults(text, locale)).toEqual([]);
  });
