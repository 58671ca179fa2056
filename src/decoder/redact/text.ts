import { ipv4 } from '../message/hosts.ts';
import { PRODUCT_WORDS, WHOLE_TEXTS, WORDS } from './harmless/index.ts';
import type { Pseudonyms } from './pseudonyms.ts';

// Free text: a word stays if a table declares it harmless and the trace does not show that it is a name. Everything else is
// replaced, whatever script or notation it is in. Each expression is bounded, so that time is linear in the text.

/** Digits with what people put between them, over several parts; a dotted address with a port is not one. */
const NUMBER = String.raw`(?<![\p{L}\p{M}\p{N}.:])[+(]{0,2}\d[\d ()./+-]{4,40}\d(?![\p{L}\p{M}\p{N}:]|\.\d)`;
/** What is looked at as one: no space, quote, bracket or comma, in ASCII or as typographers and Japanese write them. */
const PART = String.raw`[^\s"'<>(){},;=|\u0060\\“”‘’„«»–—…·•、。「」『』【】〈〉《》]+`;
const PIECE = new RegExp(`(${NUMBER})|${PART}`, 'gu');
/** A word inside a part: all but the marks of ASCII, so that no alphabet passes as punctuation. */
const WORD = /[^\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+/gu;
const SCHEME = /^(?:sips?|tel|https?|udp|tcp|tls|wss?|sctp|host|ip|addr|from|to|src|dst|via|at)[:/]{1,3}/i;
const VERSION = /^v?\d{1,2}(?:\.\d{1,3}){1,2}$/i;
const SHORT_VERSION = /^v?\d{1,2}$/i;
const HOST = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/i;
const PORT = /:\d{1,5}$/;

/**
 * @param text of a reason phrase, Reason, Warning or comment
 * @param names replacements
 * @param product the text is that of User-Agent or Server, where products and their versions are allowed too
 * @returns the text with everything replaced that no table declares harmless
 */
export function redactText(text: string, names: Pseudonyms, product = false): string {
  const plain = text.normalize('NFKC');
  if (WHOLE_TEXTS.has(plain.trim().toLowerCase())) return plain;
  const harmless = (word: string): boolean => {
    const lower = word.toLowerCase();
    return (WORDS.has(lower) || (product && PRODUCT_WORDS.has(lower))) && !names.knows(lower);
  };
  let [versioned, atProduct] = [false, false];
  /** A version follows a product, nowhere else; one without a dot follows it directly. */
  const segment = (one: string): boolean => {
    const short = SHORT_VERSION.test(one) && atProduct;
    if (one !== '') atProduct = false;
    if (short || VERSION.test(one)) return versioned && !names.knows(one);
    const words = PRODUCT_WORDS.has(one.toLowerCase()) ? [one] : (one.match(WORD) ?? []);
    if (!words.every(harmless)) return false;
    if (words.some((word) => PRODUCT_WORDS.has(word.toLowerCase()))) versioned = atProduct = product;
    return true;
  };
  return plain.replace(PIECE, (part: string, number: string | undefined) => {
    if (number !== undefined && (!product || part.replace(/\D/g, '').length > 6)) return spacedNumber(part, names);
    if (segment(part)) return part;
    if (!product || isHost(part)) return replacePart(part, names);
    const kept = part.split(/([/_-])/).map((one, at) => (at % 2 === 1 || segment(one) ? one : null));
    if (!kept.some((one, at) => at % 2 === 0 && one !== null && one !== '')) return replacePart(part, names);
    return part
      .split(/([/_-])/)
      .map((one, at) => kept[at] ?? replacePart(one, names))
      .join('');
  });
}

/** Labels with dots between, of which the last has letters only. */
const isHost = (text: string): boolean => HOST.test(text) && /\.[a-z]{2,}$/i.test(text);

function spacedNumber(text: string, names: Pseudonyms): string {
  const parts = text.split(' ');
  return parts.some((one) => ipv4(one) !== null)
    ? parts.map((one) => replacePart(one, names)).join(' ')
    : names.user(text);
}

/** A replacement of the same kind: address, number, host, or a word. Scheme, port and closing marks stay. */
function replacePart(part: string, names: Pseudonyms): string {
  if (part === '') return '';
  let end = part.length;
  while (end > 1 && '.:!?'.includes(part[end - 1]!)) end -= 1;
  const tail = part.slice(end);
  const scheme = SCHEME.exec(part.slice(0, end))?.[0] ?? '';
  const rest = part.slice(scheme.length, end);
  return scheme + replaceBody(rest, names) + tail;
}

function replaceBody(text: string, names: Pseudonyms): string {
  if (text === '') return '';
  const known = names.known(text);
  if (known !== undefined) return known;
  const at = text.lastIndexOf('@');
  if (at > 0 && at < text.length - 1)
    return `${names.user(text.slice(0, at))}@${replaceBody(text.slice(at + 1), names)}`;
  const slash = text.indexOf('/');
  if (slash > 0 && HOST.test(text.slice(0, slash).replace(PORT, '')))
    return `${replaceBody(text.slice(0, slash), names)}/${names.word('path', text.slice(slash + 1))}`;
  const six = /^\[([0-9a-f:.]+)(?:%[\w.-]+)?\](:\d{1,5})?$/i.exec(text);
  if (six) return `[${names.host(six[1]!)}]${six[2] ?? ''}`;
  const port = PORT.exec(text)?.[0] ?? '';
  const host = text.slice(0, text.length - port.length);
  if (ipv4(host) || isHost(host)) return names.host(host) + port;
  // Six pairs are the address of a network card; IPv6 has eight groups, or two colons in place of some of them.
  if (/^[0-9a-f:.]+$/i.test(text) && (text.includes('::') || text.split(':').length === 8)) return names.host(text);
  if (/^\+?[\d().*#/-]+$/.test(text) && text.replace(/\D/g, '').length > 1) return names.user(text);
  return names.word('word', text);
}
