import { ipv4, scope, type Scope } from '../message/hosts.ts';
import { NOBODY } from './harmless/index.ts';
import { CountOrder } from './order.ts';

/** Where replacements for addresses come from; the range tells as much as the original did. */
const POOLS: Record<Scope, (index: number) => string> = {
  // RFC 5737, then the benchmark range of RFC 2544.
  public: (index) =>
    index < 750
      ? `${['192.0.2', '198.51.100', '203.0.113'][Math.floor(index / 250)]}.${(index % 250) + 1}`
      : `198.${18 + Math.floor(index / 62500)}.${Math.floor((index % 62500) / 250)}.${(index % 250) + 1}`,
  private: (index) => `10.${Math.floor(index / 62500)}.${Math.floor((index % 62500) / 250)}.${(index % 250) + 1}`,
  shared: (index) => `100.64.${Math.floor(index / 250)}.${(index % 250) + 1}`,
  'link-local': (index) => `169.254.${Math.floor(index / 250)}.${(index % 250) + 1}`,
  loopback: (index) => `127.0.${Math.floor(index / 250)}.${(index % 250) + 1}`,
  unspecified: () => '0.0.0.0',
};
const POOLS6: Record<Scope, string> = {
  public: '2001:db8::',
  private: 'fd00::',
  shared: 'fd00::',
  'link-local': 'fe80::',
  loopback: '::',
  unspecified: '::',
};
/** Addresses and hosts that are the same everywhere. */
const KEPT = new Set(['anonymous.invalid', 'localhost', '127.0.0.1', '::1', '0.0.0.0', '::', '']);

/** What a replacement is called; the position in the order of giving follows. */
const KINDS = [
  'boundary',
  'branch',
  'call',
  'codec',
  'credential',
  'host',
  'id',
  'METHOD',
  'mid',
  'name',
  'path',
  'realm',
  'tag',
  'text',
  'user',
  'value',
  'word',
  'X-Header-',
] as const;
export type Kind = (typeof KINDS)[number];

/** What a replacement may look like: such texts in the input are not used as replacements. */
const LOOKALIKE = new RegExp(`\\d+(?:\\.\\d+)*|(?:${KINDS.join('|')})\\d+|(?:2001:db8|fd00|fe80)::[0-9a-f]+`, 'gi');

const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u);
/** Scripts without spaces between words: there a single letter may be a name. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Replacements that are the same for the same input and differ for different inputs. */
export class Pseudonyms {
  /** Numbers that count up, such as CSeq. */
  readonly counts = new CountOrder();
  readonly #given = new Map<string, string>();
  readonly #next = new Map<string, number>();
  readonly #avoid = new Set<string>();
  /** Words of names and users, in lower case. */
  readonly #names = new Set<string>();
  readonly #dense: string[] = [];
  /** Names as they are written, with what replaces them. */
  readonly #whole = new Map<string, string>();
  /** Last nine digits of a number with the position of its replacement, so that +81 3 … and 03 … stay one number. */
  readonly #tails = new Map<string, number>();
  readonly #numbers = new Set<string>();

  /** How many different texts were replaced. */
  get size(): number {
    return this.#given.size;
  }

  /** @param text of the input; what looks like a replacement in it is never given out as one */
  avoid(text: string): void {
    for (const match of text.matchAll(LOOKALIKE)) this.#avoid.add(match[0].toLowerCase());
  }

  /** `tag1`, `value2` … for a text; the empty text stays */
  word(kind: Kind, text: string): string {
    if (text === '') return '';
    return this.#give(kind, text, (index) => `${kind}${index + 1}`);
  }

  /** `name1` for a display name, which is then known in free text too */
  name(text: string): string {
    if (NOBODY.has(text.toLowerCase())) return text;
    return this.#know(text, this.word('name', text));
  }

