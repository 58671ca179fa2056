import { hostPort, readAddress, readUri, split, unquote } from '../message/fields.ts';
import type { Pseudonyms } from './pseudonyms.ts';

// URIs, addresses with names, and Via. What is not known to be harmless is replaced.

/** Parameters of URIs and header fields whose values name nobody. */
const SAFE = new Set(
  (
    'transport lr user ttl method ob rport alias keep expires q reg-id index reason counter privacy screen party limit ' +
    'refresher early-only retry-after duration state cause npdi cpc oc-algo oc comp sigcomp-id'
  ).split(' '),
);
const HARMLESS = /^[\w.+-]{0,24}$/;

/** @returns parameters with `tag`, branch and hosts replaced, and whatever is not known as a whole */
export function parametersOf(parts: string[], names: Pseudonyms): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=');
      const name = (at < 0 ? part : part.slice(0, at)).trim().toLowerCase();
      const value = at < 0 ? null : unquote(part.slice(at + 1).trim());
      if (name === 'tag' || name === 'from-tag' || name === 'to-tag')
        return `;${name}=${names.word('tag', value ?? '')}`;
      if (name === 'branch') return `;branch=${branchOf(value ?? '', names)}`;
      if (name === 'received' || name === 'maddr') return `;${name}=${place(value ?? '', names)}`;
      if (name === 'phone-context')
        return `;${name}=${value?.startsWith('+') ? names.user(value) : names.host(value ?? '')}`;
      if (name === 'rn') return `;rn=${names.user(value ?? '')}`;
      if (SAFE.has(name) && (value === null || HARMLESS.test(value)))
        return value === null ? `;${name}` : `;${name}=${value}`;
      return `;${names.word('value', part)}`;
    })
    .join('');
}

/** The magic cookie stays, for its own rules. */
const branchOf = (branch: string, names: Pseudonyms): string =>
  /^z9hG4bK/i.test(branch) ? `z9hG4bK${names.word('branch', branch.slice(7))}` : names.word('branch', branch);

/** @returns `host`, `host:port`, `[address]:port` or a URI with its host replaced */
export function place(text: string, names: Pseudonyms): string {
  if (/^sips?:/i.test(text)) return redactUri(text, names);
  const { host, port } = hostPort(text);
  const given = names.host(host);
  const bracket = given.includes(':') && text.trim().startsWith('[');
  return `${bracket ? `[${given}]` : given}${port === null ? '' : `:${port}`}`;
}

/** @returns a URI of the same scheme with user, password, host, parameters and headers replaced */
export function redactUri(text: string, names: Pseudonyms): string {
  if (text === '*') return text;
  const { scheme, user, host, port, headers } = readUri(text);
  if (scheme === 'tel') {
    const [number, ...params] = text.slice(4).split(';');
    return `tel:${names.user(number!)}${parametersOf(params, names)}`;
  }
  if (scheme === 'http' || scheme === 'https') {
    const [, authority = '', path = ''] = /^https?:\/\/([^/?#]*)(.*)$/i.exec(text) ?? [];
    return `${scheme}://${place(authority.split('@').at(-1)!, names)}/${names.word('path', path.slice(1))}`;
  }
  if (scheme !== 'sip' && scheme !== 'sips')
    return scheme === '' ? names.word('value', text) : `${scheme}:${names.word('value', text)}`;
  const params = text
    .split('?')[0]!
    .slice(text.split('?')[0]!.lastIndexOf('@') + 1)
    .split(';')
    .slice(1);
  const [name, ...more] = user.split(';');
  const who = name === '' ? '' : `${names.user(name!)}${parametersOf(more, names)}@`;
  const at = user === '' && text.includes('@') ? '@' : '';
  const where = names.host(host);
  const bracketed = where.includes(':') ? `[${where}]` : where;
  const tail = headers === '' ? '' : `?${uriHeaders(headers, names)}`;
  return `${scheme}:${who}${at}${bracketed}${port === null ? '' : `:${port}`}${parametersOf(params, names)}${tail}`;
}

function uriHeaders(headers: string, names: Pseudonyms): string {
  return headers
    .split('&')
    .map((one) => {
      const [name, value = ''] = one.split('=');
      if (name!.toLowerCase() !== 'replaces') return names.word('value', one);
      return `Replaces=${encodeURIComponent(dialogId(decode(value), names))}`;
    })
    .join('&');
}

/** @returns Call-ID and tags of Replaces, Join and Target-Dialog (RFC 3891 §6.1) */
export function dialogId(value: string, names: Pseudonyms): string {
  const [id, ...params] = split(value, ';');
  return names.word('call', id!) + parametersOf(params, names);
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** @returns a name-addr or addr-spec with its parameters (RFC 3261 §20.10) */
export function redactAddress(value: string, names: Pseudonyms): string {
  if (value.trim() === '*') return '*';
  const { display, text } = readAddress(value);
  const open = value.indexOf('<', display === '' ? 0 : value.indexOf(display));
  const close = value.indexOf('>', Math.max(0, open));
  const name =
    display === '' ? '' : `"${/^\+?[\d().*# -]{2,}$/.test(display) ? names.user(display) : nameOf(display, names)}" `;
  if (open < 0) return redactUri(text, names) + parametersOf(split(value, ';').slice(1), names);
  const rest = close < 0 ? '' : value.slice(close + 1);
  return `${name}<${redactUri(text, names)}>${parametersOf(split(rest, ';').slice(1), names)}`;
}

const nameOf = (display: string, names: Pseudonyms): string =>
  /^anonymous$/i.test(display) ? display : names.word('name', display);

/** @returns a Via value; protocol and port stay */
export function redactVia(value: string, names: Pseudonyms): string {
  const [protocol, ...params] = split(value, ';');
  const parts = /^(SIP\s*\/\s*[\d.]+\s*\/\s*[A-Za-z0-9-]+)\s+(\S.*)$/i.exec(protocol!);
  if (!parts) return names.word('value', value);
  return `${parts[1]} ${place(parts[2]!, names)}${parametersOf(params, names)}`;
}
