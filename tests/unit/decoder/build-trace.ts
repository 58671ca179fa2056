import type { Endpoint, Message, RtpStream, Skipped, Trace, Undelivered } from '../../../src/decoder/message/types.ts';

// Builds traces for tests message by message, as elements that keep the rules would send them.

/** An element with an address. */
export interface Host {
  name: string;
  host: string;
  port?: number;
}

export const ALICE: Host = { name: 'alice', host: '203.0.113.10' };
export const PROXY: Host = { name: 'proxy', host: '203.0.113.20' };
export const BOB: Host = { name: 'bob', host: '203.0.113.30' };
export const CAROL: Host = { name: 'carol', host: '203.0.113.40' };

export interface RequestOptions {
  at?: number;
  from: Host;
  to: Host;
  callId?: string;
  cseq?: number;
  branch?: string;
  fromTag?: string;
  toTag?: string;
  /** Request that came in before, for a proxy: its Vias stay below. */
  over?: Message;
  uri?: string;
  /** A name that is undefined is left out. */
  headers?: Record<string, string | undefined>;
  body?: string;
}

export interface ReplyOptions {
  at?: number;
  toTag?: string;
  phrase?: string;
  headers?: Record<string, string | undefined>;
  body?: string;
}

const PHRASES: Record<number, string> = {
  100: 'Trying',
  180: 'Ringing',
  183: 'Session Progress',
  200: 'OK',
  302: 'Moved Temporarily',
  401: 'Unauthorized',
  407: 'Proxy Authentication Required',
  486: 'Busy Here',
  487: 'Request Terminated',
  503: 'Service Unavailable',
};

const end = ({ host, port = 5060 }: Host): Endpoint => ({ host, port });

/** A trace that grows by requests and replies; without times and addresses if `plain`. */
export class TraceBuilder {
  readonly messages: Message[] = [];
  /** What the parser passed over. */
  readonly skipped: Skipped[] = [];
  /** What ICMP says, and media. */
  readonly undelivered: Undelivered[] = [];
  readonly streams: RtpStream[] = [];
  /** Seconds that the capture went on after its last message. */
  quiet = 0;
  #branches = 0;
  #plain: boolean;

  constructor({ plain = false } = {}) {
    this.#plain = plain;
  }

  get trace(): Trace {
    const last = this.messages.at(-1)?.time ?? null;
    return {
      format: 'raw',
      messages: this.messages,
      skipped: this.skipped,
      undelivered: this.undelivered,
      streams: this.streams,
      source: 'capture',
      until: last === null ? null : last + this.quiet,
      reversed: false,
    };
  }

