import { parameters, split } from '../message/fields.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/** Attributes of SDP whose values name codecs, times and capabilities. */
const SAFE = new Set(
  (
    'rtpmap fmtp ptime maxptime minptime sendrecv sendonly recvonly inactive rtcp-mux rtcp-fb rtcp-rsize setup mid group ' +
    'bundle-only ice-lite ice-options framerate framesize quality silencesupp t38faxversion t38maxbitrate ' +
    't38faxratemanagement t38faxmaxbuffer t38faxmaxdatagram t38faxudpec curr des conf rtcp-mux-only'
  ).split(' '),
);

/**
 * @param body of a message
 * @param type value of Content-Type before redaction
 * @returns SDP with its addresses, names and keys replaced, also inside multipart; of other bodies nothing but a note
 */
export function redactBody(body: string, type: string, names: Pseudonyms): string {
  if (body === '') return '';
  if (/^\s*application\/sdp/i.test(type) || (type === '' && /^v=\d/.test(body))) return redactSdp(body, names);
  if (/^\s*message\/sipfrag/i.test(type)) {
    const first = /^SIP\/2\.0 \d{3}[^\r\n]*/.exec(body)?.[0];
    if (first) return `${names.scrub(first)}\r\n`;
  }
  const boundary = /^\s*multipart\//i.test(type) ? parameters(split(type, ';').slice(1)).get('boundary') : undefined;
  if (boundary) return redactParts(body, boundary, names);
  return '(body removed)';
}

function redactParts(body: string, boundary: string, names: Pseudonyms): string {
  const given = `--${names.word('boundary', boundary)}`;
  const parts = body.split(`--${boundary}`).slice(1);
  const bodies = parts.flatMap((part) => {
    const type = /^content-type\s*:\s*([^\r\n]*)/im.exec(part)?.[1];
    if (type === undefined) return [];
    const [, ...content] = part.replace(/^\r?\n/, '').split(/\r?\n\r?\n/);
    const harmless = /^[\w/.+-]+/.exec(type)?.[0] ?? 'application/octet-stream';
    return [`${given}\r\nContent-Type: ${harmless}\r\n\r\n${redactBody(content.join('\r\n\r\n'), type, names)}`];
  });
  return [...bodies, `${given}--\r\n`].join('\r\n');
}

const redactSdp = (body: string, names: Pseudonyms): string =>
  body
    .split(/(\r?\n)/)
    .map((part, index) => (index % 2 === 1 ? part : redactLine(part, names)))
    .join('');

function redactLine(line: string, names: Pseudonyms): string {
  const [type, value] = [line.slice(0, 2), line.slice(2)];
  switch (type) {
    case '':
      return '';
    case 'v=':
    case 't=':
    case 'b=':
    case 'r=':
      return /^[\w\s:.-]*$/.test(value) ? line : type;
    case 'm=':
      return /^[\w\s/.*-]*$/.test(value) ? line : type;
    case 'o=': {
      const [user = '-', id = '', version = '', net = '', kind = '', address = ''] = value.trim().split(/\s+/);
      const numbers = [id, version].map((one) => (/^\d*$/.test(one) ? one : names.word('id', one)));
      const words = [net, kind].map((one) => (/^(IN|IP[46])$/i.test(one) ? one : names.word('value', one)));
      return `o=${[user === '-' ? '-' : names.user(user), ...numbers, ...words, names.host(address)].join(' ')}`;
    }
    case 's=':
      return ['-', ' ', ''].includes(value) ? line : 's=-';
    case 'c=':
      return `c=${connection(value, names)}`;
    case 'a=':
      return `a=${attribute(value, names)}`;
    default:
      return `${/^[a-z]=$/.test(type) ? type : ''}${names.word('text', value)}`;
  }
}

function connection(value: string, names: Pseudonyms): string {
  const parts = /^(\s*IN\s+IP[46]\s+)([^\s/]+)(\/[\d/]+)?\s*$/i.exec(value);
  return parts ? `${parts[1]}${names.host(parts[2]!)}${parts[3] ?? ''}` : names.word('text', value);
}

function attribute(text: string, names: Pseudonyms): string {
  const at = text.indexOf(':');
  const name = (at < 0 ? text : text.slice(0, at)).toLowerCase();
  const value = at < 0 ? '' : text.slice(at + 1);
  if (SAFE.has(name))
    return value.includes('@')
      ? `${name}:${names.word('value', value)}`
      : at < 0
        ? text
        : `${name}:${names.scrub(value)}`;
  const rtcp = /^rtcp:(\d+)(?:\s+(.*))?$/i.exec(text);
  if (rtcp) return `rtcp:${rtcp[1]}${rtcp[2] ? ` ${connection(rtcp[2], names)}` : ''}`;
  // The kind of keying stays, the key goes.
  const crypto = /^crypto:(\d+)\s+(\w+)/i.exec(text);
  if (crypto) return `crypto:${crypto[1]} ${crypto[2]} inline:${names.word('credential', text)}`;
  if (name === 'fingerprint') return `fingerprint:sha-256 ${names.word('credential', value)}`;
  return names.word('value', text);
}
