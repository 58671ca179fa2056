import type { Messages } from '../i18n/index.ts';
import type { SentenceContext } from '../i18n/compare/clauses/en.ts';
import { leadingStep, type Comparison } from '../model/compare/compare.ts';
import type { Finding, Shared } from '../model/compare/findings.ts';
import type { Side } from '../model/facts/fork.ts';
import type { FactKey } from '../model/facts/rows.ts';
import type { Code, Content } from '../schema/content.ts';
import { joined, locales, sentencesOf, type Locale } from '../locales.ts';
import type { Source } from '../schema/index.ts';

/** A sentence with the sections that prove it, and the mark of what is our judgement in it. */
export interface Sentence {
  text: string;
  sources: Source[];
  mark?: string;
}

/** What a comparison says of a language. */
export type PairWords = Pick<
  Messages,
  'locale' | 'finding' | 'meanings' | 'brief' | 'shared' | 'together' | 'fork' | 'received' | 'noChoice'
> & { ui: Pick<Messages['ui'], 'judgement' | 'judgementOn'> };

/** Everything that a comparison page says in one language, in the order of the page; the template only shows it. */
export interface PairPage {
  /** What answers the question: a person's verdict, or what both codes mean and, as a sentence of its own, the step that differs. */
  lead: Sentence[];
  /** The beginning of the page for search engines, best first. */
  opening: string[];
  /** What settles it, where a person wrote it. */
  settledBy: string | null;
  sides: { code: Code; description: string; seenWhen: string[]; howToFix: string[] }[];
  differences: Sentence[];
  /** The sections that define both codes, where a difference rests on them: they are cited once for all. */
  definedIn: Source[];
  example: string | null;
  /** What both share beyond the equal rows of the table. */
  common: Sentence[];
  together: Sentence[];
  fork: Sentence;
  network: Sentence[];
  received: string;
  toSend: string[];
}

/** How much of a code is shown next to another one; the rest is a link away. */
interface Excerpt {
  /** The description, at a length that the language sets: its first sentence always, further ones while they fit. */
  description: 'long' | 'short' | 'summary instead';
  situations: number;
  steps: number;
}
/** Tried in turn until less than half of the page's text is also on the code pages. */
const EXCERPTS: readonly Excerpt[] = [
  { description: 'long', situations: 2, steps: 3 },
  { description: 'short', situations: 2, steps: 3 },
  { description: 'summary instead', situations: 2, steps: 3 },
  { description: 'summary instead', situations: 2, steps: 2 },
  { description: 'summary instead', situations: 1, steps: 2 },
  { description: 'summary instead', situations: 1, steps: 1 },
];
const HALF = 0.5;

/** How a sentence is marked that is our judgement on one of the codes or on both; undefined where it is not ours */
function markOf(
  judged: readonly Side[],
  { a, b }: Pick<Comparison, 'a' | 'b'>,
  { ui }: Pick<PairWords, 'ui'>,
): string | undefined {
  if (judged.length === 0) return undefined;
  return judged.length === 2 ? ui.judgement : ui.judgementOn((judged[0] === 'a' ? a : b).number);
}

/** The sentence of a finding, with the sections of each half */
function sayFinding(finding: Finding, comparison: Comparison, words: PairWords, speech: SentenceContext): Sentence {
  const { a, b } = finding.sources;
  return {
    text: words.finding(finding, speech),
    sources: [...new Set([...a, ...b])],
    mark: markOf(finding.judged, comparison, words),
  };
}

/**
 * @param text whole sentences
 * @param limit characters
 * @returns the first sentence, and those after it up to the first one that does not fit: none is left out between others
 */
