import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { contextAddress } from '../../src/schema/addresses.ts';
import { readContent } from '../../src/schema/load.ts';
import { fold } from '../../src/search/fold.ts';
import { contentWords } from '../../src/search/tokenize.ts';
import { alone as test } from './shared.ts';

// Index and query of Pagefind cut Japanese by different tools, so what is found is tested against the built index in a
// real browser. A page is right if its text holds the term as it was typed.

const { found, absent } = JSON.parse(readFileSync('tests/search/japanese.json', 'utf8')) as {
  found: string[];
  absent: string[];
};
const { content } = readContent('content');

const texts = new Map<string, string>();
for (const code of content!.codes)
  texts.set(String(code.number), fold(JSON.stringify([code.phrase, code.text.ja]).replaceAll('`', '')));
for (const [key, note] of content!.notes) {
  const glosses = key.split('-vs-').map((number) => content!.byNumber.get(Number(number))!.text.ja.gloss);
  texts.set(key, fold(JSON.stringify([glosses, note.text.ja]).replaceAll('`', '')));
}

for (const { slug, text } of content!.contexts)
  texts.set(
    `/ja${contextAddress(slug)}`.replace(/^\/ja\/sip\/|\/$/g, ''),
    fold(JSON.stringify(text.ja).replaceAll('`', '')),
  );

for (const symptom of content!.symptoms)
  texts.set(`/ja/symptoms/${symptom.name}`, fold(JSON.stringify(symptom.text.ja).replaceAll('`', '')));

/** The page itself, where it is none of those above: its text as built. */
function pageText(href: string): string {
  const file = `dist${href.split('#')[0]!}index.html`;
  return fold(readFileSync(file, 'utf8').replace(/<(script|style)[^]*?<\/\1>|<[^>]*>/g, ''));
}

const groups = content!.reference['search-words'].same.ja.map((group) => group.map(fold));
/**
 * Whether a text holds a term, or a word that means the same (`search-words.yaml`), or each of the words that it is made of: of two
 * kanji or three katakana at least, wherever they meet.
 */
function holds(text: string, term: string): boolean {
  const has = (part: string) =>
    [part, ...groups.filter((group) => group.includes(part)).flat()].some((one) => text.includes(one));
  const made = (part: string): boolean => {
    const least = /[ァ-ヶー]/.test(part) ? 3 : 2;
    return (
      has(fold(part)) ||
      [...part].some(
        (_, at) => at >= least && part.length - at >= least && has(fold(part.slice(0, at))) && made(part.slice(at)),
      )
    );
  };
  const folded = fold(term);
  return has(folded) || (folded.match(/[ァ-ヶー]+|[一-龠々]+|[ぁ-ん]+|[a-z0-9]+/g) ?? []).every(made);
}

const name = (href: string) => href.replace(/^\/ja\/sip\//, '').replace(/\/$/, '');

test('Japanese compounds and katakana terms lead to pages that hold them', async ({ page }) => {
  test.slow();
  test.setTimeout(180_000);
  await page.goto('/ja/about/');
  await page.keyboard.press('/');
  const problems: string[] = [];
  const ask = async (term: string) => {
    await page.locator('#search-input').fill('');
    await page.locator('#search-input').fill(term);
    await page.waitForSelector('#search-results[data-done]');
    return page.evaluate(() => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>('#search-results [role="option"]')];
      return links.map((link) => ({
        href: link.getAttribute('href')!,
        partial: link.closest('[role="group"]') !== null,
      }));
    });
  };
  for (const term of found) {
    const results = await ask(term);
    const right = [...texts].filter(([, text]) => text.includes(fold(term))).map(([key]) => key);
    const first = results[0];
    const whole = results.filter((one) => !one.partial).map((one) => name(one.href));
    if (!first || first.partial)
      problems.push(`${term}: ${first ? 'only partial matches' : 'nothing'}; on ${right.slice(0, 5).join(', ')}`);
    else if (!right.includes(name(first.href)) && !holds(texts.get(name(first.href)) ?? pageText(first.href), term))
      problems.push(`${term}: first is ${name(first.href)}, without it; on ${right.slice(0, 5).join(', ')}`);
    // Words with kana inside are left to keywords and summary: the index holds compounds.
    if (right.length <= 3 && contentWords(term).join('') === fold(term))
      for (const key of right)
        // Comparisons come after the pages of reference; the pages of the codes themselves must be there.
        if (!key.includes('-vs-') && !key.includes('/') && !whole.includes(key))
          problems.push(`${term}: ${key} is missing among ${whole.join(', ')}`);
    if (contentWords(term).join('') === fold(term))
      for (const key of whole)
        if (texts.has(key) && !holds(texts.get(key)!, term))
          problems.push(`${term}: ${key} is shown as whole, without it`);
  }
  for (const term of absent) {
    expect([...texts.values()].some((text) => text.includes(fold(term)))).toBe(false);
    for (const one of await ask(term))
      if (!one.partial) problems.push(`${term}: ${name(one.href)} is shown as whole, without it`);
  }
  expect(problems.join('\n')).toBe('');
});
