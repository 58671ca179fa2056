import { fold } from './fold.ts';

// What a query of numbers alone means: most queries are, and they are answered with no other script and no other file.

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
  /** A number that cannot be a response code: these are from 100 to 699 (RFC 3261 §7.2). */
  | { kind: 'no-code'; number: string }
  /** An RFC that has no page here. */
  | { kind: 'no-rfc'; number: number };

/** What is known of a code where no content can be read: in the browser. */
export interface KnownCode {
  number: number;
  phrase: string;
  gloss: string;
}

/** What numbers are read against. All of it is content. */
export interface KnownNumbers {
  codes: readonly KnownCode[];
  /** Numbers that are dialled and stand for a code: 911, 184, 666. */
  meant: readonly (readonly [number: string, code: number])[];
  /**
   * Numbers that a page explains and that are no registered codes, or are more than that: `908`, `1408`, `31404`; with `###`
   * for the digits of a code in `560###`, with `x` for any digit in `171xxx`. Of pages: address, title, kind, numbers; `{}` in address and title is the number.
   */
  numbered: readonly (readonly [url: string, title: string, kind: string, numbers: string])[];
}

/** Words that say no more than the numbers do: what is asked is a code, or the difference between two. */
const EMPTY =
  /sips?\/2\.0|\b(?:sip|codes?|errors?|response|status|vs|versus|or|and)\b|とは|の?違い|比較|レスポンス|コード|エラー?|ステータス|[とか番]/g;
const SEPARATORS = /[\s,;:/&#?!。、・()[\]{}"'“”_=-]+/g;

/** Three single digits, as people write what they spell out, as one number: `4 8 8`, `4.0.3`, but not in a version; `603 +` as `603+` */
export const joinDigits = (text: string): string =>
  text
    .replace(
      /(?<![\d.]|(?:version|release|firmware|\bv|バージョン) ?)([1-6])([ .-])(\d)\2(\d)(?!\d|[.-]\d| \d)/g,
      '$1$3$4',
    )
    .replace(/(?<!\d)(\d{3}) \+(?= |$)/g, '$1+');

/** Letters that look like digits as digits, in what can only be meant as a code: `5O3`, `48o`, `4ol` */
export const unslip = (text: string): string =>
  text.replace(/(?<![a-z0-9])[1-6](?=[0-9oil]{2}(?![a-z0-9]))(?:\d[oil]|o\d|o[oil])/g, (slip) =>
    slip.replaceAll('o', '0').replace(/[il]/g, '1'),
  );

/** Pages that explain a number, and whether they say which code its last three digits are */
export function explained(digits: string, { numbered }: KnownNumbers): { urls: string[]; code: number | null } {
  const urls: string[] = [];
  let code: number | null = null;
  for (const [url, , , numbers] of numbered)
    for (const form of numbers.split(' ')) {
      const ends = form.endsWith('###') && form.length === digits.length && digits.startsWith(form.slice(0, -3));
      if (ends) code = Number(digits.slice(-3));
      const page = url.replace('{}', digits);
      const range = form.endsWith('x') && form.length === digits.length && digits.startsWith(form.replace(/x+$/, ''));
      if ((ends || range || form === digits) && !urls.includes(page)) urls.push(page);
    }
  return { urls, code };
}

/** What one number means by itself; nothing for one of seven digits or more, which is a telephone number */
export function readNumber(digits: string, known: KnownNumbers): QueryAnswer[] {
  const number = Number(digits);
  const registered = (code: number) => known.codes.some((one) => one.number === code);
  const { urls, code } = explained(digits, known);
  const pages = urls.map((url): QueryAnswer => ({ kind: 'page', url }));
  if (digits.length === 3 && registered(number)) return [{ kind: 'code', code: number }, ...pages];
  const meant = known.meant.filter(([one]) => one === digits).map(([, code]): QueryAnswer => ({ kind: 'code', code }));
  if (digits.length === 3 && /^[1-6]/.test(digits)) {
    const digit = Number(digits[0]);
    return [...meant, ...pages, { kind: 'unknown-code', code: number, digit, as: digit === 1 ? 183 : digit * 100 }];
  }
  if (meant.length > 0) return [...meant, ...pages];
  if (pages.length > 0) {
    const codes: QueryAnswer[] = code && registered(code) ? [{ kind: 'code', code }] : [];
    // Where several products show the number, what they have in common is its code.
    return pages.length > 1 ? [...codes, ...pages] : [...pages, ...codes];
  }
  return digits.length >= 3 && digits.length < 7 ? [{ kind: 'no-code', number: digits }] : [];
}

/** The pairs of the first of several codes with the others, three at most, then the codes */
export const pairsOf = (codes: readonly number[]): QueryAnswer[] => [
  ...codes
    .slice(1, 4)
    .map((other): QueryAnswer => ({ kind: 'pair', a: Math.min(codes[0]!, other), b: Math.max(codes[0]!, other) })),
  ...codes.map((code): QueryAnswer => ({ kind: 'code', code })),
];

/** The pairs of what two names may mean, three at most, then the codes: "not acceptable" is 406 or 606 */
export const pairsOfTwo = (ones: readonly number[], others: readonly number[]): QueryAnswer[] => {
  const pairs = ones.flatMap((one) => others.filter((other) => other !== one).map((other) => [one, other] as const));
  return [
    ...pairs.slice(0, 3).flatMap((pair) => pairsOf(pair).slice(0, 1)),
    ...[...new Set([...ones, ...others])].map((code): QueryAnswer => ({ kind: 'code', code })),
  ];
};

/** `48` is the beginning of a number, `4` of a class. */
function readPrefix(start: string, { codes }: KnownNumbers): QueryAnswer[] {
  const found = codes.map((code) => code.number).filter((number) => String(number).startsWith(start));
  if (found.length === 0) return [];
  return start.length === 1
    ? [
        { kind: 'class', digit: Number(start) },
        { kind: 'prefix', codes: found.slice(0, 10) },
      ]
    : [{ kind: 'prefix', codes: found }];
}

/**
 * Reads a query of numbers alone, without the other scripts and files.
 *
 * @param text what was typed
 * @returns what it means if it is numbers and nothing else: `487`, `302 vs 487`, `４ ８ ８`, `31404`, `48`; null if there is more in it
 */
export function readBare(text: string, known: KnownNumbers): QueryAnswer[] | null {
  const query = unslip(joinDigits(fold(text)));
  if (/\d[.:]\d/.test(query) || /(?:^|\s)\+?\d[\d-]{6,}/.test(query)) return null;
  const left = query
    .replace(/(?<=\d)(?=vs|と|か)|(?<=vs|sip)(?=\d)/g, ' ')
    .replace(EMPTY, ' ')
    .replace(SEPARATORS, ' ')
    .trim();
  if (!/^\d+(?: \d+)*$/.test(left)) return null;
  const numbers = [...new Set(left.split(' '))];
  if (numbers.length === 1 && numbers[0]!.length < 3) return readPrefix(numbers[0]!, known);
  if (numbers.some((one) => one.length < 3)) return null;
  const read = numbers.map((one) => readNumber(one, known));
  const codes = read.flatMap((of) => (of[0]?.kind === 'code' ? [of[0].code] : []));
  // What else a code's number means (a warning, an extension) is offered where it is alone.
  const others = read.flatMap((of) => (of[0]?.kind !== 'code' ? of : numbers.length > 1 ? [] : of.slice(1)));
  return codes.length > 1
    ? [...pairsOf(codes), ...others]
    : [...codes.map((code): QueryAnswer => ({ kind: 'code', code })), ...others];
}
