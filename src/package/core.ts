import type { Messages } from '../i18n/index.ts';
import type { Locale } from '../locales.ts';
import { comparePair, pairUpdated, type Comparison as Compared, type Tier } from '../model/compare/compare.ts';
import { forkSet } from '../model/facts/fork-set.ts';
import { codesFor, sipFor } from '../model/facts/q850.ts';
import { factRows } from '../model/facts/rows.ts';
import { ladderSequence, sequenceText } from '../model/ladder/ladder.ts';
import { parseSource } from '../schema/citation.ts';
import type { Code, Content, PairNote } from '../schema/content.ts';
import { knownNames } from '../search/known.ts';
import { readQuery } from '../search/query.ts';
import { pairPage, type PairWords, type Sentence } from '../site/pair-page.ts';
import { languageOf, own } from './language.ts';
import type * as Api from './types.ts';

// What the package answers, by the functions that make the pages: data and words of each language in, functions out.

/** What needs no language. */
export interface Facts {
  codes: Omit<Code, 'text'>[];
  notes: [key: string, facts: Omit<PairNote, 'text'>][];
  /** Tiers of all pairs, in their order, a digit each: what makes one telling is known from all of them together. */
  tiers: string;
  products: Omit<Api.ProductTables, 'url'>[];
  /** Address of the site, with the base path and "/" at the end. */
  site: string;
}

/** What is in one language: the reference tables have its texts alone. */
export interface Texts {
  codes: Omit<Code['text'][Locale], 'nature' | 'producedBy' | 'askFor'>[];
  notes: Omit<PairNote['text'][Locale], 'settledBy' | 'example'>[];
  reference: Content['reference'];
  /** Path of the pages of the language: empty, or `ja/`. */
  prefix: string;
}

/** What the package says in a language. */
export type CoreWords = PairWords & Pick<Messages, 'labels' | 'steps' | 'fact'>;

/** Data and words of a language. */
export interface Language {
  texts: Texts;
  words: CoreWords;
}

interface Loaded extends Language {
  content: Content;
}

function contentOf(facts: Facts, { texts, words: { locale } }: Language): Content {
  const codes = facts.codes.map((code, index) => ({ ...code, text: { [locale]: texts.codes[index] } }) as Code);
  return {
    codes,
    byNumber: new Map(codes.map((code) => [code.number, code])),
    notes: new Map(
      facts.notes.map(([key, note], index) => [key, { ...note, text: { [locale]: texts.notes[index] } } as PairNote]),
    ),
    symptoms: [],
    contexts: [],
    reference: texts.reference,
  };
}

/** A citation with the address of its section at the RFC Editor */
export function sourceOf(cited: string): Api.Source {
  const { rfc, section } = parseSource(cited);
  const anchor = /^[A-Z]/.test(section) ? 'appendix' : 'section';
  return { text: cited, url: `https://www.rfc-editor.org/rfc/rfc${rfc}#${anchor}-${section}` };
}
const sourcesOf = (cited: readonly string[]): Api.Source[] => cited.map(sourceOf);
const statement = ({ text, sources, mark }: Sentence): Api.Statement => ({
  text,
  sources: sourcesOf(sources),
  judgement: mark ?? null,
});

/**
 * Makes the functions of an entry of the package.
 *
 * @param facts of all codes and pairs
 * @param languages those of the entry, the one that is meant without a name first
 * @returns functions that need no `this`; those that take a language throw a RangeError for one that the entry lacks
 */
