import { digest } from '../message/fields.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { ALGORITHMS, AUTH_SCHEMES, list } from './tokens.ts';
import { redactUri } from './uri.ts';

const QOP = list('auth auth-int');
const SECRETS = list('nonce cnonce response opaque nextnonce rspauth auts');

/**
 * @param value of a challenge or of credentials (RFC 7616 §3.3, §3.4)
 * @param names replacements
 * @returns the same with user, realm, nonces and answers replaced; what is needed to read the round trip stays
 */
export function redactDigest(value: string, names: Pseudonyms): string {
  const scheme = /^\s*([A-Za-z-]+)\s+/.exec(value)?.[1] ?? '';
  const parts = [...digest(scheme === '' ? `- ${value}` : value)]
    .filter(([name]) => name !== 'scheme')
    .map(([name, text]) => redactPart(name, text, names));
  const given = scheme === '' || AUTH_SCHEMES.has(scheme.toLowerCase()) ? scheme : names.word('value', scheme);
  return `${given} ${parts.join(', ')}`.trim();
}

function redactPart(name: string, text: string, names: Pseudonyms): string {
  const word = () => names.word('value', text);
  if (name === 'username') return `username="${credentialUser(text, names)}"`;
  if (name === 'realm')
    return `realm="${text.includes('.') && !/\s/.test(text) ? names.host(text) : names.word('realm', text)}"`;
  if (name === 'uri') return `uri="${redactUri(text, names)}"`;
  if (SECRETS.has(name)) return `${name}="${names.word('credential', text)}"`;
  if (name === 'algorithm') return `algorithm=${ALGORITHMS.has(text.toLowerCase()) ? text : word()}`;
  if (name === 'stale') return `stale=${/^(?:true|false)$/i.test(text) ? text : word()}`;
  if (name === 'qop') {
    const options = text.split(',').map((one) => one.trim());
    if (!options.every((one) => QOP.has(one.toLowerCase()))) return `qop=${word()}`;
    return options.length === 1 ? `qop=${options[0]}` : `qop="${options.join(',')}"`;
  }
  // A count of eight hexadecimal digits begins with zeros; a phone number does not.
  if (name === 'nc') return `nc=${/^0000[0-9a-f]{4}$/i.test(text) ? text : word()}`;
  return names.word('value', `${name}=${text}`);
}

/** Some clients send `user@realm` as user name. */
function credentialUser(text: string, names: Pseudonyms): string {
  const at = text.lastIndexOf('@');
  return at < 0 ? names.user(text) : `${names.user(text.slice(0, at))}@${names.host(text.slice(at + 1))}`;
}
