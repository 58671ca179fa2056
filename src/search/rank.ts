import { pairsOf, type QueryAnswer } from './bare.ts';
import type { Subject } from './directory.ts';
import { fold } from './fold.ts';
import { BETWEEN, comparedCode, told } from './named-codes.ts';
import { intentOf, type Intent } from './order.ts';
import type { Known, Reading } from './query.ts';
import { matchWords, type WordMatch } from './rank-words.ts';
import { askedTerms, compound, holdsCompound, terms } from './tokenize.ts';
import type { WordIndex } from './word-index.ts';

/** How many of the matches are worth showing: those near the best one. */
const NEAR = 0.25;
/**
 * How much of a query a page must hold to be a match and not a partial one: of one or two words more than the half, because 認証局
 * is not on a page about 認証; of a sentence a good part.
 */
const HELD = { words: 0.5, sentence: 0.3 } as const;
/** How much of one half of "A or B" a code must hold, and how many words such a half has. */
const HALF = { held: 0.55, words: 4 } as const;
/** How many words each of two things has that "and" joins. */
const AND = 2;
/** How much of a complaint that names a code a symptom must hold to come before the code. */
const SURE = 0.5;
/** How many words a line of a log has, and how rare the words of a name in it are together. */
const LINE = { words: 7, said: 9 } as const;
/** How much of it the page of the code may hold where nothing says that it is a complaint. */
const MUCH = 0.7;
/** How much of its other words the symptom must hold, as it has the number anyway. */
const WORDS = 0.25;
/** How many times as well as the code a product or service must match to be meant where it is not named in full. */
const FAR = 2;
/** How near the best match it must be. */
const CLOSE = 0.6;

/** How much of a query the best match must hold to be enough alone, or in a list without any of its names in it; how many answers are a list. */
const ALMOST_ALL = 0.8;
const ALL = 0.95;
const ENOUGH = 3;

/**
 * The page of a constant or setting in a query, if one has it as a name: CHAN_NOT_IMPLEMENTED is a cause and no 501. A cause comes
 * before what a product does with one, and that before other sections.
 */
function known(words: string, index: WordIndex, intent: Intent, subjects: readonly Subject[]): WordMatch | undefined {
  const found = [...fold(words).matchAll(/[a-z0-9]+(?:_[a-z0-9]+)+/g)].flatMap(([constant]) => {
    const matches = matchWords(constant, index, intent);
    const written = matches.filter(({ page }) => index.holds[page]!.has(terms(constant).at(-1)!));
    // Or by a name that has its words, in the same order or another: MANDATORY_IE_MISSING.
    return written.length > 0 ? written : matches.filter(({ said, covered }) => said > 0 && covered >= SURE);
  });
  const isCoded = ({ page }: WordMatch) => {
    const subject = subjects[page]!;
    return 'page' in subject && /#c\d{3}$/.test(subject.page);
  };
  return found.find(({ page }) => index.pages[page]!.kind === 'cause') ?? found.find(isCoded) ?? found[0];
}

/** Whether a page is about a cause that the words have the number of */
const isCause = (subject: Subject, words: string): boolean => {
  const number = 'page' in subject && /\/q850\/(\d+)\/$/.exec(subject.page)?.[1];
  return typeof number === 'string' && new RegExp(`(?<![\\d.])${number}(?![\\d.])`).test(fold(words));
};

/**
 * The matches of a line of a log: most of its words say nothing here, so a name in it counts that it has in full, such as
 * USER_NOT_REGISTERED or "no matching endpoint found".
 */
function inLine({ rest }: Reading, matches: WordMatch[]): WordMatch[] {
  const [best] = matches;
  if (!best || rest.length < LINE.words || best.covered >= SURE) return matches;
  const said = matches.filter((match) => match.said >= LINE.said).sort((one, other) => other.said - one.said);
  return [...said.map((match) => ({ ...match, covered: SURE, score: Math.max(match.score, best.score) })), ...matches];
}

/** Whether a text is a line of a message with that header field: `Via: SIP/2.0/UDP …` */
const isLine = (text: string, names: readonly string[]): boolean =>
  names.some((name) => fold(text).startsWith(`${fold(name)}:`));

const OWNED: readonly string[] = ['product', 'entry', 'context'];
const isAbout = (subject: Subject, code: number): boolean => 'symptom' in subject && subject.codes.includes(code);
const isCode = (subject: Subject, code: number): boolean => 'code' in subject && subject.code === code;

