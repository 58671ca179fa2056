import { test } from 'node:test';
import { expect } from '@playwright/test';
import { messages } from '../../../src/i18n/index.ts';
import { compareAll } from '../../../src/model/compare/compare.ts';
import { readContent } from '../../../src/schema/load.ts';
import { pairPage } from '../../../src/site/pair-page.ts';

const { content } = readContent('content');
const words = messages('en');

test('what a test before the ringing implies is marked as our judgement where the facts judge it so', () => {
  const said = [...compareAll(content!).values()].flatMap((comparison) =>
    comparison.together.flatMap(({ way }, index) =>
      way === 'provisional-elsewhere'
        ? [{ comparison, one: pairPage(comparison, words, content!).together[index]! }]
        : [],
    ),
  );
  expect(said.length).toBeGreaterThan(0);
  for (const { comparison, one } of said)
    expect(one.mark !== undefined, comparison.key).toBe(comparison.b.judgement.includes('beforeAlerting'));
});

test('a sentence of a comparison cites every section that it rests on: ISA stands only in the third of its sections', () => {
  const faults: string[] = [];
  for (const comparison of compareAll(content!).values()) {
    const said = pairPage(comparison, words, content!);
    const speech = { a: comparison.a.number, b: comparison.b.number, reference: content!.reference };
    for (const finding of [...comparison.differences, ...comparison.network]) {
      const text = words.finding(finding, speech);
      const own = [...said.differences, ...said.network].find((one) => one.text === text)?.sources;
      // The sections that define both codes stand once, beside the heading of the differences.
      const cited = own && [...own, ...(comparison.differences.includes(finding) ? said.definedIn : [])];
      const missing = [...finding.sources.a, ...finding.sources.b].filter((one) => cited && !cited.includes(one));
      if (missing.length > 0) faults.push(`${speech.a}-vs-${speech.b}: ${text}: ${missing.join(', ')}`);
    }
  }
  expect(faults.slice(0, 5)).toEqual([]);
});
