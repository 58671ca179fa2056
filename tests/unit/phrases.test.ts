import { expect, test } from '@playwright/test';
import { breakHeadings, phrases } from '../../src/phrases.ts';

test('a Japanese heading breaks between phrases, never within a word', () => {
  expect(phrases('このコードが表示される場合')).toEqual(['この', 'コードが', '表示される', '場合']);
  expect(phrases('2つのSIPレスポンスコードを比較')).toEqual(['2つの', 'SIPレスポンスコードを', '比較']);
  // The model alone parts these words.
  expect(phrases('解決方法')).toEqual(['解決方法']);
  expect(phrases('問い合わせ用にコピー').join('|')).not.toContain('問い|');
  expect(phrases('Request Terminated').join('')).toBe('Request Terminated');
});

test('only texts of headings get breaks where they may need one, and lose nothing', () => {
  const latin1 = (text: string) => Buffer.from(text).toString('latin1');
  const utf8 = (text: string) => Buffer.from(text, 'latin1').toString();
  const name = 'このコードが表示される場合';
  const page = `<title>${name}</title><p>${name}</p><h2 id="a&amp;b" title="${name}">${name} <span lang="en">Busy &amp; Here</span></h2>\n<h3>主な違い</h3>`;
  const broken = 'この<wbr>コードが<wbr>表示される<wbr>場合';
  expect(utf8(breakHeadings(latin1(page)))).toBe(page.replace(`>${name} <`, `>${broken} <`));
});
