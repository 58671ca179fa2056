import { digest, parameters, split } from '../message/fields.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { dialogId, parametersOf, place, redactAddress, redactUri, redactVia } from './uri.ts';

const set = (names: string): Set<string> => new Set(names.toLowerCase().split(' '));

const ADDRESSES = set(
  'From To Contact Route Record-Route Path Service-Route P-Asserted-Identity P-Preferred-Identity Remote-Party-ID ' +
    'Diversion History-Info Refer-To Referred-By Reply-To P-Called-Party-ID P-Associated-URI Alert-Info Call-Info Error-Info',
);
const CALL_IDS = set('Call-ID In-Reply-To X-Call-ID X-CallID X-CID X-Original-Call-ID X-Correlation-ID Cisco-Guid');
const DIALOG_IDS = set('Replaces Join Target-Dialog Same-Session');
const DIGEST = set('WWW-Authenticate Proxy-Authenticate Authorization Proxy-Authorization Authentication-Info');
const TEXTS = set('User-Agent Server');
/** Fields of which the values name methods, options, types and times. */
const SAFE = set(
  'CSeq Max-Forwards Content-Length Content-Encoding Content-Disposition Accept Accept-Encoding Accept-Language Allow ' +
    'Allow-Events Date Event Expires Min-Expires Min-SE MIME-Version Priority Privacy Proxy-Require RAck RSeq ' +
    'Require Retry-After Session-Expires Subscription-State Supported Timestamp Unsupported Recv-Info Info-Package ' +
    'Refer-Sub Reject-Contact Request-Disposition Content-Type P-Early-Media Answer-Mode',
);
/** Parts of a challenge that are needed to read it and name nobody. */
const DIGEST_SAFE = set('qop nc algorithm stale scheme');

/** @returns whether a header field is one that the redaction knows, so that its name may be shown */
export const knownField = (name: string): boolean =>
  [ADDRESSES, CALL_IDS, DIALOG_IDS, DIGEST, TEXTS, SAFE, set('Via Reason Warning Session-ID')].some((group) =>
    group.has(name.toLowerCase()),
  );

/**
 * @param name canonical name of the header field
 * @param value unfolded
 * @param names replacements
 * @returns the value with everything replaced that is not known to be harmless
 */
export function redactHeader(name: string, value: string, names: Pseudonyms): string {
  const key = name.toLowerCase();
  const each = (change: (one: string) => string) => split(value, ',').map(change).join(', ');
  if (key === 'via') return each((one) => redactVia(one, names));
  if (ADDRESSES.has(key)) return each((one) => (one === '' ? '' : redactAddress(one, names)));
  if (key === 'in-reply-to') return each((one) => names.word('call', one));
  if (CALL_IDS.has(key)) return names.word('call', value);
  if (DIALOG_IDS.has(key)) return dialogId(value, names);
  if (DIGEST.has(key)) return redactDigest(value, names);
  if (TEXTS.has(key)) return names.scrub(value);
  if (key === 'reason') return each((one) => redactReason(one, names));
  if (key === 'warning') return each((one) => redactWarning(one, names));
  if (key === 'session-id') return redactSession(value, names);
  if (key === 'p-charging-vector') {
    const icid = parameters(split(value, ';')).get('icid-value');
    return icid === undefined ? names.word('value', value) : `icid-value=${names.word('id', icid)}`;
  }
  if (key === 'content-type')
    return value.replace(/(boundary=)("?)([^";]+)\2/i, (_, start, __, text) => start + names.word('boundary', text));
  if (SAFE.has(key) && !value.includes('@') && !/\d+\.\d+\.\d+\.\d+/.test(value)) return names.scrub(value);
  return names.word('value', value);
}

function redactDigest(value: string, names: Pseudonyms): string {
  const scheme = /^\s*([A-Za-z]+)\s+/.exec(value)?.[1] ?? '';
  const parts = [...digest(value)]
    .filter(([name]) => name !== 'scheme')
    .map(([name, text]) => {
      if (DIGEST_SAFE.has(name)) return `${name}=${/^[\w-]*$/.test(text) ? text : `"${names.scrub(text)}"`}`;
      if (name === 'username') return `username="${credentialUser(text, names)}"`;
      if (name === 'realm')
        return `realm="${text.includes('.') && !/\s/.test(text) ? names.host(text) : names.word('realm', text)}"`;
      if (name === 'uri') return `uri="${redactUri(text, names)}"`;
      if (['nonce', 'cnonce', 'response', 'opaque', 'nextnonce', 'rspauth'].includes(name))
        return `${name}="${names.word('credential', text)}"`;
      return names.word('value', `${name}=${text}`);
    });
  return `${scheme} ${parts.join(', ')}`.trim();
}

/** Some clients send `user@realm` as user name. */
function credentialUser(text: string, names: Pseudonyms): string {
  const at = text.lastIndexOf('@');
  return at < 0 ? names.user(text) : `${names.user(text.slice(0, at))}@${names.host(text.slice(at + 1))}`;
}

function redactReason(value: string, names: Pseudonyms): string {
  const [protocol, ...params] = split(value, ';');
  const parts = params.map((part) => {
    const [name, ...text] = part.split('=');
    if (/^(cause|location)$/i.test(name!.trim()) && /^[\w-]{0,8}$/.test(text.join('='))) return `;${part}`;
    return /^text$/i.test(name!.trim()) ? `;text=${names.scrub(text.join('='))}` : parametersOf([part], names);
  });
  return names.scrub(protocol!) + parts.join('');
}

function redactWarning(value: string, names: Pseudonyms): string {
  const parts = /^(\d{3})\s+(\S+)\s*(.*)$/s.exec(value);
  return parts ? `${parts[1]} ${place(parts[2]!, names)} ${names.scrub(parts[3]!)}`.trim() : names.word('value', value);
}

function redactSession(value: string, names: Pseudonyms): string {
  const id = (text: string) => (/^0*$/.test(text) ? text : names.word('id', text));
  const [local, ...params] = split(value, ';');
  const remote = parameters(params).get('remote');
  return id(local!) + (remote === undefined ? '' : `;remote=${id(remote)}`);
}