export function makeCore(facts: Facts, languages: readonly Language[]): Api.Core {
  const loaded = new Map<Locale, Loaded>();
  function of(locale?: Locale): Loaded {
    const language = languageOf(languages, locale);
    const known = loaded.get(language.words.locale);
    if (known) return known;
    const made = { ...language, content: contentOf(facts, language) };
    loaded.set(language.words.locale, made);
    return made;
  }

  const address = ({ texts }: Loaded, path: string): string => `${facts.site}${texts.prefix}${path}`;
  const line = ({ words: { locale } }: Loaded, code: Code): Api.CodeLine => ({
    code: code.number,
    phrase: code.phrase,
    gloss: code.text[locale].gloss ?? null,
    class: code.responseClass,
    final: code.final,
    deprecated: code.deprecated ?? false,
    nature: code.nature,
    summary: code.text[locale].summary,
  });

  function describe(number: number, locale?: Locale): Api.CoreDescription | null {
    const language = of(locale);
    const { content, words } = language;
    const code = content.byNumber.get(number);
    if (!code) return null;
    const text = code.text[words.locale];
    const sequence = ladderSequence(code.ladder, words.labels, (other) => content.byNumber.get(other));
    return {
      ...line(language, code),
      description: text.description,
      seenWhen: text.seenWhen,
      howToFix: text.howToFix,
      toSend: text.toSend,
      facts: factRows(code, content).map((row) => ({
        key: row.key,
        ...words.fact(row, content.reference),
        sources: sourcesOf(row.sources),
        judgement: row.judgement,
      })),
      headers: code.headers.map(({ name, level, when, source }) => ({
        name,
        level,
        when: when ? words.labels.condition[when] : null,
        sources: sourcesOf(source),
      })),
      confusedWith: code.confused,
      ladder: sequenceText(sequence, words.steps),
      sources: sourcesOf([...new Set([code.definedIn, ...code.alsoIn, ...code.updatedBy])]),
      reviewed: code.reviewed,
      updated: code.updated,
      url: address(language, `sip/${number}/`),
    };
  }

  /** Position of a pair among all, in the order in which `compareAll` makes them. */
  function tierOf(a: Code, b: Code, codes: Code[]): Tier {
    const [left, right] = [codes.indexOf(a), codes.indexOf(b)];
    const before = left * codes.length - (left * (left + 1)) / 2;
    return Number(facts.tiers[before + right - left - 1]) as Tier;
  }

  function compare(one: number, other: number, locale?: Locale): Api.CoreComparison | null {
    const language = of(locale);
    const { content } = language;
    const [a, b] = (one < other ? [one, other] : [other, one]).map((number) => content.byNumber.get(number));
    if (!a || !b || a === b) return null;
    const compared = comparePair(a, b, content, tierOf(a, b, content.codes));
    return told(compared, language);
  }

  function told(compared: Compared, language: Loaded): Api.CoreComparison {
    const { a, b, tier, note, fork } = compared;
    const page = pairPage(compared, language.words, language.content);
    return {
      a: a.number,
      b: b.number,
      tier,
      lead: page.lead.map(statement),
      differences: page.differences.map(statement),
      common: page.common.map(statement),
      together: page.together.map(statement),
      fork: { ...statement(page.fork), winner: fork.winner, sent: fork.sent },
      network: page.network.map(statement),
      received: page.received,
      toSend: page.toSend,
      sources: sourcesOf([...new Set([...page.definedIn, ...(note?.sources ?? [])])]),
      updated: pairUpdated(compared),
      url: address(language, `sip/${compared.key}/`),
    };
  }

  const causeOf = (language: Loaded, row: Content['reference']['q850']['causes'][number]): Api.Cause => {
    const { content, words } = language;
    const sip = sipFor(row.cause, content);
    return {
      cause: row.cause,
      name: row.name[words.locale],
      meaning: row.meaning[words.locale],
      trunk: row.trunk[words.locale],
      sip: sip.kind === 'none' ? null : sip.code,
      codes: codesFor(row.cause, content),
      url: address(language, `q850/${row.cause}/`),
    };
  };

  return {
    languages: Object.freeze(languages.map(({ words }) => words.locale)),
    codes: (locale) => {
      const language = of(locale);
      return language.content.codes.map((code) => line(language, code));
    },
    describe: own(describe),
    compare: own(compare),
    query: own((text: string, locale?: Locale) => {
      const { content, words } = of(locale);
      const codes = content.codes.map(({ number, phrase, text: { [words.locale]: own } }) => ({
        number,
        phrase,
        gloss: own.gloss ?? '',
      }));
      // Pages, those of RFCs too, and symptoms are of the site alone: nothing of them is handed in.
      const pages = {
        pages: [],
        numbered: [],
        rfcs: { folder: '', pages: [], replaced: [] },
        warnings: { page: '', codes: [] },
      };
      const { answers, rest } = readQuery(text, { ...knownNames(content), codes, meant: [], ...pages });
      const ours = answers.filter(({ kind }) => kind !== 'page' && kind !== 'symptom' && kind !== 'no-rfc');
      return { answers: ours as Api.QueryAnswer[], rest };
    }),
    forkOutcome: (codes) => {
      const { content } = of();
      const known = codes.map((number) => {
        const code = content.byNumber.get(number);
        if (!code) throw new RangeError(`codes has ${String(number)}; expected registered response codes`);
        return code;
      });
      const { sources, ...outcome } = forkSet(known);
      return { ...outcome, sources: sourcesOf(sources) };
    },
    causes: own((locale?: Locale) => {
      const language = of(locale);
      return language.content.reference.q850.causes.map((row) => causeOf(language, row));
    }),
    cause: own((cause: number, locale?: Locale) => {
      const language = of(locale);
      const row = language.content.reference.q850.causes.find((one) => one.cause === cause);
      return row ? causeOf(language, row) : null;
    }),
    products: own(() => facts.products.map((one) => ({ ...one, url: `${facts.site}vendors/${one.id}/` }))),
  };
}
