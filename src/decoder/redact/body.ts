import { parameters, split } from '../message/fields.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { redactSdp } from './sdp.ts';
import { redactText } from './text.ts';
import { MEDIA_TYPES } from './tokens.ts';

/** Multipart inside multipart: real messages have two levels, and each level reads the rest once more. */
const DEEPEST = 4;
const REMOVED = '(body removed)';

/**
 * @param body of a message
 * @param type value of Content-Type before redaction
 * @param names replacements
 * @param depth how many multipart bodies this one is inside of
 * @returns SDP with its addresses, names and keys replaced, also inside multipart; of other bodies nothing but a note
 */
export function redactBody(body: string, type: string, names: Pseudonyms, depth = 0): string {
  if (body === '') return '';
  if (/^\s*application\/sdp/i.test(type) || (type === '' && /^v=\d/.test(body))) return redactSdp(body, names);
  if (/^\s*message\/sipfrag/i.test(type)) {
    const status = /^SIP\/2\.0 (\d{3})(?: ([^\r\n]*))?(?:\r|\n|$)/.exec(body);
    if (status) return `SIP/2.0 ${status[1]} ${redactText(status[2] ?? '', names)}\r\n`;
  }
  const boundary = /^\s*multipart\//i.test(type) ? parameters(split(type, ';').slice(1)).get('boundary') : undefined;
  if (boundary && depth < DEEPEST) return redactParts(body, boundary, names, depth);
  return REMOVED;
}

function redactParts(body: string, boundary: string, names: Pseudonyms, depth: number): string {
  const given = `--${names.word('boundary', boundary)}`;
  const parts = body.split(`--${boundary}`).slice(1);
  const bodies = parts.flatMap((part) => {
    const end = /\r?\n\r?\n/.exec(part.slice(2));
    const head = end ? part.slice(0, end.index + 2) : part;
    const type = /^content-type[ \t]*:[ \t]*([^\r\n]*)/im.exec(head)?.[1];
    if (type === undefined) return [];
    const content = end ? part.slice(end.index + 2 + end[0].length) : '';
    const harmless = /^[\w/.+*-]+/.exec(type)?.[0].toLowerCase() ?? '';
    const [name, inner] = MEDIA_TYPES.has(harmless) ? [harmless, type] : ['application/octet-stream', type];
    return [
      `${given}\r\nContent-Type: ${name}${innerBoundary(inner, names)}\r\n\r\n${redactBody(content, type, names, depth + 1)}`,
    ];
  });
  return [...bodies, `${given}--\r\n`].join('\r\n');
}

function innerBoundary(type: string, names: Pseudonyms): string {
  const boundary = /^\s*multipart\//i.test(type) ? parameters(split(type, ';').slice(1)).get('boundary') : undefined;
  return boundary ? `;boundary=${names.word('boundary', boundary)}` : '';
}
