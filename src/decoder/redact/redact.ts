import { bytesOf } from '../message/octets.ts';
import type { Endpoint, HeaderField, Message, Trace } from '../message/types.ts';
import { Pseudonyms } from './pseudonyms.ts';
import { redactBody } from './body.ts';
import { knownField, redactHeader } from './header.ts';
import { redactUri } from './uri.ts';

/**
 * Replaces numbers, names, addresses, credentials and every value that is not known to be harmless. The same input has
 * the same replacement in all messages, different inputs have different ones, and addresses stay in the range that they
 * are in (public, private, …), so that an analysis of the result finds what it finds in the original.
 *
 * @param trace as parsed
 * @returns a trace of the same shape; `raw` is made anew from the parts that were understood
 */
export function redact(trace: Trace): Trace {
  const names = new Pseudonyms();
  for (const { raw, from, to } of trace.messages) {
    names.avoid(raw);
    for (const end of [from, to]) if (end) names.avoid(end.host);
  }
  // A first round collects all names, so that free text of an early message cannot hold one that only comes later.
  for (const message of trace.messages) redactMessage(message, names);
  return { ...trace, messages: trace.messages.map((message) => redactMessage(message, names)) };
}

function redactMessage(message: Message, names: Pseudonyms): Message {
  const type = message.headers.find(({ name }) => name === 'Content-Type')?.value ?? '';
  const body = redactBody(message.body, type, names);
  const start = redactStart(message.start, names);
  const wrongLength = message.faults.some(({ kind }) => kind.startsWith('content-length'));
  const headers = message.headers.map(({ name, value }): HeaderField => {
    const given = /^[A-Za-z][A-Za-z0-9-]*$/.test(name) ? name : 'X-Header';
    if (given.toLowerCase() === 'content-length' && !wrongLength) return { name: given, value: String(bytesOf(body)) };
    return { name: given, value: redactHeader(given, value, names) };
  });
  const end = message.raw.includes('\r\n') ? '\r\n' : '\n';
  const lines = [startLine(start), ...headers.map(({ name, value }) => `${name}: ${value}`), '', ''];
  return {
    ...message,
    from: redactEnd(message.from, names),
    to: redactEnd(message.to, names),
    start,
    headers,
    body,
    raw: lines.join(end) + body,
    size: message.size ?? bytesOf(message.raw),
    faults: message.faults.map(({ kind, detail }) => ({ kind, ...(harmless(detail) ? { detail } : {}) })),
  };
}

const redactEnd = (end: Endpoint | null, names: Pseudonyms): Endpoint | null =>
  end && { ...end, host: names.host(end.host) };

const redactStart = (start: Message['start'], names: Pseudonyms): Message['start'] =>
  start.kind === 'request'
    ? { ...start, uri: redactUri(start.uri, names) }
    : { ...start, phrase: names.scrub(start.phrase) };

const startLine = (start: Message['start']): string =>
  start.kind === 'request' ? `${start.method} ${start.uri} SIP/2.0` : `SIP/2.0 ${start.code} ${start.phrase}`;

const harmless = (detail: string | undefined): detail is string =>
  detail !== undefined && (/^[\d\s/<>=]+$|^[A-Z]{3,12}$/.test(detail) || knownField(detail));
