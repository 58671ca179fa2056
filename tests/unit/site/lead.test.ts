import { test } from 'node:test';
import { expect } from '@playwright/test';
import { messages } from '../../../src/i18n/index.ts';
import { compareAll, leadingStep, pairDescription } from '../../../src/model/compare/compare.ts';
import { LOCALES } from '../../../src/locales.ts';
import { readContent } from '../../../src/schema/load.ts';
import { leadText, pairLead, pairPage } from '../../../src/site/pair-page.ts';

// The lead of a comparison, its title and its description name what the two codes are: none fits a third code.

const { content } = readContent('content');
const comparisons = [...compareAll(content!).values()];
/** A sentence without the numbers of codes, so that it cannot be distinguished by them alone. */
const unnumbered = (text: string) => text.replace(/\b[1-6]\d\d\b|[1-6]\d\d(?=[^\d])/g, 'NNN');

for (const locale of LOCALES) {
  const words = messages(locale);

  test(`no two codes mean the same in ${locale}`, () => {
    const means = content!.codes.map((code) => code.text[locale].means);
    expect(new Set(means).size).toBe(content!.codes.length);
  });

  test(`every lead without a person's verdict says what both codes mean, in ${locale}`, () => {
    const faults = comparisons.filter((comparison) => {
      if (comparison.note) return false;
      const text = leadText(pairLead(comparison, words, content!), locale);
      const { a, b } = comparison;
      return [a, b].some((code) => !text.includes(code.text[locale].means) || !text.includes(String(code.number)));
    });
    expect(faults.map(({ key }) => key).slice(0, 5)).toEqual([]);
  });

  test(`a sentence on what both codes mean cites both definitions and is no judgement, in ${locale}`, () => {
    const faults = comparisons.filter((comparison) => {
      if (comparison.note) return false;
      const { a, b } = comparison;
      const saying = pairLead(comparison, words, content!).filter(({ text }) =>
        [a, b].some((code) => text.includes(code.text[locale].means)),
      );
      return (
        saying.length !== 1 ||
        saying.some(
          ({ sources, mark }) =>
            mark ||
            ![a, b].every((code) => (code.meansIn ?? [code.definedIn]).every((cited) => sources.includes(cited))),
        )
      );
    });
    expect(faults.map(({ key }) => key).slice(0, 5)).toEqual([]);
  });

  test(`no lead fits another pair, even without its numbers, in ${locale}`, () => {
    const seen = new Map<string, string>();
    const faults: string[] = [];
    for (const comparison of comparisons) {
      const text = unnumbered(leadText(pairLead(comparison, words, content!), locale));
      if (seen.has(text)) faults.push(`${comparison.key} and ${seen.get(text)}`);
      seen.set(text, comparison.key);
    }
    expect(faults.slice(0, 5)).toEqual([]);
  });

  test(`descriptions say both meanings in full, and no two are equal, in ${locale}`, () => {
    const seen = new Set<string>();
    const faults: string[] = [];
    for (const comparison of comparisons) {
      const description = pairDescription(pairPage(comparison, words, content!).opening, locale);
      const means = [comparison.a, comparison.b].map((code) => code.text[locale].means.replaceAll('`', ''));
      if (!comparison.note && !means.every((one) => description.includes(one))) faults.push(comparison.key);
      if (seen.has(description)) faults.push(`${comparison.key} is the description of another pair`);
      seen.add(description);
    }
    expect(faults.slice(0, 5)).toEqual([]);
  });

  test(`what the lead says is not said again under it, in ${locale}`, () => {
    const faults = comparisons.filter((comparison) => {
      if (comparison.note) return false;
      const page = pairPage(comparison, words, content!);
      return [...page.differences, ...page.network].some(({ text }) =>
        page.lead.some((one) => one.text.includes(text)),
      );
    });
    expect(faults.map(({ key }) => key).slice(0, 5)).toEqual([]);
  });
}

test('every pair has a step to lead with, and it is never who decided, how far it reaches or whether it is a fault', () => {
  const kinds = comparisons.map((comparison) => leadingStep(comparison)?.kind);
  for (const kind of ['decision', 'reach', 'nature'] as const) expect(kinds).not.toContain(kind);
  const without = comparisons.filter((comparison) => !comparison.note && leadingStep(comparison) === null);
  expect(without.map(({ key }) => key)).toEqual([]);
});