  /** An address of the same range from the ranges for documentation, or `host1.example` */
  host(text: string): string {
    const host = text.toLowerCase();
    if (KEPT.has(host)) return host;
    const kind = scope(host);
    // RFC 2606 §2: what ends in .invalid has no address, as the Contact of a browser (RFC 7118 §5).
    const top = host.endsWith('.invalid') ? '.invalid' : host.includes('.') ? '.example' : '';
    if (kind === null) return this.#give('host', host, (index) => `host${index + 1}${top}`);
    if (kind === 'unspecified') return host;
    return ipv4(host)
      ? this.#give(`4 ${kind}`, host, POOLS[kind])
      : this.#give(`6 ${kind}`, host, (index) => `${POOLS6[kind]}${(index + 2).toString(16)}`);
  }

  /** A number of the same length with the same `+` and separators, or `user1` for a name */
  user(text: string): string {
    if (NOBODY.has(text.toLowerCase())) return text;
    const digits = text.replace(/\D/g, '');
    if (!/^\+?[\d().*#/ -]*$/.test(text) || digits.length < 2) return this.#know(text, this.word('user', text));
    const given = this.#number(digits, text.startsWith('+'));
    this.#know(digits, given);
    if (given.length !== digits.length) return given;
    let at = 0;
    return text.replace(/\d/g, () => given[at++]!);
  }

  /** Whether a word of free text is a name or number that the trace has elsewhere */
  knows(word: string): boolean {
    const lower = word.toLowerCase();
    if (this.#names.has(lower)) return true;
    return DENSE.test(lower) && this.#dense.some((name) => lower.includes(name));
  }

  /** What replaces a name, user or number elsewhere in the trace */
  known(text: string): string | undefined {
    return this.#whole.get(text.toLowerCase());
  }

  #know(text: string, given: string): string {
    const lower = text.normalize('NFKC').toLowerCase();
    if (this.#whole.has(lower)) return given;
    this.#whole.set(lower, given);
    for (const word of wordsOf(lower)) {
      if (word === '' || NOBODY.has(word) || this.#names.has(word)) continue;
      const dense = DENSE.test(word);
      // One Latin letter is an initial, which would take every "a" out of a sentence.
      if (word.length < 2 && !dense) continue;
      this.#names.add(word);
      if (dense && this.#dense.length < 1000) this.#dense.push(word);
    }
    return given;
  }

  #number(digits: string, plus: boolean): string {
    const key = `number ${plus} ${digits}`;
    const known = this.#given.get(key);
    if (known !== undefined) return known;
    const tail = digits.length < 9 ? undefined : digits.slice(-9);
    const same = tail === undefined ? undefined : this.#tails.get(tail);
    const again = same === undefined ? '' : number(digits.length, same);
    let given = again;
    if (again === '' || this.#numbers.has(again) || this.#avoid.has(again)) {
      const kind = tail === undefined ? `number ${digits.length}` : 'number';
      const make = (index: number) => {
        if (tail !== undefined && !this.#tails.has(tail)) this.#tails.set(tail, index);
        return number(digits.length, index);
      };
      given = this.#give(kind, key, make, (one) => this.#numbers.has(one));
    }
    this.#numbers.add(given);
    this.#given.set(key, given);
    return given;
  }

  #give(
    kind: string,
    text: string,
    make: (index: number) => string,
    taken: (candidate: string) => boolean = () => false,
  ): string {
    const key = `${kind} ${text}`;
    const known = this.#given.get(key);
    if (known !== undefined) return known;
    for (let index = this.#next.get(kind) ?? 0; ; index += 1) {
      const candidate = make(index);
      if (this.#avoid.has(candidate.toLowerCase().replace(/\.(?:example|invalid)$/, '')) || taken(candidate)) continue;
      this.#next.set(kind, index + 1);
      this.#given.set(key, candidate);
      return candidate;
    }
  }
}

/** Numbers with 555 in front; short ones count from 1, and where all are used up a name takes their place. */
function number(length: number, index: number): string {
  const prefix =
    length < 7 ? '' : length < 9 ? '555' : length === 9 ? '55' : length === 10 ? '555' : '1'.padEnd(length - 7, '5');
  const rest = String(index + 1);
  return rest.length > length - prefix.length
    ? `user${index + 1}`
    : prefix + rest.padStart(length - prefix.length, '0');
}
