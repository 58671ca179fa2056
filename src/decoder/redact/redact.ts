import { bytesOf } from '../message/octets.ts';
import type { Endpoint, Fault, HeaderField, Message, Trace } from '../message/types.ts';
import { redactBody } from './body.ts';
import { redactFieldName, redactHeader, redactMethod } from './header.ts';
import { redactEnd as redactOne, redactPart, redactStream, redactUndelivered } from './network.ts';
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
  const { streams = [], undelivered = [] } = trace;
  for (const { from, to } of [...streams, ...undelivered]) for (const { host } of [from, to]) names.avoid(host);
  for (const { by } of undelivered) names.avoid(by);
  // A first round collects names and numbers, so that free text of an early message cannot hold one that only comes later.
  const learn = remembered(names);
  for (const message of trace.messages) redactParts(message, names, learn);
  names.counts.settle();
  const header = remembered(names);
  const messages = trace.messages.map((message) => redactMessage(message, names, header));
  // Field by field, here and below: what a trace gets one day is not shown before somebody has thought of it.
  const skipped = trace.skipped.map(({ place, reason, count, last }) => ({
    place,
    reason,
    count,
    ...(last === undefined ? {} : { last }),
  }));
  const { format, source, until, reversed } = trace;
  const around = {
    streams: streams.map((stream) => redactStream(stream, names)),
    undelivered: undelivered.map((report) => redactUndelivered(report, names)),
    ...(trace.partial ? { partial: redactPart(trace.partial) } : {}),
  };
  return { format, messages, skipped, source, until, reversed, ...around, replaced: names.size };
}

type Header = (field: HeaderField) => HeaderField;

/** Most values come in many messages; each is redacted once a round. */
function remembered(names: Pseudonyms): Header {
  const known = new Map<string, Map<string, HeaderField>>();
  return ({ name, value }) => {
    let values = known.get(name);
    if (values === undefined) known.set(name, (values = new Map<string, HeaderField>()));
    let field = values.get(value);
    if (field === undefined)
      values.set(value, (field = { name: redactFieldName(name, names), value: redactHeader(name, value, names) }));
    return field;
  };
}

const redactParts = ({ start, headers, body, from, to }: Message, names: Pseudonyms, header: Header) => ({
  from: redactEnd(from, names),
  to: redactEnd(to, names),
  start: redactStart(start, names),
  body: redactBody(body, headers.find(({ name }) => name === 'Content-Type')?.value ?? '', names),
  headers: headers.map(header),
});

function redactMessage(message: Message, names: Pseudonyms, header: Header): Message {
  const { from, to, start, body, headers: given } = redactParts(message, names, header);
  const wrongLength = message.faults.some(
    ({ kind, detail }) => kind.startsWith('content-length') || detail === 'Content-Length',
  );
  const length = String(bytesOf(body));
  const headers = given.map((field) =>
    field.name === 'Content-Length' && !wrongLength ? { ...field, value: length } : field,
  );
  const end = message.raw.includes('\r\n') ? '\r\n' : '\n';
  const lines = [startLine(start), ...headers.map(({ name, value }) => `${name}: ${value}`), '', ''];
  return {
    index: message.index,
    time: message.time,
    place: message.place,
    from,
    to,
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

const redactEnd = (end: Endpoint | null, names: Pseudonyms): Endpoint | null => end && redactOne(end, names);

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
