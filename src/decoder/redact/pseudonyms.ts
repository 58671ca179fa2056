import { ipv4, ipv6, scope, type Scope } from '../message/hosts.ts';

/** Where replacements for addresses come from; the range tells as much as the original did. */
const POOLS: Record<Scope, (index: number) => string> = {
  // RFC 5737, then the benchmark range of RFC 2544.
  public: (index) =>
    index < 750
      ? `${['192.0.2', '198.51.100', '203.0.113'][Math.floor(index / 250)]}.${(index % 250) + 1}`
      : `198.${18 + Math.floor(index / 62500)}.${Math.floor((index % 62500) / 250)}.${(index % 250) + 1}`,
  private: (index) => `10.0.${Math.floor(index / 250)}.${(index % 250) + 1}`,
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
/** What names nobody. */
const KEPT = new Set(['anonymous', 'anonymous.invalid', 'localhost', '127.0.0.1', '::1', '0.0.0.0', '::', '']);

/** What a replacement may look like: such texts in the input are not used as replacements. */
const LOOKALIKE =
  /\d+(?:\.\d+)*|(?:host|user|name|tag|branch|call|id|realm|value|text|path|boundary|credential)\d+|(?:2001:db8|fd00|fe80)::[0-9a-f]+/gi;

/** Replacements that are the same for the same input and differ for different inputs. */
export class Pseudonyms {
  readonly #known = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  readonly #avoid = new Set<string>();
  readonly #secrets = new Set<string>();

  /** @param text of the input; what looks like a replacement in it is never given out as one */
  avoid(text: string): void {
    for (const match of text.matchAll(LOOKALIKE)) this.#avoid.add(match[0].toLowerCase());
  }

  /** @returns `tag1`, `name2` … for a text; the empty text stays */
  word(kind: string, text: string): string {
    if (text === '') return '';
    this.#secret(text);
    return this.#give(kind, text, (index) => `${kind}${index + 1}`);
  }

  /** @returns an address of the same range from the ranges for documentation, or `host1.example` */
  host(text: string): string {
    const host = text.toLowerCase();
    if (KEPT.has(host)) return host;
    const kind = scope(host);
    this.#secret(host);
    if (kind === null)
      return this.#give('host', host, (index) => `host${index + 1}${host.includes('.') ? '.example' : ''}`);
    if (kind === 'unspecified') return host;
    return ipv4(host)
      ? this.#give(`4 ${kind}`, host, POOLS[kind])
      : this.#give(`6 ${kind}`, host, (index) => `${POOLS6[kind]}${(index + 2).toString(16)}`);
  }

  /** @returns a number of the same length with the same `+` and separators, or `user1` for a name */
  user(text: string): string {
    if (KEPT.has(text.toLowerCase())) return text;
    const digits = text.replace(/\D/g, '');
    if (!/^\+?[\d().*# -]*$/.test(text) || digits.length < 2) return this.word('user', text);
    this.#secret(digits);
    const plus = text.startsWith('+');
    const given = this.#give(`number ${digits.length} ${plus}`, digits, (index) => number(digits.length, plus, index));
    if (given.length !== digits.length) return given;
    let at = 0;
    return text.replace(/\d/g, () => given[at++]!);
  }

  /** @returns free text such as the name of a product: addresses, known names and long numbers are taken out */
  scrub(text: string): string {
    return text
      .replace(/\b(?:sips?|tel|https?):[^\s"<>]+/gi, (uri) => this.word('text', uri))
      .replace(/[^\s"<>();,=/]+/g, (word) => {
        if (word.includes('@') || /\d{7,}/.test(word)) return this.word('text', word);
        const bare = word.replace(/^\[|\](:\d+)?$|[.:!?]+$/g, '');
        if (ipv4(bare) || ipv6(bare)) return word.replace(bare, this.host(bare));
        const place = /^(\d+\.\d+\.\d+\.\d+)(:\d+)$/.exec(bare);
        if (place) return `${this.host(place[1]!)}${place[2]}`;
        const parts = [bare, ...bare.split(/[^\p{L}\p{N}]+/u)];
        return parts.some((part) => this.#secrets.has(part.toLowerCase())) ? this.word('text', word) : word;
      });
  }

  /** Whole texts and their words of three letters or more are not let through by `scrub`. */
  #secret(text: string): void {
    for (const part of [text, ...text.split(/[^\p{L}\p{N}]+/u)])
      if (part.length > 2 && !COMMON.has(part.toLowerCase())) this.#secrets.add(part.toLowerCase());
  }

  #give(kind: string, text: string, make: (index: number) => string): string {
    const key = `${kind} ${text}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    for (let index = this.#counts.get(kind) ?? 0; ; index += 1) {
      const candidate = make(index);
      if (this.#avoid.has(candidate.toLowerCase().replace(/\.example$/, ''))) continue;
      this.#counts.set(kind, index + 1);
      this.#known.set(key, candidate);
      return candidate;
    }
  }
}

/** Words of host names and realms that say nothing of anybody. */
const COMMON = new Set(['sip', 'com', 'net', 'org', 'www', 'the', 'and', 'not', 'call', 'user', 'phone', 'asterisk']);

/** Numbers with 555 in front; short ones count from 1, and where all are used up a name stands in. */
function number(length: number, plus: boolean, index: number): string {
  const prefix = length < 7 ? '' : plus && length > 7 ? '1555' : '555';
  const rest = String(index + 1);
  return rest.length > length - prefix.length
    ? `user${index + 1}`
    : prefix + rest.padStart(length - prefix.length, '0');
}
