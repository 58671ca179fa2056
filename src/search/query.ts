import { askedTerms, fold } from './tokenize.ts';

/** What a reader's query means before any index is asked. Numbers are always the lower first in a pair. */
export type QueryAnswer =
  | { kind: 'code'; code: number }
  | { kind: 'pair'; a: number; b: number }
  /** A page of a symptom, by its name in the address. */
  | { kind: 'symptom'; name: string }
  /** A page or a part of it that is found by its names, by its address. */
  | { kind: 'page'; url: string }
  | { kind: 'class'; digit: number }
  | { kind: 'prefix'; codes: number[] }
  /** A Q.850 cause; `codes` as RFC 3398 maps it, first what a gateway makes of it. */
  | { kind: 'cause'; cause: number; codes: number[] }
  /** Not registered; a client treats it as `as` (RFC 3261 §8.1.3.2). */
  | { kind: 'unknown-code'; code: number; digit: number; as: number }
  /** Three digits that cannot be a response code: the first digit is 1 to 6 (RFC 3261 §7.2). */
  | { kind: 'no-code'; number: string };

/** What is known of a code where no content can be read: in the browser. */
export interface KnownCode {
  number: number;
  phrase: string;
  gloss: string;
}

/** What queries are read against. All of it is content. */
export interface Known {
  codes: readonly KnownCode[];
  /** Further names of a code: old phrases, variants, numbers that mean something else. */
  names: readonly (readonly [name: string, code: number])[];
  /** Q.850 causes, with the codes that RFC 3398 maps them to or from. */
  causes: readonly (readonly [cause: number, codes: readonly number[]])[];
  /** Products that show long numbers ending in a code: their word, and such a number with # for the code's digits. */
  products: readonly (readonly [word: string, form: string])[];
  /** Words around a number that make it something else than a code, `603+` or `turn 438`, and the page that is meant. */
  pages: readonly (readonly [phrase: string, url: string])[];
}

export interface Reading {
  /** Best first; empty where only words can help. */
  answers: QueryAnswer[];
  /** Terms that the answers leave over: what is still to be searched for. */
  rest: string[];
}

// "cause" alone also means what causes something, so a number that is a code as well is no cause after it.
const CAUSE_SURE =
  /(?:q\.? ?850|isup|isdn|hangup ?cause|理由表示値?|切断理由|切断原因|原因コード|原因値)\D{0,24}?(\d{1,3})(?!\d)/g;
