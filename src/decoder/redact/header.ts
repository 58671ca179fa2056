import { parameters, split, unquote } from '../message/fields.ts';
import { redactDigest } from './digest.ts';
import { numberValue } from './numbers.ts';
import { redactParameters } from './parameters.ts';
import { place } from './place.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { redactText } from './text.ts';
import * as tokens from './tokens.ts';
import { redactAddress, redactCallId, redactDialogId, redactVia } from './uri.ts';

// Header fields: each declared one has its own way to be read, and the value of every other is replaced as a whole.

type Redact = (value: string, names: Pseudonyms) => string;

/** A list whose members are looked at one by one. */
const each =
  (change: Redact): Redact =>
  (value, names) =>
    split(value, ',')
      .map((one) => (one === '' ? '' : change(one, names)))
      .join(', ');

/** A token of a list, with parameters behind it. */
const token =
  (allowed: ReadonlySet<string>): Redact =>
  (value, names) => {
    const [first, ...params] = split(value, ';');
    const given = allowed.has(first!.toLowerCase()) ? first! : names.word('value', first!);
    return given + redactParameters(params, names);
  };

const text: Redact = (value, names) => redactText(value, names);
const product: Redact = (value, names) => redactText(value, names, true);
const counter =
  (kind: string): Redact =>
  (value, names) =>
    /^\d{1,10}$/.test(value) ? names.counts.replace(kind, value) : names.word('value', value);

/** A number of seconds with parameters, and what Retry-After has in brackets for a person. */
const seconds: Redact = (value, names) => {
  const parts = /^(\d+)\s*(\([^()]*\))?\s*((?:;.*)?)$/s.exec(value);
  if (!parts) return names.word('value', value);
  const comment = parts[2] === undefined ? '' : ` ${redactText(parts[2], names)}`;
  return numberValue(parts[1]!, names) + comment + redactParameters(split(parts[3]!, ';').slice(1), names);
};

/** The method if SIP has it, else a replacement that is the same in request line, CSeq and Allow */
export const redactMethod: Redact = (value, names) => (tokens.METHODS.has(value) ? value : names.word('METHOD', value));

const cseq: Redact = (value, names) => {
  const parts = /^(\d{1,10})\s+(\S+)$/.exec(value);
  return parts
    ? `${names.counts.replace('cseq', parts[1]!)} ${redactMethod(parts[2]!, names)}`
    : names.word('value', value);
};

const rack: Redact = (value, names) => {
  const parts = /^(\d{1,10})\s+(\d{1,10}\s+\S+)$/.exec(value);
  return parts ? `${names.counts.replace('rseq', parts[1]!)} ${cseq(parts[2]!, names)}` : names.word('value', value);
};

const reason: Redact = (value, names) => {
  const [protocol, ...params] = split(value, ';');
  const given = tokens.REASON_PROTOCOLS.has(protocol!.toLowerCase()) ? protocol! : names.word('value', protocol!);
  const parts = params.map((part) => {
    const at = part.indexOf('=');
    const name = part.slice(0, Math.max(at, 0)).trim().toLowerCase();
    const said = part.slice(at + 1).trim();
    // ATIS-1000099: the text is a list of fields, and what a rule looks for is the first of them.
    const analytics = name === 'text' ? /^\s*(v=analytics\d)\s*(?:;|$)/i.exec(unquote(said)) : null;
    if (analytics) return `;text="${analytics[1]};${names.word('text', unquote(said))}"`;
    // Some clients write `description` (message/reason.ts).
    if (name === 'text' || name === 'description') return `;${name}=${quote(redactText(unquote(said), names))}`;
    if (name === 'location')
      return `;location=${tokens.LOCATIONS.has(said.toLowerCase()) ? said : names.word('value', said)}`;
    return redactParameters([part], names);
  });
  return given + parts.join('');
};

const warning: Redact = (value, names) => {
  const parts = /^(\d{3})\s+(\S+)\s*(.*)$/s.exec(value);
  if (!parts) return names.word('value', value);
  return `${parts[1]} ${place(parts[2]!, names)} ${quote(redactText(unquote(parts[3]!.trim()), names))}`;
};

/** A number of five digits that Twilio documents, and a text. */
const twilio: Redact = (value, names) => {
  const parts = /^(\d{5})(?!\d)(.*)$/s.exec(value);
  return parts ? parts[1] + redactText(parts[2]!, names) : names.word('value', value);
};

const quote = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`;

const sessionId: Redact = (value, names) => {
  const id = (one: string) => (/^0*$/.test(one) ? one : names.word('id', one));
  const [local, ...params] = split(value, ';');
  const remote = parameters(params).get('remote');
  return id(local!) + (remote === undefined ? '' : `;remote=${id(remote)}`);
};

const charging: Redact = (value, names) => {
  const icid = parameters(split(value, ';')).get('icid-value');
  return icid === undefined ? names.word('value', value) : `icid-value=${names.word('id', icid)}`;
};

/** What the body is read as stays (body.ts), whatever follows in the name of the type. */
const mediaType: Redact = (type, names) => {
  if (tokens.MEDIA_TYPES.has(type.toLowerCase())) return type;
  if (/^application\/sdp/i.test(type)) return 'application/sdp';
  return `${/^multipart\//i.test(type) ? 'multipart' : 'application'}/${names.word('value', type)}`;
};