/** Everything that can be answered without Pagefind. */
export interface Ranked {
  /** Without repetition, best first. */
  answers: QueryAnswer[];
  /** Pages that share only pieces of words with the query. */
  partial: QueryAnswer[];
  /** Whether the names and keywords answer the query so well that the whole text has nothing better. */
  sure: boolean;
}

/** The codes that the two halves of "A vs B" mean, where each half means one; one code if both mean the same */
function halves(
  query: string,
  index: WordIndex,
  subjects: readonly Subject[],
  known: readonly number[],
  compared: Known['compared'],
): number[] {
  // "over and over" compares nothing.
  const text = fold(query).replace(/\b(\w+) and \1\b/g, ' ');
  const asked = (part: string) => askedTerms(part).length > 0;
  const differ = /違い|どちら|どっち|which one/.test(text);
  const both = text.replace(
    /(?:の違い|違い|どちら|どっち|difference|between|which one|,? how (?:do|can|to)\b).*$|^.*\bbetween\b/g,
    ' ',
  );
  const split = both.split(BETWEEN).filter(asked);
  // 話中 圏外 どっち: where it is asked which of them, a space alone divides them, and と before any word.
  const parts = split.length === 1 && differ ? both.split(/ |と(?!き)/).filter(asked) : split;
  if (parts.length !== 2) return [];
  // ソフトフォンが登録できない IDとパスワード: a sentence is compared with nothing.
  if (!differ && parts.some((part) => /[^\u3040-\u309f][がをは]./.test(part))) return [];
  // "number exists and works from my mobile": an "and" joins whole sentences too.
  if (!differ && / and /.test(both) && parts.some((part) => askedTerms(part).length > AND)) return [];
  const codes = parts.map((written) => {
    const part = told(written.trim().replace(/か$/, ''));
    const number = known.find((code) => new RegExp(`(?<!\\d)${code}(?!\\d)`).test(part));
    if (number) return number;
    if (!asked(part)) return null;
    if (part.split(/\s+/).filter(Boolean).length > HALF.words || part.length > 30) return null;
    const meant = comparedCode(part, compared);
    if (meant) return meant;
    const [best] = matchWords(part, index, 'code', ['code']);
    const subject = best && best.covered >= HALF.held ? subjects[best.page]! : null;
    return subject && 'code' in subject ? subject.code : null;
  });
  const found = [...new Set(codes)].filter((code) => code !== null);
  // "overload or congestion" are one code.
  return found.length === 2 || codes[0] === codes[1] ? found : [];
}

/**
 * Puts what was recognised and what the words mean into one list.
 *
 * @param index the pages of `searchPages`, or null as long as only numbers and names are known
 * @param subjects what those pages are about, in their order
 * @param compared words that mean a code where two are compared
 */
