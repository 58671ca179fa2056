import { bytesOf } from '../message/octets.ts';
import type { Endpoint, Fault, HeaderField, Message, Trace } from '../message/types.ts';
import { redactBody } from './body.ts';
import { redactFieldName, redactHeader, redactMethod } from './header.ts';
import { Pseudonyms } from './pseudonyms.ts';
import { redactText } from './text.ts';
import { redactUri } from './uri.ts';

/** A trace without names, numbers, addresses and credentials, and how much was replaced. */
export interface RedactedTrace extends Trace {
  /** Different texts that were replaced. */
  replaced: number;
}

/**
 * Replaces numbers, names, addresses, credentials and every value that is not declared to be harmless. The same input has
 * the same replacement in all messages, different inputs have different ones, and addresses stay in the range that they
 * are in (public, private, …), so that an analysis of the result finds what it finds in the original.
 *
 * @param trace as parsed
 * @returns a trace of the same shape; `raw` is made anew from the parts that were understood
 */
export function redact(trace: Trace): RedactedTrace {
  const names = new Pseudonyms();
  for (const { raw, from, to } of trace.messages) {
    names.avoid(raw);
    for (const end of [from, to]) if (end) names.avoid(end.host);
  }
  // A first round collects names and numbers, so that free text of an early message cannot hold one that only comes later.
  for (const message of trace.messages) redactMessage(message, names);
  names.counts.settle();
  const messages = trace.messages.map((message) => redactMessage(message, names));
  // Field by field, here and below: what a trace gets one day is not shown before somebody has thought of it.
  const skipped = trace.skipped.map(({ place, reason, count, last }) => ({
    place,
    reason,
    count,
    ...(last === undefined ? {} : { last }),
  }));
  const { format, source, until, reversed } = trace;
  return { format, messages, skipped, source, until, reversed, replaced: names.size };
}

function redactMessage(message: Message, names: Pseudonyms): Message {
  const type = message.headers.find(({ name }) => name === 'Content-Type')?.value ?? '';
  const body = redactBody(message.body, type, names);
  const start = redactStart(message.start, names);
  const wrongLength = message.faults.some(({ kind }) => kind.startsWith('content-length'));
  const headers = message.headers.map(({ name, value }): HeaderField => {
    const given = redactFieldName(name, names);
    if (given.toLowerCase() === 'content-length' && !wrongLength) return { name: given, value: String(bytesOf(body)) };
    return { name: given, value: redactHeader(name, value, names) };
  });
  const end = message.raw.includes('\r\n') ? '\r\n' : '\n';
  const lines = [startLine(start), ...headers.map(({ name, value }) => `${name}: ${value}`), '', ''];
  return {
    index: message.index,
    time: message.time,
    place: message.place,
    from: redactEnd(message.from, names),
    to: redactEnd(message.to, names),
    transport: message.transport,
    ...(message.direction ? { direction: message.direction } : {}),
    start,
    headers,
    body,
    raw: lines.join(end) + body,
    size: message.size ?? bytesOf(message.raw),
    faults: message.faults.map((fault) => redactFault(fault, names)),
    ...(message.cut ? { cut: message.cut } : {}),
  };
}

const redactEnd = (end: Endpoint | null, names: Pseudonyms): Endpoint | null =>
  end && { host: names.host(end.host), port: end.port };

const redactStart = (start: Message['start'], names: Pseudonyms): Message['start'] =>
  start.kind === 'request'
    ? { kind: 'request', method: redactMethod(start.method, names), uri: redactUri(start.uri, names) }
    : // A longer number than a code is not one (RFC 3261 §7.2) and may be that of a telephone.
      { kind: 'response', code: Math.min(start.code, 999), phrase: redactText(start.phrase, names) };

const startLine = (start: Message['start']): string =>
  start.kind === 'request' ? `${start.method} ${start.uri} SIP/2.0` : `SIP/2.0 ${start.code} ${start.phrase}`;

/** The detail of a fault is a piece of the input: a number, a name of a field or method, or a line. */
function redactFault({ kind, detail }: Fault, names: Pseudonyms): Fault {
  if (detail === undefined) return { kind };
  switch (kind) {
    case 'content-length-too-long':
    case 'content-length-too-short':
    case 'content-length-missing':
      return /^\d{1,5}$/.test(detail) ? { kind, detail } : { kind };
    case 'cseq-method':
      return { kind, detail: redactMethod(detail, names) };
    case 'version':
      return /^SIP\/\d\.\d$/i.test(detail) ? { kind, detail } : { kind };
    case 'header-missing':
    case 'header-malformed':
    case 'truncated': {
      const name = /^[A-Za-z][A-Za-z0-9-]*$/.test(detail) ? redactFieldName(detail, names) : undefined;
      return name === undefined ? { kind } : { kind, detail: name };
    }
    default:
      return { kind };
  }
}