  request(method: string, options: RequestOptions): Message {
    const { from, to, cseq = 1, callId = 'c1@example.com', fromTag = 'ta', toTag = '', over } = options;
    this.#branches += 1;
    const branch = options.branch ?? `z9hG4bKb${this.#branches}`;
    const uri = options.uri ?? `sip:${to.name}@${to.host}`;
    const below = over ? over.headers.filter(({ name }) => name === 'Via').map(({ value }) => value) : [];
    const register = method === 'REGISTER';
    const caller = over ? head(over, 'From') : `<sip:${from.name}@example.com>;tag=${fromTag}`;
    const called = over
      ? head(over, 'To')
      : `<sip:${register ? from.name : to.name}@example.com>${toTag && `;tag=${toTag}`}`;
    const contact = ['INVITE', 'REGISTER', 'SUBSCRIBE', 'UPDATE'].includes(method)
      ? `<sip:${from.name}@${from.host}>`
      : undefined;
    return this.#add(
      { kind: 'request', method, uri },
      { from, to, at: options.at ?? 0 },
      [`SIP/2.0/UDP ${from.host}:${from.port ?? 5060};branch=${branch};rport`, ...below],
      {
        'Max-Forwards': '70',
        From: caller,
        To: called,
        'Call-ID': callId,
        CSeq: `${cseq} ${method}`,
        Contact: over ? head(over, 'Contact') : contact,
        ...options.headers,
      },
      options.body ?? (over ? over.body : ''),
    );
  }

  /** The response of the receiver of a request to its sender */
  reply(request: Message, code: number, options: ReplyOptions = {}): Message {
    const [from, to] = [request.to, request.from];
    const toTag = options.toTag ?? (code > 100 ? 'tb' : '');
    const invite = request.start.kind === 'request' && request.start.method === 'INVITE';
    const to_ = head(request, 'To')!;
    return this.#add(
      { kind: 'response', code, phrase: options.phrase ?? PHRASES[code] ?? 'Phrase' },
      {
        from: from && { name: '', ...from, port: from.port ?? 5060 },
        to: to && { name: '', ...to, port: to.port ?? 5060 },
        at: options.at ?? 0,
      },
      request.headers.filter(({ name }) => name === 'Via').map(({ value }) => value),
      {
        From: head(request, 'From'),
        To: to_.includes('tag=') || toTag === '' ? to_ : `${to_};tag=${toTag}`,
        'Call-ID': head(request, 'Call-ID'),
        CSeq: head(request, 'CSeq'),
        Contact: invite && code > 100 && code < 300 ? `<sip:bob@${from?.host ?? BOB.host}>` : undefined,
        ...options.headers,
      },
      options.body ?? '',
    );
  }

  /** Sends a message again after some seconds. */
  again(message: Message, at: number): Message {
    const copy = {
      ...message,
      index: this.messages.length,
      time: this.#plain ? null : at,
      place: this.messages.length + 1,
    };
    this.messages.push(copy);
    return copy;
  }

  #add(
    start: Message['start'],
    { from, to, at }: { from: Host | null; to: Host | null; at: number },
    via: string[],
    headers: Record<string, string | undefined>,
    body: string,
  ): Message {
    const fields = [
      ...via.map((value) => ({ name: 'Via', value })),
      ...Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
      ...(body ? [{ name: 'Content-Type', value: 'application/sdp' }] : []),
    ].filter(
      (field, index, all) =>
        field.name !== 'Content-Type' || all.findIndex(({ name }) => name === 'Content-Type') === index,
    );
    fields.push({ name: 'Content-Length', value: String(body.length) });
    const first =
      start.kind === 'request' ? `${start.method} ${start.uri} SIP/2.0` : `SIP/2.0 ${start.code} ${start.phrase}`;
    const message: Message = {
      index: this.messages.length,
      time: this.#plain ? null : at,
      place: this.messages.length + 1,
      from: this.#plain || !from ? null : end(from),
      to: this.#plain || !to ? null : end(to),
      transport: 'UDP',
      start,
      headers: fields,
      body,
      raw: [first, ...fields.map(({ name, value }) => `${name}: ${value}`), '', body].join('\r\n'),
      faults: [],
    };
    this.messages.push(message);
    return message;
  }
}

const head = (message: Message, name: string): string | undefined =>
  message.headers.find((field) => field.name === name)?.value;

/** An SDP with one audio line; `codecs` are payload numbers with or without rtpmap, such as `8` or `96 opus/48000/2` */
export function sdp(
  host: string,
  codecs: string[] = ['0', '8', '101 telephone-event/8000'],
  { port = 40000, protocol = 'RTP/AVP', lines = [] as string[], version = 1 } = {},
): string {
  const payloads = codecs.map((codec) => codec.split(' ')[0]);
  const maps = codecs.filter((codec) => codec.includes(' ')).map((codec) => `a=rtpmap:${codec}`);
  return [
    'v=0',
    `o=- 1 ${version} IN IP4 ${host}`,
    's=-',
    `c=IN IP4 ${host}`,
    't=0 0',
    `m=audio ${port} ${protocol} ${payloads.join(' ')}`,
    ...maps,
    ...lines,
    '',
  ].join('\r\n');
}

export interface CallOptions {
  plain?: boolean;
  /** Leaves the ACK out and repeats the 200 as often. */
  ackless?: number;
  bye?: 'caller' | 'callee' | null;
  talk?: number;
  invite?: Partial<RequestOptions>;
  answer?: ReplyOptions;
  ack?: Partial<RequestOptions>;
}

