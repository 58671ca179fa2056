import {
  explained,
  joinDigits,
  pairsOf,
  pairsOfTwo,
  readBare,
  readNumber,
  unslip,
  type KnownNumbers,
  type QueryAnswer,
} from './bare.ts';
import { fold } from './fold.ts';
import { BETWEEN, readNames, type CodeWords } from './named-codes.ts';
import { cutSurrounded } from './surroundings.ts';
import { askedTerms } from './tokenize.ts';

/** What queries are read against. All of it is content. */
export interface Known extends KnownNumbers {
  /** Further names of a code: old phrases, variants. */
  names: CodeWords;
  /** Words that mean a code where two are compared. */
  compared: CodeWords;
  /** Q.850 causes, with the codes that RFC 3398 maps them to or from. */
  causes: readonly (readonly [cause: number, codes: readonly number[]])[];
  /** Words of products that show long numbers ending in a code. */
  products: readonly string[];
  /** Words around a number that make it something else than a code, `603+` or `turn 438`, and the page that is meant. */
  pages: readonly (readonly [phrase: string, url: string])[];
  /** RFCs that have a page, and those that another one replaced; the folder of their pages. */
  rfcs: { folder: string; pages: readonly number[]; replaced: readonly (readonly [rfc: number, by: number])[] };
  /** Warn-codes that have an entry, and the page that holds them. */
  warnings: { page: string; codes: readonly number[] };
}

export interface Reading {
  /** Best first; empty where only words can help. */
  answers: QueryAnswer[];
  /** Terms that the answers leave over: what is still to be searched for. */
  rest: string[];
  /** The query in its words, without what only surrounds them: addresses, channels, sequence numbers. */
  words: string;
  /** Whether it has the name of a code. */
  named: boolean;
}

// "cause" alone also means what causes something, so a number that is a code as well is no cause after it.
const CAUSE_SURE =
  /(?:q\.? ?850|isup|isdn|hangup ?(?:cause|原因|理由)|hangupcause|理由表示値?|切断理由|切断原因|原因コード|原因値)\D{0,24}?(\d{1,3})(?!\d)/g;