export function rank(
  query: string,
  reading: Reading,
  index: WordIndex | null,
  subjects: readonly Subject[],
  compared: Known['compared'] = [],
): Ranked {
  const answers = [...reading.answers];
  if (!index || reading.rest.length === 0) return { answers, partial: [], sure: true };
  const intent = intentOf(index.plain(query));
  const matches = inLine(reading, matchWords(reading.words, index, intent));
  const numbers = answers.flatMap((answer) => (answer.kind === 'code' ? [answer.code] : []));
  const paired = answers.some(({ kind }) => kind === 'pair');
  const answer = ({ page }: WordMatch): QueryAnswer => {
    const subject = subjects[page]!;
    if ('code' in subject) return { kind: 'code', code: subject.code };
    if ('page' in subject) return { kind: 'page', url: subject.page };
    return { kind: 'symptom', name: subject.symptom };
  };
  const inQuery = new Set(askedTerms(index.plain(reading.words)));
  const kindOf = (page: number) => index.pages[page]!.kind;
  const [best] = matches;
  const both = paired ? [] : halves(reading.words, index, subjects, numbers, compared);
  answers.unshift(...pairsOf(both));
  const identified = known(reading.words, index, intent, subjects);
  if (identified) answers.unshift(answer(identified));
  const header = matches.find(
    ({ page, named, covered }) =>
      kindOf(page) === 'header' && named && (covered >= SURE || isLine(query, index.pages[page]!.names)),
  );
  if (header && (intent === 'header' || (answers.length === 0 && isLine(query, index.pages[header.page]!.names))))
    answers.unshift(answer(header));
  // A number of a cause with words of its name: 回線なし 34.
  const cause = matches.find((match) => match.covered >= SURE && isCause(subjects[match.page]!, reading.words));
  if (cause && answers[0]?.kind !== 'page' && answers[0]?.kind !== 'no-rfc') answers.unshift(answer(cause));
  // One number and words that mean another code.
  const [number] = numbers;
  const [other] = numbers.length === 1 && !paired ? matchWords(reading.words, index, 'code', ['code']) : [];
  const subject = other && other.covered >= HALF.held ? subjects[other.page]! : null;
  const meant = subject && 'code' in subject && subject.code !== number ? subject.code : null;
  if (both.length !== 2 && best && numbers.length === 1 && answers[0]?.kind === 'code' && reading.rest.length > 1) {
    // A complaint that names a code: the symptom says what to do about that code.
    const symptom = matches.find(({ page }) => isAbout(subjects[page]!, number!));
    // Without the number, which each symptom of it has.
    const alone = matchWords(reading.words.replace(String(number), ' '), index, intent, ['symptom']);
    const words = alone.find(({ page }) => page === symptom?.page)?.covered ?? 0;
    const least = reading.named ? ALMOST_ALL : SURE;
    const near = symptom && symptom.score >= best.score * CLOSE && symptom.covered >= least && words >= WORDS;
    const own = matches.find(({ page }) => isCode(subjects[page]!, number!));
    const surely =
      intent === 'open' &&
      !reading.named &&
      !meant &&
      symptom === best &&
      best.covered >= ALMOST_ALL &&
      (own?.covered ?? 0) < MUCH;
    // What one product or service means by a code: where it is named and nothing else, where its own text is written out, or where
    // far more of the words are its own than the code's.
    const isOf = ({ page }: WordMatch) =>
      index.holds[page]!.has(String(number)) && reading.words.includes(String(number));
    const isNamed = ({ page }: WordMatch) =>
      kindOf(page) === 'context' || index.owners[page]!.some((owner) => owner.every((term) => inQuery.has(term)));
    const owned = matches.find(
      (match) =>
        OWNED.includes(kindOf(match.page)) &&
        ((match.said >= LINE.said && match.covered >= Math.max(MUCH, own?.covered ?? 0)) ||
          (match.covered >= ALL && isNamed(match) && isOf(match)) ||
          (match === best &&
            kindOf(match.page) === 'context' &&
            match.named &&
            isOf(match) &&
            match.score >= FAR * (own?.score ?? 0))),
    );
    if (owned && !(symptom?.named && symptom.score > owned.score * CLOSE)) answers.unshift(answer(owned));
    else if (near && (intent === 'complaint' || surely)) answers.unshift(answer(symptom));
  }
  // The pair of both codes comes right after the number.
  if (meant) answers.push(pairsOf([number!, meant])[0]!);

  const least = askedTerms(index.plain(reading.words)).length > 2 ? HELD.sentence : HELD.words;
  const near = matches.filter(({ score }) => score >= best!.score * NEAR);
  // A Japanese compound is one word: 平均 of 移動平均 is another one, and ルーティング is not セッティング. Where a page has all of it,
  // one with the words that it is made of matches in part.
  const runs = compound(index.plain(reading.words));
  const held = ({ page }: WordMatch) => (runs ? holdsCompound(runs, index.holds[page]!) : 'whole');
  const wanted = near.some((match) => held(match) === 'whole') ? ['whole'] : ['whole', 'words'];
  // What the words of a constant mean that no page has is another thing, unless a product has others with its words.
  const unknown = !identified && /^\s*[a-z0-9]+(?:_[a-z0-9]+)+\s*$/.test(fold(reading.words));
  const partial: QueryAnswer[] = [];
  for (const match of near)
    (match.covered >= least && wanted.includes(held(match)) && (!unknown || kindOf(match.page) === 'product')
      ? answers
      : partial
    ).push(answer(match));
  const seen = new Set<string>();
  const once = (one: QueryAnswer) => !seen.has(JSON.stringify(one)) && seen.add(JSON.stringify(one)) !== undefined;
  return {
    answers: answers.filter(once),
    partial: partial.filter(once),
    sure:
      best !== undefined &&
      answers.length >= ENOUGH &&
      (both.length === 2 || (best.named && best.covered >= SURE) || best.covered >= ALMOST_ALL),
  };
}
