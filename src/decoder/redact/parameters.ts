import { unquote } from '../message/fields.ts';
import { numberValue } from './numbers.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { place } from './place.ts';
import { FEATURES, list, METHODS, TRANSPORTS } from './tokens.ts';

// Parameters of URIs and of header fields: the name has to be declared, and so has what the value may be.

type Allowed = RegExp | ReadonlySet<string>;

/** Nothing may follow the name. */
const FLAG = /^$/;
const DIGITS = (most: number): RegExp => new RegExp(`^\\d{1,${most}}$`);
const YES_NO = list('yes no true false on off');
/** RFC 7044 §10.3: counted from 1, so that no address and no number in pairs of digits passes as one. */
const INDEX = /^[01](?:\.[1-9]\d?){0,7}$/;

/** What the value of a parameter may be to stay. RFC 3261 §25.1 and the registries of URI and header field parameters. */
const VALUES: Record<string, Allowed> = {
  transport: TRANSPORTS,
  user: list('phone ip dialstring'),
  method: list([...METHODS].join(' ')),
  ttl: DIGITS(3),
  lr: /^(?:on|true|1)?$/i,
  ob: FLAG,
  rport: /^\d{0,5}$/,
  keep: /^\d{0,3}$/,
  alias: FLAG,
  gr: FLAG,
  q: /^[01](?:\.\d{1,3})?$/,
  'reg-id': DIGITS(2),
  index: INDEX,
  rc: INDEX,
  mp: INDEX,
  np: INDEX,
  counter: DIGITS(2),
  limit: DIGITS(2),
  cause: DIGITS(3),
  // Diversion (RFC 5806 §4) and Subscription-State (RFC 6665 §8.4).
  reason: list(`unknown user-busy no-answer unavailable unconditional time-of-day do-not-disturb deflection follow-me
    out-of-service away deactivated probation rejected timeout giveup noresource invariant`),
  privacy: list('full off name uri none'),
  screen: YES_NO,
  party: list('calling called'),
  'id-type': list('subscriber user term'),
  refresher: list('uac uas'),
  'early-only': FLAG,
  handling: list('optional required'),
  npdi: YES_NO,
  cpc: list(
    'ordinary priority data test operator payphone unknown cellular cellular-roaming ieps prison hotel hospital',
  ),
  oc: DIGITS(3),
  'oc-algo': list('loss rate "loss" "rate"'),
  comp: list('sigcomp'),
  purpose: list('icon info card call-completion ccmp jwscard mmtel-ringing-signal'),
  mode: list('auto manual'),
  inserted: FLAG,
};
/** Parameters that are a number of seconds. */
const SECONDS = list('expires retry-after duration');
const HOSTS = list('received maddr');
const TAGS = list('tag from-tag to-tag');

const allows = (allowed: Allowed, value: string): boolean =>
  allowed instanceof RegExp ? allowed.test(value) : allowed.has(value.toLowerCase());

/**
 * @param parts parameters without their semicolons
 * @param names replacements
 * @returns all of them with their semicolons: tags, branches and hosts replaced, others kept only where name and value are
 *   declared
 */
export function redactParameters(parts: string[], names: Pseudonyms): string {
  return parts
    .filter((part) => part.trim() !== '')
    .map((part) => `;${redactParameter(part.trim(), names)}`)
    .join('');
}

function redactParameter(part: string, names: Pseudonyms): string {
  const at = part.indexOf('=');
  const name = (at < 0 ? part : part.slice(0, at)).trim().toLowerCase();
  const value = at < 0 ? null : unquote(part.slice(at + 1).trim());
  const text = value ?? '';
  const named = (given: string) => (value === null ? name : `${name}=${given}`);
  if (TAGS.has(name)) return named(names.word('tag', text));
  if (name === 'branch') return named(branchOf(text, names));
  if (HOSTS.has(name)) return named(place(text, names));
  if (name === 'phone-context') return named(text.startsWith('+') ? names.user(text) : names.host(text));
  if (name === 'rn' || name === 'ext' || name === 'isub') return named(names.user(text));
  if (SECONDS.has(name)) return named(numberValue(text, names));
  const allowed = Object.hasOwn(VALUES, name) ? VALUES[name] : undefined;
  if (allowed) return allows(allowed, text) ? named(text) : named(names.word('value', text));
  if (FEATURES.has(name)) return value === null ? name : named(`"${names.word('value', text)}"`);
  return names.word('value', part);
}

/** The magic cookie stays, for its own rules; with it, capitals make no difference (RFC 3261 §7.3.1). */
const branchOf = (branch: string, names: Pseudonyms): string =>
  /^z9hG4bK/i.test(branch)
    ? `z9hG4bK${names.word('branch', branch.slice(7).toLowerCase())}`
    : names.word('branch', branch);