const CAUSE_LIKELY = /(?:cause|コーズ)(?: ?(?:code|value|number|no\.?|コード|値|番号))? ?[:=#]? ?(\d{1,3})(?!\d)/g;
const CAUSE_AFTER = /(?<!\d)(\d{1,3}) ?\(?(?:q\.? ?850|isup|isdn)/g;
const CLASS = /(?:^|[^0-9a-z])([1-6])(?:xx(?![0-9a-z])|00 ?(?:番台|series|range|class))/g;
const RFC =
  /\brfc[ -]?0*(\d{3,5})(?:[ ,/]*(?:section|sec\.?|chapter|第|§|#)? ?\d{1,2}(?:\.\d{1,2})+\.?| (?:section|§) ?\d{1,2})?/g;
const WARNING =
  /(?:\bwarn(?:ing)?s?[ -]?(?:codes?|header|number|text)?|警告(?:コード|番号)?|warningヘッダ)(?: ?[:=#]| header:?| code)? ?(3\d\d)(?!\d)|(?<!\d)(3\d\d) ?(?:warning|警告)/g;

const squeeze = (text: string) => fold(text).replace(/[^a-z0-9]/g, '');

/**
 * Reads numbers, pairs, classes, causes, RFCs, warn-codes and names out of a query, in any order and wording: `487`, `SIP487`,
 * `302 vs 487`, `487と302の違い`, `4xx`, `48`, `cause 21`, `SIP/2.0 503 Service Unavailable`, `31486`, `rfc 3261`.
 *
 * @param text what was typed, in English or Japanese
 * @returns what it means, and what is left for the index
 */
export function readQuery(text: string, known: Known): Reading {
  const bare = readBare(text, known);
  if (bare) return { answers: bare, rest: [], words: '', named: false };
  let query = unslip(joinDigits(fold(text)))
    .replace(/sips?\/2\.0/g, ' ')
    .replace(/sip ?; ?cause ?=/g, ' ')
    // Constants are named with what they are constants of: AST_CAUSE_USER_BUSY, PJSIP_SC_FORBIDDEN.
    .replace(/\b(?:(?:ast|switch|pri|isup|isdn)_cause|pjsip_sc|sip_status)_/g, '');
  const take = (part: string) => {
    query = query.replace(part, ' '.repeat(part.length));
  };

  const meant = readPages(query, known);
  query = meant.rest;
  const first: QueryAnswer[] = meant.urls.map((url) => ({ kind: 'page', url }));
  for (const [part, number] of query.matchAll(RFC)) {
    first.push(readRfc(Number(number), known));
    take(part);
  }
  // A warn-code explains the response that bears it: the response itself is the better answer.
  const after: QueryAnswer[] = [];
  for (const [part, one, other] of query.matchAll(WARNING)) {
    const code = Number(one ?? other);
    const { page, codes } = known.warnings;
    after.push({ kind: 'page', url: codes.includes(code) ? `${page}#warning-${code}` : page });
    take(part);
  }
  after.push(...readCauses(query, known, take));
  const without = query.replace(/q\.? ?850|(?<![a-z])(?:isup|isdn)(?![a-z])/g, ' ');
  query = /[a-z\u3040-\u9fff]/.test(without) ? without : query.replace(/q\.? ?850/g, ' ');
  for (const [part, digit] of query.matchAll(CLASS)) {
    after.push({ kind: 'class', digit: Number(digit) });
    take(part);
  }
  for (const [part] of query.matchAll(/(?<![a-z0-9])[07-9]xx(?![a-z0-9])/g)) {
    after.push({ kind: 'no-code', number: part });
    take(part);
  }
  for (const [digits] of query.matchAll(/(?<![\w@/.:-])\d{4,}(?![\w@.-])/g)) {
    const { urls } = explained(digits, known);
    if (urls.length === 0) continue;
    const owned = urls.filter((url) => owners(url, known).some((word) => query.includes(word)));
    // Four digits are an extension or a year as well, unless the product is named.
    if (digits.length === 4 && owned.length === 0) continue;
    first.push(...owned.map((url): QueryAnswer => ({ kind: 'page', url })), ...readNumber(digits, known));
    take(digits);
  }

  const cut = cutSurrounded(query, (part, following) => isMeant(part, following, known));
  const { words } = cut;
  query = cut.rest;
  const numbers = readNumbers(query, known);
  for (const { text: written } of numbers) take(written);
  const digits = [...new Set(numbers.map((one) => one.digits))];
  const isCode = (one: string) => known.codes.some((code) => code.number === Number(one));
  const registered = digits.filter(isCode).map(Number);
  const named = readNames(query, known, registered);
  const surely = named.rest.trim() !== '' || cut.rest !== cut.words;
  const rest = surely ? askedTerms(`${named.rest} ${cut.words === cut.rest ? '' : cut.words}`) : [];

  const codes = registered.length > 1 ? registered : [...registered, ...named.codes];
  const compared = registered.length !== 1 || BETWEEN.test(fold(text));
  const numbered: QueryAnswer[] =
    codes.length > 1 && compared
      ? registered.length === 0 && named.groups.length === 2
        ? pairsOfTwo(named.groups[0]!, named.groups[1]!)
        : pairsOf(codes)
      : codes.map((code) => ({ kind: 'code', code }));
  for (const other of digits.filter((one) => !isCode(one))) {
    const read = readNumber(other, known);
    // Among words, a number that cannot be a code is probably a number of something else.
    if (read[0]?.kind !== 'no-code' || (codes.length === 0 && rest.length === 0)) numbered.push(...read);
  }
  for (const code of registered)
    numbered.push(...explained(String(code), known).urls.map((url): QueryAnswer => ({ kind: 'page', url })));
  const seen = new Set<string>();
  const once = (one: QueryAnswer) => !seen.has(JSON.stringify(one)) && seen.add(JSON.stringify(one)) !== undefined;
  return {
    answers: [...first, ...numbered, ...after].filter(once),
    rest,
    words,
    named: named.codes.length > 0 || glossed(query, registered, known),
  };
}

/** Whether a query has the name of the code that it has the number of: `407 proxy authentication required` */
const glossed = (query: string, numbers: readonly number[], { codes }: Known): boolean =>
  codes.some(({ number, phrase }) => numbers.includes(number) && squeeze(query).includes(squeeze(phrase)));

/** The words of the name of a product whose page explains a number */
const owners = (url: string, { numbered }: Known): string[] =>
  fold(numbered.find(([page]) => page === url)?.[1] ?? '')
    .split(' ')
    .filter((word) => /^[a-z0-9]{3,}$/.test(word));

/** An RFC's page, that of the RFC which replaced it, or the overview. */
function readRfc(number: number, { rfcs }: Known): QueryAnswer {
  const by = rfcs.replaced.find(([old]) => old === number)?.[1] ?? number;
  const page = [number, by].find((one) => rfcs.pages.includes(one));
  return page ? { kind: 'page', url: `${rfcs.folder}${page}/` } : { kind: 'no-rfc', number };
}

function readCauses(query: string, known: Known, take: (part: string) => void): QueryAnswer[] {
  const causes = new Map(known.causes);
  const found: QueryAnswer[] = [];
  let left = query;
  for (const pattern of [CAUSE_SURE, CAUSE_LIKELY, CAUSE_AFTER])
    for (const [part, written] of left.matchAll(pattern)) {
      const cause = Number(written);
      const codes = causes.get(cause);
      if (!codes || (pattern === CAUSE_LIKELY && known.codes.some(({ number }) => number === cause))) continue;
      found.push({ kind: 'cause', cause, codes: [...codes] });
      left = left.replace(part, ' '.repeat(part.length));
      take(part);
    }
  return found;
}

/** Whether a query has a word or number by itself */
const has = (query: string, word: string): boolean => new RegExp(`(?<![a-z0-9])${word}(?![a-z0-9])`).test(query);

/** Phrases that settle which page is meant; of each only its code is left in the query, as the second answer. */
function readPages(query: string, known: Known): { urls: string[]; rest: string } {
  const urls = new Set<string>();
  let rest = query;
  const alone = (query.match(/(?<!\d)\d{3,}(?!\d)/g) ?? []).length === 1;
  for (const [phrase, url] of known.pages) {
    // `turn 438`, also with words between: error 438 of the TURN server.
    const [, word, number] = /^([a-z]+) (\d+)$/.exec(phrase) ?? [];
    if (word && number && alone && has(rest, word) && has(rest, number)) {
      urls.add(url);
      continue;
    }
    const at = rest.indexOf(phrase);
    if (at < 0 || /[a-z0-9]$/.test(rest.slice(0, at)) || /^[a-z0-9]/.test(rest.slice(at + phrase.length))) continue;
    urls.add(url);
    const code = /(?<!\d)\d{3}(?!\d)/.exec(phrase)?.[0] ?? '';
    rest = `${rest.slice(0, at)} ${code} ${rest.slice(at + phrase.length)}`;
  }
  return { urls: [...urls], rest };
}

/** `user 404 not found`, `dial 911`: the number is a code all the same, or a name of one. */
function isMeant(part: string, following: string, known: Known): boolean {
  const digits = /\d{3}(?=['"]?$)/.exec(part)?.[0];
  if (!digits) return false;
  if (known.meant.some(([number]) => number === digits)) return true;
  const phrase = known.codes.find(({ number }) => number === Number(digits))?.phrase;
  return phrase !== undefined && squeeze(following).startsWith(squeeze(phrase.split(/[ /]/).slice(0, 2).join(' ')));
}

/** Three digits by themselves, or the last three of a long number that a product shows. */
function readNumbers(query: string, known: Known): { digits: string; text: string }[] {
  const found: { digits: string; text: string }[] = [];
  for (const match of query.matchAll(/\d+/g)) {
    const written = match[0];
    const before = query.slice(0, match.index);
    const after = query.slice(match.index + written.length);
    const registered = (one: string) => known.codes.find(({ number }) => number === Number(one));
    if (written.length > 3) {
      const tail = written.slice(-3);
      const product = written.length > 4 && known.products.some((word) => query.includes(word));
      if (registered(tail) && product) found.push({ digits: tail, text: written });
      continue;
    }
    if (written.length < 3) continue;
    // h323, g.711, x5u and 100rel are no codes; sip487, error503 and 200ok are.
    const glued = /([a-z]+)$/.exec(before)?.[1];
    if (glued && glued.length < 3 && glued !== 'vs') continue;
    if (/(?:^|[^a-z])(?!sip)[a-z]+\.$|\d\.$|\w_$/.test(before) || /^\.\d|^_/.test(after)) continue;
    const tail = /^[a-z]+/.exec(after)?.[0];
    const phrase = registered(written)?.phrase;
    if (tail && !/^(?:vs|or|and)/.test(tail) && !(phrase && squeeze(phrase).startsWith(tail))) continue;
    found.push({ digits: written, text: written });
  }
  return found;
}