/** A call from Alice to Bob that rings for 5 s and is answered with 200 at 6.0 s; BYE after `talk` seconds */
export function answeredCall({
  plain,
  ackless = 0,
  bye = 'caller',
  talk = 30,
  ...more
}: CallOptions = {}): TraceBuilder {
  const trace = new TraceBuilder({ plain: plain ?? false });
  const invite = trace.request('INVITE', { from: ALICE, to: BOB, body: sdp(ALICE.host), ...more.invite });
  trace.reply(invite, 100, { at: 0.1 });
  trace.reply(invite, 180, { at: 1 });
  const answer = trace.reply(invite, 200, { at: 6, body: sdp(BOB.host), ...more.answer });
  const toTag = more.answer?.toTag ?? 'tb';
  if (ackless === 0) trace.request('ACK', { from: ALICE, to: BOB, toTag, at: 6.1, ...more.ack });
  for (let index = 0, at = 6.5, wait = 1; index < ackless; index += 1, at += wait, wait = Math.min(4, wait * 2))
    trace.again(answer, at);
  if (bye === 'caller') {
    const request = trace.request('BYE', { from: ALICE, to: BOB, toTag, cseq: 2, at: 6 + talk });
    trace.reply(request, 200, { at: 6.1 + talk });
  } else if (bye === 'callee') {
    const request = trace.request('BYE', { from: BOB, to: ALICE, fromTag: toTag, toTag: 'ta', cseq: 1, at: 6 + talk });
    trace.reply(request, 200, { at: 6.1 + talk });
  }
  return trace;
}

/** A call that the caller cancels after some seconds of ringing */
export function cancelledCall({
  ringing = 20,
  reason = undefined as string | undefined,
  final = true,
} = {}): TraceBuilder {
  const trace = new TraceBuilder();
  const invite = trace.request('INVITE', { from: ALICE, to: BOB, branch: 'z9hG4bKcancel', body: sdp(ALICE.host) });
  trace.reply(invite, 100, { at: 0.1 });
  trace.reply(invite, 180, { at: 1 });
  const cancel = trace.request('CANCEL', {
    from: ALICE,
    to: BOB,
    branch: 'z9hG4bKcancel',
    at: 1 + ringing,
    headers: { Reason: reason },
  });
  trace.reply(cancel, 200, { at: 1.1 + ringing });
  if (final) {
    trace.reply(invite, 487, { at: 1.2 + ringing });
    trace.request('ACK', { from: ALICE, to: BOB, toTag: 'tb', branch: 'z9hG4bKcancel', at: 1.3 + ringing });
  }
  return trace;
}

/** A call that ends with a failure, after ringing or not */
export function failedCall(
  code: number,
  { ring = false, ...reply }: ReplyOptions & { ring?: boolean } = {},
): TraceBuilder {
  const trace = new TraceBuilder();
  const invite = trace.request('INVITE', { from: ALICE, to: BOB, branch: 'z9hG4bKfail', body: sdp(ALICE.host) });
  trace.reply(invite, 100, { at: 0.1 });
  if (ring) trace.reply(invite, 180, { at: 1 });
  trace.reply(invite, code, { at: 2, ...reply });
  trace.request('ACK', { from: ALICE, to: BOB, toTag: reply.toTag ?? 'tb', branch: 'z9hG4bKfail', at: 2.1 });
  return trace;
}

export interface DigestOptions {
  realm?: string;
  nonce?: string;
  stale?: boolean;
  algorithm?: string;
}

export const challenge = ({ realm = 'example.com', nonce = 'n1', stale, algorithm }: DigestOptions = {}): string =>
  `Digest realm="${realm}", nonce="${nonce}"${stale ? ', stale=true' : ''}${algorithm ? `, algorithm=${algorithm}` : ''}, qop="auth"`;

export const credentials = ({ realm = 'example.com', nonce = 'n1' }: DigestOptions = {}): string =>
  `Digest username="alice", realm="${realm}", nonce="${nonce}", uri="sip:example.com", response="00ff", cnonce="c1", nc=00000001, qop=auth`;

/** REGISTERs with the codes that they get; from the second on with credentials for the challenge before */
export function registration(codes: number[], reply: ReplyOptions = {}, nonces: DigestOptions[] = []): TraceBuilder {
  const trace = new TraceBuilder();
  codes.forEach((code, index) => {
    const asked = index === 0 ? undefined : credentials(nonces[index - 1] ?? { nonce: `n${index}` });
    const request = trace.request('REGISTER', {
      from: ALICE,
      to: PROXY,
      uri: 'sip:example.com',
      cseq: index + 1,
      at: index,
      headers: { Authorization: asked, Expires: '3600' },
    });
    const challenged = { 'WWW-Authenticate': challenge(nonces[index] ?? { nonce: `n${index + 1}` }) };
    const granted = { Contact: `<sip:alice@${ALICE.host}>;expires=3600` };
    trace.reply(request, code, {
      at: index + 0.1,
      headers: code === 401 ? challenged : code < 300 ? granted : {},
      ...reply,
    });
  });
  return trace;
}