export function leading(text: string, locale: Locale, limit: number): string {
  const [first = '', ...rest] = sentencesOf(text, locale);
  let kept = first;
  for (const next of rest) {
    const longer = kept + locales[locale].sentenceJoint + next;
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
export function pairPage(comparison: Comparison, words: PairWords, content: Pick<Content, 'reference'>): PairPage {
  let page!: PairPage;
  for (const excerpt of EXCERPTS) {
    page = writePage(comparison, words, content, excerpt);
    if (shareOfCodes(page) < HALF) break;
  }
  return page;
}

/** The sections that define both codes */
const definitionsOf = ({ a, b }: Comparison): Source[] => [...new Set([a.definedIn, b.definedIn])];

const speechOf = ({ a, b }: Comparison, { reference }: Pick<Content, 'reference'>): SentenceContext => ({
  a: a.number,
  b: b.number,
  reference,
});

/** The sections behind what both codes mean */
const meaningsIn = ({ a, b }: Comparison): Source[] => [
  ...new Set([a, b].flatMap((code) => code.meansIn ?? [code.definedIn])),
];

/** A person's verdict; without one what both codes mean, by their definitions, and the step that differs */
export function pairLead(comparison: Comparison, words: PairWords, content: Pick<Content, 'reference'>): Sentence[] {
  const { a, b, note } = comparison;
  const { locale } = words;
  if (note) return [{ text: note.text[locale].verdict, sources: [] }];
  const speech = speechOf(comparison, content);
  const meaning: Sentence = {
    text: words.meanings({ a: a.text[locale].means, b: b.text[locale].means }, speech),
    sources: meaningsIn(comparison),
  };
  const step = leadingStep(comparison);
  return step ? [meaning, sayFinding(step, comparison, words, speech)] : [meaning];
}

/** The lead as plain text */
export const leadText = (lead: readonly Sentence[], locale: Locale): string =>
  joined(
    locale,
    lead.map(({ text }) => text),
  );

/** The row of the table that says the same as a shared fact, where both values are equal. */
const ROW_OF: Partial<Record<Shared['kind'], FactKey>> = {
  final: 'class',
  provisional: 'class',
  decision: 'decidedBy',
  next: 'next',
  reach: 'reach',
  detail: 'detail',
  'mid-call': 'dialog',
  subscription: 'dialog',
  dialog: 'dialog',
  senders: 'sentBy',
  method: 'methods',
  'any-method': 'methods',
  counting: 'metrics',
};

/** A sentence without the sections that are cited elsewhere for it */
const without = (one: Sentence, cited: readonly Source[]): Sentence => ({
  ...one,
  sources: one.sources.filter((source) => !cited.includes(source)),
});

/** What a code means; one sentence of the description alone need not say so, the summary does */
function besideText({ text }: Code, locale: Locale, length: Excerpt['description']): string {
  const [long, short] = locales[locale].limits.excerpts;
  if (length === 'summary instead') return text[locale].summary;
  return leading(text[locale].description, locale, length === 'long' ? long : short);
}

function writePage(
  comparison: Comparison,
  words: PairWords,
  content: Pick<Content, 'reference'>,
  excerpt: Excerpt,
): PairPage {
  const { a, b, fork } = comparison;
  const locale: Locale = words.locale;
  const note = comparison.note?.text[locale];
  const speech = speechOf(comparison, content);
  const say = (finding: Finding) => sayFinding(finding, comparison, words, speech);
  const written = (note?.differences ?? []).map((text) => ({ text, sources: [] }));
  const lead = pairLead(comparison, words, content);
  // What the lead says is not said again.
  const step = note ? null : leadingStep(comparison);
  const rest = (findings: Finding[]) => findings.filter((finding) => finding !== step).map(say);
  const differences = rest(comparison.differences);
  const definitions = definitionsOf(comparison);
  const means = { a: a.text[locale].means, b: b.text[locale].means };
  return {
    lead,
    opening: note ? [note.verdict] : [words.brief(means, speech), ...(step ? [words.finding(step, speech)] : [])],
    settledBy: note?.settledBy ?? null,
    sides: [a, b].map((code) => ({
      code,
      description: besideText(code, locale, excerpt.description),
      seenWhen: code.text[locale].seenWhen.slice(0, excerpt.situations),
      howToFix: code.text[locale].howToFix.slice(0, excerpt.steps),
    })),
    differences: [...written, ...differences.map((one) => without(one, definitions))],
    definedIn: definitions.filter((cited) => differences.some(({ sources }) => sources.includes(cited))),
    example: note?.example ?? null,
    common: comparison.shared
      .filter(({ kind }) => !comparison.rows.some(({ key, equal }) => equal && key === ROW_OF[kind]))
      .map((one) => ({
        text: words.shared(one),
        sources: one.sources,
        mark: markOf(one.judged, comparison, words),
      })),
    together: comparison.together.map((way) => ({
      text: words.together(way, speech),
      sources: [],
      // The final response of the two is the higher one; that its test comes before the ringing is no text's.
      mark:
        way.way === 'provisional-elsewhere' && b.judgement.includes('beforeAlerting')
          ? markOf(['b'], comparison, words)
          : undefined,
    })),
    fork: { text: words.fork(fork, speech), sources: fork.sources, mark: markOf(fork.judged, comparison, words) },
    network: rest(comparison.network),
    received: note?.received ?? words.received(comparison.look, speech),
    toSend: note
      ? [note.toSend]
      : comparison.choice
        ? [a.text[locale].toSend, b.text[locale].toSend]
        : [words.noChoice(speech)],
  };
}

/**
 * The visible main text of the page without ladders and fact table, and how much of it is also on the pages of
 *   the two codes as well
 */
export function pairText(page: PairPage): { own: string[]; fromCodes: string[] } {
  const sides = page.sides.flatMap((side) => [side.description, ...side.seenWhen, ...side.howToFix]);
  const own = [
    ...page.lead.map(({ text }) => text),
    page.settledBy ?? '',
    ...page.differences.map(({ text }) => text),
    page.example ?? '',
    ...page.common.map(({ text }) => text),
    ...page.together.map(({ text }) => text),
    page.fork.text,
    ...page.network.map(({ text }) => text),
    page.received,
    ...page.toSend,
  ].filter(Boolean);
  return { own, fromCodes: sides };
}

/** The share of the page's text, in characters, that is also on the code pages, 0 to 1 */
export function shareOfCodes(page: PairPage): number {
  const { own, fromCodes } = pairText(page);
  const length = (texts: string[]) => texts.reduce((sum, text) => sum + text.length, 0);
  return length(fromCodes) / (length(own) + length(fromCodes));
}
