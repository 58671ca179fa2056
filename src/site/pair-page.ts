import type { Messages } from '../i18n/index.ts';
import type { Comparison } from '../model/compare/compare.ts';
import type { Code, Content } from '../schema/content.ts';
import type { Locale } from '../locales.ts';
import type { Source } from '../schema/index.ts';

/** A sentence with the sections that prove it. */
export interface Said {
  text: string;
  sources: Source[];
}

/** Everything that a comparison page says in one language, in the order of the page; the template only shows it. */
export interface PairPage {
  /** One or two sentences that answer the question: a person's verdict, or the most telling difference. */
  lead: Said;
  /** What settles it, where a person wrote it. */
  settledBy: string | null;
  sides: { code: Code; description: string; seenWhen: string[]; howToFix: string[] }[];
  differences: Said[];
  example: string | null;
  common: string[];
  together: string[];
  fork: Said;
  network: Said[];
  received: string;
  toSend: string[];
}

/** How much of a code stands beside another one; the rest is a link away. */
interface Excerpt {
  /** Characters of the description: its first sentence always, further ones while they fit; 0 = the summary instead. */
  description: Record<Locale, number>;
  situations: number;
  steps: number;
}
/** Tried in turn until less than half of the page's text stands on the code pages as well. */
const EXCERPTS: readonly Excerpt[] = [
  { description: { en: 400, ja: 200 }, situations: 2, steps: 3 },
  { description: { en: 220, ja: 110 }, situations: 2, steps: 3 },
  { description: { en: 0, ja: 0 }, situations: 2, steps: 3 },
  { description: { en: 0, ja: 0 }, situations: 2, steps: 2 },
  { description: { en: 0, ja: 0 }, situations: 1, steps: 2 },
  { description: { en: 0, ja: 0 }, situations: 1, steps: 1 },
];
const HALF = 0.5;

/** @returns the first and the last of the sections: rules list those of the lower code first, so both codes are proved */
const shownSources = (sources: Source[]): Source[] => (sources.length < 3 ? sources : [sources[0]!, sources.at(-1)!]);

/**
 * @param text whole sentences
 * @param limit characters
 * @returns the first sentence, and those after it up to the first one that does not fit: none is left out between others
 */
export function leading(text: string, locale: Locale, limit: number): string {
  const [first = '', ...rest] = text.split(locale === 'ja' ? /(?<=。)/ : /(?<=[.?!”]) (?=[A-Z0-9“])/);
  let kept = first;
  for (const next of rest) {
    const longer = locale === 'ja' ? kept + next : `${kept} ${next}`;
    if ([...longer].length > limit) break;
    kept = longer;
  }
  return kept;
}

/**
 * @param comparison what was computed about the pair
 * @param words the language
 * @param content reference tables, for names of causes and header fields
 * @returns the text of the page
 */
export function pairPage(comparison: Comparison, words: Messages, content: Pick<Content, 'reference'>): PairPage {
  let page!: PairPage;
  for (const excerpt of EXCERPTS) {
    page = writePage(comparison, words, content, excerpt);
    if (shareOfCodes(page) < HALF) break;
  }
  return page;
}

/** @returns a person's verdict, or the most telling difference; throws if the pair has neither */
export function pairLead(comparison: Comparison, words: Messages, content: Pick<Content, 'reference'>): Said {
  const { a, b, note, differences } = comparison;
  if (note) return { text: note.text[words.locale].verdict, sources: [] };
  const [first] = differences;
  if (!first)
    throw new Error(`${comparison.key} has no difference; write a note in content/comparisons/${comparison.key}`);
  const speech = { a: a.number, b: b.number, reference: content.reference };
  return { text: words.finding(first, speech), sources: shownSources(first.sources) };
}

/** @returns what a code means; one sentence of the description alone need not say so, the summary does */
const beside = (code: Code, locale: Locale, limit: number): string =>
  limit === 0 ? code.text[locale].summary : leading(code.text[locale].description, locale, limit);

function writePage(
  comparison: Comparison,
  words: Messages,
  content: Pick<Content, 'reference'>,
  excerpt: Excerpt,
): PairPage {
  const { a, b, fork } = comparison;
  const locale: Locale = words.locale;
  const note = comparison.note?.text[locale];
  const speech = { a: a.number, b: b.number, reference: content.reference };
  const computed = comparison.differences.map((finding) => ({
    text: words.finding(finding, speech),
    sources: shownSources(finding.sources),
  }));
  const written = (note?.differences ?? []).map((text) => ({ text, sources: [] }));
  const lead = pairLead(comparison, words, content);
  const rest = note ? [...written, ...computed] : computed.slice(1);
  return {
    lead,
    settledBy: note?.settledBy ?? null,
    sides: [a, b].map((code) => ({
      code,
      description: beside(code, locale, excerpt.description[locale]),
      seenWhen: code.text[locale].seenWhen.slice(0, excerpt.situations),
      howToFix: code.text[locale].howToFix.slice(0, excerpt.steps),
    })),
    differences: rest,
    example: note?.example ?? null,
    common: comparison.shared.map((one) => words.shared(one)),
    together: comparison.together.map((way) => words.together(way, speech)),
    fork: { text: words.fork(fork, speech), sources: [fork.source] },
    network: comparison.network.map((finding) => ({ text: words.finding(finding, speech), sources: finding.sources })),
    received: note?.received ?? words.received(comparison.look, speech),
    toSend: note
      ? [note.toSend]
      : comparison.choice
        ? [a.text[locale].toSend, b.text[locale].toSend]
        : [words.noChoice(speech)],
  };
}

/**
 * @returns the visible main text of the page without ladders and fact table, and how much of it stands on the pages of
 *   the two codes as well
 */
export function pairText(page: PairPage): { own: string[]; fromCodes: string[] } {
  const sides = page.sides.flatMap((side) => [side.description, ...side.seenWhen, ...side.howToFix]);
  const own = [
    page.lead.text,
    page.settledBy ?? '',
    ...page.differences.map(({ text }) => text),
    page.example ?? '',
    ...page.common,
    ...page.together,
    page.fork.text,
    ...page.network.map(({ text }) => text),
    page.received,
    ...page.toSend,
  ].filter(Boolean);
  return { own, fromCodes: sides };
}

/** @returns the share of the page's text, in characters, that stands on the code pages as well, 0 to 1 */
export function shareOfCodes(page: PairPage): number {
  const { own, fromCodes } = pairText(page);
  const length = (texts: string[]) => texts.reduce((sum, text) => sum + text.length, 0);
  return length(fromCodes) / (length(own) + length(fromCodes));
}