const contentType: Redact = (value, names) => {
  const [type, ...params] = split(value, ';');
  return (
    mediaType(type!, names) +
    [...parameters(params)]
      .map(([name, said]) => {
        if (name === 'boundary') return `;boundary=${names.word('boundary', said)}`;
        if (name === 'charset' && tokens.CHARSETS.has(said.toLowerCase())) return `;charset=${said}`;
        return redactParameters([`${name}=${said}`], names);
      })
      .join('')
  );
};

const DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;
const exactly =
  (form: RegExp): Redact =>
  (value, names) =>
    form.test(value) ? value : names.word('value', value);

/** A record of one way to read for several fields, by lower-case name */
const fields = (redact: Redact, names: string): [string, Redact][] =>
  names
    .toLowerCase()
    .split(' ')
    .map((name) => [name, redact]);

/** Every field whose value is looked into. */
const READ = new Map<string, Redact>([
  ...fields(
    each(redactAddress),
    'From To Contact Route Record-Route Path Service-Route P-Asserted-Identity P-Preferred-Identity Remote-Party-ID ' +
      'Diversion History-Info Refer-To Referred-By Reply-To P-Called-Party-ID P-Associated-URI Alert-Info Call-Info Error-Info',
  ),
  ...fields(each(redactVia), 'Via'),
  ...[...tokens.CALL_ID_FIELDS].map((name): [string, Redact] => [
    name,
    name === 'in-reply-to' ? each(redactCallId) : redactCallId,
  ]),
  ...fields(redactDialogId, 'Replaces Join Target-Dialog Same-Session'),
  ...fields(redactDigest, 'WWW-Authenticate Proxy-Authenticate Authorization Proxy-Authorization Authentication-Info'),
  ...fields(product, 'User-Agent Server'),
  ...fields(text, 'Reason-Phrase'),
  ...fields(twilio, 'X-Twilio-Error'),
  ...fields(each(reason), 'Reason'),
  ...fields(each(warning), 'Warning'),
  ...fields(sessionId, 'Session-ID'),
  ...fields(charging, 'P-Charging-Vector'),
  ...fields(cseq, 'CSeq'),
  ...fields(rack, 'RAck'),
  ...fields(counter('rseq'), 'RSeq'),
  ...fields(exactly(/^\d{1,3}$/), 'Max-Forwards Max-Breadth'),
  ...fields(exactly(/^\d{1,5}$/), 'Content-Length'),
  ...fields(exactly(/^\d\.\d$/), 'MIME-Version'),
  ...fields(exactly(/^(?:true|false)$/i), 'Refer-Sub'),
  ...fields(exactly(DATE), 'Date'),
  ...fields(seconds, 'Expires Min-Expires Min-SE Session-Expires Retry-After Flow-Timer'),
  ...fields(each(redactMethod), 'Allow'),
  ...fields(each(token(tokens.OPTION_TAGS)), 'Supported Require Proxy-Require Unsupported'),
  ...fields(each(token(tokens.EVENTS)), 'Event Allow-Events Recv-Info Info-Package'),
  ...fields(each(token(tokens.MEDIA_TYPES)), 'Accept'),
  ...fields(contentType, 'Content-Type'),
  ...fields(each(token(tokens.DISPOSITIONS)), 'Content-Disposition'),
  ...fields(each(token(tokens.ENCODINGS)), 'Accept-Encoding Content-Encoding'),
  ...fields(each(token(tokens.LANGUAGES)), 'Accept-Language Content-Language'),
  ...fields(token(tokens.SUBSCRIPTION_STATES), 'Subscription-State'),
  ...fields(token(tokens.PRIORITIES), 'Priority'),
  ...fields(each(token(tokens.EARLY_MEDIA)), 'P-Early-Media'),
  ...fields(token(tokens.list('auto manual')), 'Answer-Mode Priv-Answer-Mode'),
  ...fields(each(token(tokens.REQUEST_DISPOSITIONS)), 'Request-Disposition'),
  ...fields(each(token(tokens.list('*'))), 'Accept-Contact Reject-Contact'),
  ...fields(
    (value, names) =>
      value
        .split(';')
        .map((one) => token(tokens.PRIVACY)(one.trim(), names))
        .join(';'),
    'Privacy',
  ),
]);

/** Fields whose names may be shown although their values are replaced: the registry has them (message/header-names.ts). */
const NAMED = tokens.list(`Accept-Resource-Priority Additional-Identity Cellular-Network-Info Encryption Feature-Caps
  Geolocation Geolocation-Error Geolocation-Routing Identity Identity-Info Organization P-Access-Network-Info
  P-Answer-State P-Asserted-Service P-Charging-Function-Addresses P-Preferred-Service P-Private-Network-Indication
  P-Profile-Key P-Served-User P-User-Database P-Visited-Network-ID Policy-Contact Policy-ID Priority-Share
  Refer-Events-At Relayed-Charge Resource-Priority Resource-Share Response-Key Response-Source Restoration-Info
  Security-Client Security-Server Security-Verify Service-Interact-Info SIP-ETag SIP-If-Match Subject
  Suppress-If-Match Timestamp Trigger-Consent User-to-User`);

/** The name of a header field if it is declared, else a replacement: products and owners put names into X- fields */
export const redactFieldName = (name: string, names: Pseudonyms): string => {
  const key = name.toLowerCase();
  return READ.has(key) || NAMED.has(key) ? name : names.word('X-Header-', key);
};

/**
 * @param name canonical name of the header field
 * @param value unfolded
 * @param names replacements
 * @returns the value with everything replaced that is not declared to be harmless
 */
export function redactHeader(name: string, value: string, names: Pseudonyms): string {
  const read = READ.get(name.toLowerCase());
  return read ? read(value, names) : names.word('value', value);
}
