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

test('only texts of headings get breaks, and lose nothing', () => {
  const name = '2つのSIPレスポンスコードを比較';
  const page = `<title>${name}</title><p>${name}</p><h2 id="a&amp;b" title="${name}">${name} <span lang="en">Busy &amp; Here</span></h2>\n<h3>解決方法</h3>`;
  const broken = '2つの<wbr>SIPレスポンスコードを<wbr>比較';
  expect(breakHeadings(page)).toBe(page.replace(`>${name} <`, `>${broken} <`));
});