const CAUSE_LIKELY = /(?:cause|コーズ)(?: ?(?:code|value|number|no\.?|コード|値|番号))? ?[:=#]? ?(\d{1,3})(?!\d)/g;
const CAUSE_AFTER = /(?<!\d)(\d{1,3}) ?\(?(?:q\.? ?850|isup|isdn)/g;
const CLASS = /(?:^|[^0-9a-z])([1-6])(?:xx(?![0-9a-z])|00 ?(?:番台|series|range|class))/g;
/** Quantities, not codes: 180 seconds, 200 ms, 100 calls. */
const UNIT = /^ ?(?:ms|msec|sec|seconds?|minutes?|s|kbps|bytes?|calls|users|%|ミリ秒|秒|分|台|件|回|人|円)(?![a-z])/;
/** Words between two names that make them a pair. */
const BETWEEN = /(?:^| )(?:vs|versus|or|and|difference|compare)(?: |$)|[とか、]|違い|比較/;

const known3 = (known: Known, digits: string) => known.codes.some((code) => code.number === Number(digits));
const squeeze = (text: string) => fold(text).replace(/[^a-z0-9]/g, '');
const name = (text: string) =>
  ` ${fold(text)
    .replace(/[^a-z0-9\u3005\u3040-\u30ff\u3400-\u9fff]+/g, ' ')
    .trim()} `;

/**
 * Reads numbers, pairs, classes, causes and names out of a query, in any order and wording: `487`, `SIP487`,
 * `302 vs 487`, `487と302の違い`, `4xx`, `48`, `cause 21`, `SIP/2.0 503 Service Unavailable`, `560486`.
 *
 * @param text what was typed, in English or Japanese
 * @returns what it means, and what is left for the index
 */
export function readQuery(text: string, known: Known): Reading {
  let query = fold(text)
    .replace(/sips?\/2\.0/g, ' ')
    .replace(/sip ?; ?cause ?=/g, ' ');
  const answers: QueryAnswer[] = [];
  const meant = readPages(query, known);
  query = meant.rest;
  const take = (found: RegExpMatchArray) => {
    query = query.replace(found[0], ' '.repeat(found[0].length));
  };

  const causes = new Map(known.causes);
  for (const pattern of [CAUSE_SURE, CAUSE_LIKELY, CAUSE_AFTER])
    for (const found of query.matchAll(pattern)) {
      const cause = Number(found[1]);
      const codes = causes.get(cause);
      if (!codes || (pattern === CAUSE_LIKELY && known3(known, found[1]!))) continue;
      answers.push({ kind: 'cause', cause, codes: [...codes] });
      take(found);
    }
  query = query.replace(/q\.? ?850/g, ' ');
  for (const found of query.matchAll(CLASS)) {
    answers.push({ kind: 'class', digit: Number(found[1]) });
    take(found);
  }

  const numbers = readNumbers(query, known);
  for (const { text: written } of numbers) query = query.replace(written, ' '.repeat(written.length));
  const registered = [...new Set(numbers.map(({ digits }) => digits))].filter((one) => known3(known, one)).map(Number);
  const others = [...new Set(numbers.map(({ digits }) => digits))].filter((one) => !known3(known, one));
  const named = readNames(query, known, registered);
  query = named.rest;
  const rest = askedTerms(query);

  const codes = registered.length > 1 ? registered : [...registered, ...named.codes];
  const numbered: QueryAnswer[] = [];
  if (codes.length > 1 && (registered.length !== 1 || BETWEEN.test(fold(text))))
    for (const other of codes.slice(1, 4)) {
      const [a, b] = [Math.min(codes[0]!, other), Math.max(codes[0]!, other)];
      numbered.push({ kind: 'pair', a, b });
    }
  for (const code of codes) numbered.push({ kind: 'code', code });
  for (const digits of others) {
    const digit = Number(digits[0]);
    for (const [other, code] of known.names) if (other === digits) numbered.push({ kind: 'code', code });
    if (digit >= 1 && digit <= 6)
      numbered.push({ kind: 'unknown-code', code: Number(digits), digit, as: digit === 1 ? 183 : digit * 100 });
    else if (codes.length === 0 && rest.length === 0) numbered.push({ kind: 'no-code', number: digits });
  }
  // A code named together with a cause is the better answer; the cause explains it.
  answers.unshift(...meant.urls.map((url): QueryAnswer => ({ kind: 'page', url })), ...numbered);
  if (answers.length > 0) return { answers, rest };
  return { answers: readPrefix(query, known), rest };
}

/** Phrases that settle which page is meant; of each only its code is left in the query, as the second answer. */
function readPages(query: string, known: Known): { urls: string[]; rest: string } {
  const urls = new Set<string>();
  let rest = query;
  for (const [phrase, url] of known.pages) {
    const at = rest.indexOf(phrase);
    if (at < 0 || /[a-z0-9]$/.test(rest.slice(0, at)) || /^[a-z0-9]/.test(rest.slice(at + phrase.length))) continue;
    urls.add(url);
    const code = /(?<!\d)\d{3}(?!\d)/.exec(phrase)?.[0] ?? '';
    rest = `${rest.slice(0, at)} ${code} ${rest.slice(at + phrase.length)}`;
  }
  return { urls: [...urls], rest };
}

/** Three digits by themselves, or the last three of a long number that a product shows. */
function readNumbers(query: string, known: Known): { digits: string; text: string }[] {
  const found: { digits: string; text: string }[] = [];
  for (const match of query.matchAll(/\d+/g)) {
    const written = match[0];
    const before = query.slice(0, match.index);
    const after = query.slice(match.index + written.length);
    if (written.length > 3) {
      const tail = written.slice(-3);
      const product = known.products.some(
        ([word, form]) =>
          (written.length === form.length && written.startsWith(form.replaceAll('#', ''))) ||
          (written.length > 4 && query.includes(fold(word))),
      );
      if (known3(known, tail) && product) found.push({ digits: tail, text: written });
      continue;
    }
    if (written.length < 3) continue;
    // h323, g.711, x5u, 192.168.100.200 and 100rel are no codes; sip487, error503 and 200ok are.
    const glued = /([a-z]+)$/.exec(before)?.[1];
    if (glued && glued.length < 3 && glued !== 'vs') continue;
    if (/(?:^|[^a-z])(?!sip)[a-z]+\.$|\d\.$|rfc ?$/.test(before) || /^\.\d/.test(after) || UNIT.test(after)) continue;
    const tail = /^[a-z]+/.exec(after)?.[0];
    const phrase = known.codes.find((code) => code.number === Number(written))?.phrase;
    if (tail && !/^(?:vs|or|and)/.test(tail) && !(phrase && squeeze(phrase).startsWith(tail))) continue;
    found.push({ digits: written, text: written });
  }
  return found;
}

/**
 * Names in the query. One of several words counts wherever it occurs; one word alone (rejected, decline)
 * is used in sentences too, and is meant only where nothing else is asked.
 */
function readNames(query: string, known: Known, numbers: readonly number[]): { codes: number[]; rest: string } {
  const byName = new Map<string, number[]>();
  const add = (text: string, code: number) => {
    if (text) byName.set(name(text), [...new Set([...(byName.get(name(text)) ?? []), code])]);
  };
  for (const { number, phrase, gloss } of known.codes) {
    add(phrase, number);
    add(gloss, number);
  }
  for (const [text, code] of known.names) add(text, code);

  let left = name(query);
  const found: { at: number; codes: number[] }[] = [];
  // "not acceptable here" holds "not acceptable" too: the longest name at a place wins.
  const longestFirst = [...byName].sort(([one], [other]) => other.length - one.length);
  for (const [text, codes] of longestFirst) {
    if (!text.trim().includes(' ') && !codes.some((code) => numbers.includes(code))) continue;
    const at = left.indexOf(text);
    if (at < 0) continue;
    left = left.slice(0, at) + ' '.repeat(text.length) + left.slice(at + text.length);
    found.push({ at, codes });
  }
  const parts = left.split(BETWEEN).map((part) => ({ at: left.indexOf(part), asked: askedTerms(part).join(' ') }));
  const asked = parts.filter((part) => part.asked !== '');
  const single = asked.map(({ asked: words }) => longestFirst.find(([text]) => askedTerms(text).join(' ') === words));
  if (single.every((one) => one !== undefined))
    single.forEach((one, index) => found.push({ at: asked[index]!.at, codes: one![1] }));
  const codes = found.sort((one, other) => one.at - other.at).flatMap((one) => one.codes);
  return { codes: [...new Set(codes)].filter((code) => !numbers.includes(code)), rest: left };
}

/** `48` is the beginning of a number, `4` of a class. */
function readPrefix(query: string, known: Known): QueryAnswer[] {
  const start = /^(?:sip ?|code ?)*(\d{1,2})$/.exec(query.trim())?.[1];
  if (!start) return [];
  const codes = known.codes.map((code) => code.number).filter((number) => String(number).startsWith(start));
  if (codes.length === 0) return [];
  return start.length === 1
    ? [
        { kind: 'class', digit: Number(start) },
        { kind: 'prefix', codes: codes.slice(0, 10) },
      ]
    : [{ kind: 'prefix', codes }];
}
