import { bracketOf, split, unquote } from '../message/fields.ts';
import { redacted } from '../message/redacted.ts';
import { redactParameters } from './parameters.ts';
import { place } from './place.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { TRANSPORTS, URI_SCHEMES, URNS } from './tokens.ts';

// URIs, addresses with names, and Via. What is not known to be harmless is replaced.

/**
 * A URI of the same scheme with user, password, host, parameters and headers replaced; without a scheme or with
 *   an unknown one it is read as if it were SIP, as the analysis does (message/fields.ts)
 */
export function redactUri(text: string, names: Pseudonyms): string {
  if (text === '*' || URNS.has(text.toLowerCase())) return text;
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text)?.[1]?.toLowerCase() ?? '';
  const named = scheme === '' || URI_SCHEMES.has(scheme);
  const prefix = scheme === '' ? '' : `${named ? scheme : names.word('value', scheme)}:`;
  const rest = text.slice(scheme === '' ? 0 : scheme.length + 1);
  // None of these is allowed in a URI, and a quote that is never closed hides every parameter behind it.
  if (/["<>]/.test(rest)) return prefix + names.word('value', rest);
  if (scheme === 'tel') {
    const [number, ...params] = rest.split(';');
    return `tel:${names.user(unescape(number!))}${redactParameters(params, names)}`;
  }
  if (scheme === 'http' || scheme === 'https') {
    const [, authority = '', path = ''] = /^\/\/([^/?#]*)(.*)$/s.exec(rest) ?? [];
    const where = place(authority.split('@').at(-1)!, names);
    return authority === '' ? names.word('value', text) : `${scheme}://${where}/${names.word('path', path.slice(1))}`;
  }
  if (named && !['sip', 'sips', ''].includes(scheme)) return prefix + names.word('value', rest);
  const question = rest.indexOf('?');
  const [body, headers] = question < 0 ? [rest, ''] : [rest.slice(0, question), rest.slice(question + 1)];
  const at = body.lastIndexOf('@');
  // A semicolon before "@" belongs to the user (RFC 3261 §19.1.1).
  const [host, ...params] = body.slice(at + 1).split(';');
  const who = at < 0 ? '' : `${userInfo(body.slice(0, at), names)}@`;
  const tail = headers === '' ? '' : `?${uriHeaders(headers, names)}`;
  return `${prefix}${who}${place(host!, names)}${redactParameters(params, names)}${tail}`;
}

/** The password goes. */
function userInfo(text: string, names: Pseudonyms): string {
  const [user, ...params] = text.split(':')[0]!.split(';');
  return names.user(unescape(user!)) + redactParameters(params, names);
}

function uriHeaders(headers: string, names: Pseudonyms): string {
  return headers
    .split('&')
    .map((one) => {
      const [name, value = ''] = one.split('=');
      if (name!.toLowerCase() !== 'replaces') return names.word('value', one);
      return `Replaces=${encodeURIComponent(redactDialogId(unescape(value), names))}`;
    })
    .join('&');
}

/**
 * A replacement for a Call-ID. Messages of which somebody hid the Call-ID before are put together by their tags
 * (calls/calls.ts), so the replacement of a hidden one says so too.
 */
export const redactCallId = (id: string, names: Pseudonyms): string =>
  `${names.word('call', id)}${redacted(id) ? '.redacted' : ''}`;

/** Call-ID and tags of Replaces, Join and Target-Dialog (RFC 3891 §6.1) */
export function redactDialogId(value: string, names: Pseudonyms): string {
  const [id, ...params] = split(value, ';');
  return redactCallId(id!, names) + redactParameters(params, names);
}

const unescape = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** A name-addr or addr-spec with its parameters (RFC 3261 §20.10) */
export function redactAddress(value: string, names: Pseudonyms): string {
  const open = bracketOf(value);
  if (open < 0) {
    const [text, ...params] = split(value, ';');
    return redactUri(text!, names) + redactParameters(params, names);
  }
  const close = value.indexOf('>', open);
  const uri = redactUri(value.slice(open + 1, close < 0 ? undefined : close).trim(), names);
  const display = unquote(value.slice(0, open).trim());
  // Nothing is allowed between the bracket and the first semicolon (RFC 3261 §25.1).
  const params = close < 0 ? [] : split(value.slice(close + 1), ';').slice(1);
  return `${displayName(display, names)}<${uri}>${redactParameters(params, names)}`;
}

function displayName(display: string, names: Pseudonyms): string {
  if (display === '') return '';
  return `"${/^\+?[\d().*#/ -]{2,}$/.test(display) ? names.user(display) : names.name(display)}" `;
}

/** A Via value in the form in which it is read (message/fields.ts); protocol and port stay */
export function redactVia(value: string, names: Pseudonyms): string {
  const [protocol, ...params] = split(value, ';');
  const parts = /^SIP\s*\/\s*([\d.]+)\s*\/\s*([A-Za-z0-9-]+)\s+(\S.*)$/is.exec(protocol!);
  if (!parts) return names.word('value', value);
  const [, version, transport, sentBy] = parts as unknown as [string, string, string, string];
  // No version of SIP has more digits, and 0.0 is not one.
  const given = [
    /^\d\.\d$/.test(version) ? version : '0.0',
    TRANSPORTS.has(transport.toLowerCase()) ? transport : names.word('value', transport),
  ];
  return `SIP/${given.join('/')} ${place(sentBy, names)}${redactParameters(params, names)}`;
}
