import { test } from 'node:test';
import { expect } from '@playwright/test';
import { breakHeadings, phrases } from '../../../src/integrations/phrases.ts';

test('a Japanese heading breaks between phrases, never within a word', () => {
  expect(phrases('このコードが表示される場合')).toEqual(['この', 'コードが', '表示される', '場合']);
  expect(phrases('2つのSIPレスポンスコードを比較')).toEqual(['2つの', 'SIPレスポンスコードを', '比較']);
  // The model alone parts these words.
  expect(phrases('解決方法')).toEqual(['解決方法']);
  expect(phrases('Q.850の理由表示とSIPコード')).toEqual(['Q.850の', '理由表示と', 'SIPコード']);
  expect(phrases('この理由表示になるSIPレスポンス')).toEqual(['この', '理由表示になる', 'SIPレスポンス']);
  expect(phrases('問い合わせ用にコピー').join('|')).not.toContain('問い|');
  expect(phrases('Request Terminated').join('')).toBe('Request Terminated');
});

test('only texts of headings get breaks where they may need one, and lose nothing', () => {
  const latin1 = (text: string) => Buffer.from(text).toString('latin1');
  const utf8 = (text: string) => Buffer.from(text, 'latin1').toString();
  const name = '2つのSIPレスポンスコードを比較';
  const page = `<title>${name}</title><p>${name}</p><h2 id="a&amp;b" title="${name}">${name} <span lang="en">Busy &amp; Here</span></h2>\n<h2>このコードが表示される場合</h2><h3>電話網と統計での扱い</h3>`;
  const broken = '2つの<wbr>SIPレスポンスコードを<wbr>比較';
  expect(utf8(breakHeadings(latin1(page)))).toBe(page.replace(`>${name} <`, `>${broken} <`));
});

test('the headings of a comparison stay whole: they fit on a line, and are looked for as they are', () => {
  for (const name of ['説明', 'このコードが表示される場合', '解決方法', '主な違い', 'どちらをいつ使うか', '詳しく見る'])
    for (const level of ['h2', 'h3']) {
      const heading = Buffer.from(`<${level}>${name}</${level}>`).toString('latin1');
      expect(breakHeadings(heading)).toBe(heading);
    }
});
