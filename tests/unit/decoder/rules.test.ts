import { test } from 'node:test';
import { expect } from '@playwright/test';
import { decoder as decodeEn } from '../../../src/i18n/decoder/words/en.ts';
import { decoder as decodeJa } from '../../../src/i18n/decoder/words/ja.ts';
import { analyse } from '../../../src/decoder/show/analyse.ts';
import { CATALOGUE, type Finding, type FindingKind } from '../../../src/decoder/rules/findings.ts';
import type { Endpoint, Fault, Undelivered } from '../../../src/decoder/message/types.ts';
import {
  ALICE,
  answeredCall,
  BOB,
  cancelledCall,
  CAROL,
  challenge,
  credentials,
  failedCall,
  PROXY,
  registration,
  sdp,
  TraceBuilder,
  type CallOptions,
} from './build-trace.ts';
import { MEDIA_CASES } from './media-cases.ts';

const NAMES = { codes: {}, causes: {}, warnings: {}, symptoms: {}, reuse: {} };
const INNER = '192.168.1.20';

const findings = (trace: TraceBuilder): Finding[] => analyse(trace.trace).calls.flatMap((call) => call.findings);
const kinds = (trace: TraceBuilder): FindingKind[] => findings(trace).map(({ kind }) => kind);

/** The same trace, but the capture went on for so long that a message that did not come would have been seen. */
const quiet = (trace: TraceBuilder, seconds = 40): TraceBuilder => {
  trace.quiet = seconds;
  return trace;
};

/** A call with two offers' worth of SDP. */
const media = (offer: string, answer: string): TraceBuilder =>
  answeredCall({ invite: { body: offer }, answer: { body: answer } });
const inDialog = (trace: TraceBuilder, method: string, options: object = {}) =>
  trace.request(method, { from: ALICE, to: BOB, toTag: 'tb', cseq: 2, at: 20, ...options });
const withFault = (kind: Fault['kind'], detail = ''): TraceBuilder => {
  const trace = new TraceBuilder();
  const request = trace.request('OPTIONS', { from: ALICE, to: BOB });
  request.faults.push({ kind, detail });
  trace.reply(request, 200, { at: 0.1 });
  return trace;
};
const proxied = (up: number, down: number): TraceBuilder => {
  const trace = new TraceBuilder();
  const invite = trace.request('INVITE', { from: ALICE, to: PROXY });
  trace.reply(trace.request('INVITE', { from: PROXY, to: BOB, over: invite, at: 1 }), down, { at: 2 });
  trace.reply(invite, up, { at: 3 });
  return trace;
};
const reinvite = (offer: string, answer: string): TraceBuilder => {
  const trace = answeredCall({ bye: null });
  const again = inDialog(trace, 'INVITE', { body: offer });
  trace.reply(again, 200, { at: 20.1, body: answer });
  inDialog(trace, 'ACK', { at: 20.2 });
  return trace;
};
const undelivered = (why: Undelivered['why'], answered: boolean): TraceBuilder => {
  const trace = new TraceBuilder();
  const request = trace.request('OPTIONS', { from: ALICE, to: BOB });
  trace.again(request, 0.5);
  const { from, to } = request as { from: Endpoint; to: Endpoint };
  trace.undelivered.push({ place: 2, time: request.time! + 0.1, by: BOB.host, why, from, to, transport: 'UDP' });
  if (answered) trace.reply(request, 200, { at: 0.6 });
  return trace;
};
const reliable = { Require: '100rel', RSeq: '1' };
const early = (headers: Record<string, string>, prack: boolean): TraceBuilder => {
  const trace = new TraceBuilder();
  const invite = trace.request('INVITE', { from: ALICE, to: BOB, body: sdp(ALICE.host) });
  const progress = trace.reply(invite, 180, { at: 1, headers });
  trace.again(progress, 1.5);
  if (prack) trace.reply(inDialog(trace, 'PRACK', { at: 2, headers: { RAck: '1 1 INVITE' } }), 200, { at: 2.1 });
  trace.reply(invite, 200, { at: 3, body: sdp(BOB.host) });
  trace.request('ACK', { from: ALICE, to: BOB, toTag: 'tb', at: 3.1 });
  return trace;
};
const loop = (nonces: string[], stale: boolean, last: number): TraceBuilder => {
  const trace = new TraceBuilder();
  nonces.forEach((nonce, index) => {
    const before = index === 0 ? undefined : credentials({ nonce: nonces[index - 1]! });
    const request = trace.request('REGISTER', {
      from: ALICE,
      to: PROXY,
      cseq: index + 1,
      at: index,
      headers: { Authorization: before },
    });
    const code = index === nonces.length - 1 ? last : 401;
    const asked = { 'WWW-Authenticate': challenge({ nonce, stale: stale && index > 0 }) };
    trace.reply(request, code, { at: index + 0.1, headers: code === 401 ? asked : {} });
  });
  return trace;
};
const transferred = (code: number, ...results: number[]): TraceBuilder => {
  const trace = answeredCall({ bye: null });
  trace.reply(inDialog(trace, 'REFER', { headers: { 'Refer-To': '<sip:carol@example.com>' } }), code, { at: 20.1 });
  results.forEach((result, index) =>
    trace.request('NOTIFY', {
      from: BOB,
      to: ALICE,
      fromTag: 'tb',
      toTag: 'ta',
      cseq: index + 1,
      at: 21 + index,
      headers: { Event: 'refer', 'Content-Type': 'message/sipfrag' },
      body: `SIP/2.0 ${result} Phrase`,
    }),
  );
  return trace;
};
const outside = (options: CallOptions): TraceBuilder => answeredCall(options);

const refusedOffer = (
  offer: string,
  headers: Record<string, string> = {},
  uri = 'sip:bob@example.com',
): TraceBuilder => {
  const trace = new TraceBuilder();
  const invite = trace.request('INVITE', { from: ALICE, to: BOB, body: offer, uri });
  trace.reply(invite, 488, { at: 0.1, headers });
  return trace;
};
/** A REGISTER of an IMS phone, its AKA challenge, what the phone makes of it, and a second challenge. */
const akaLoop = ({ response = '00ff', auts = '', last = 401 }): TraceBuilder => {
  const trace = new TraceBuilder();
  const asked = (nonce: string) => ({ 'WWW-Authenticate': challenge({ nonce, algorithm: 'AKAv1-MD5' }) });
  const sent = (nonce: string, answer: string) => ({
    Authorization: `Digest username="a@ims.example", realm="example.com", nonce="${nonce}", uri="sip:ims.example", response="${answer}"${auts && nonce ? `, auts="${auts}"` : ''}`,
  });
  const first = trace.request('REGISTER', { from: ALICE, to: PROXY, headers: sent('', '') });
  trace.reply(first, 401, { at: 0.1, headers: asked('r1') });
  const second = trace.request('REGISTER', { from: ALICE, to: PROXY, cseq: 2, at: 1, headers: sent('r1', response) });
  trace.reply(second, last, { at: 1.1, headers: last === 401 ? asked('r2') : {} });
  return trace;
};
/** Each rule: a trace in which it fires, and a near one in which it must be silent. */
const CASES: [FindingKind, fires: () => TraceBuilder, silent: () => TraceBuilder][] = [
  [
    'ack-missing',
    () => answeredCall({ ackless: 10, bye: 'callee', talk: 32 }),
    () => answeredCall({ bye: 'callee', talk: 32 }),
  ],
  [
    'ack-misrouted',
    () => answeredCall({ ack: { uri: 'sip:bob@192.168.1.30' } }),
    () => answeredCall({ ack: { uri: `sip:bob@${BOB.host}:5060;transport=udp` } }),
  ],
  ['ack-cseq', () => answeredCall({ ack: { cseq: 2 } }), () => answeredCall()],
  [
    'ack-branch',
    () => {
      const trace = failedCall(486);
      trace.messages.pop();
      trace.request('ACK', { from: ALICE, to: BOB, toTag: 'tb', at: 2.1 });
      return trace;
    },
    () => failedCall(486),
  ],
  [
    'ack-missing-failure',
    () => {
      const trace = failedCall(486);
      trace.messages.pop();
      trace.again(trace.messages[2]!, 2.5);
      return trace;
    },
    () => {
      const trace = failedCall(486);
      trace.again(trace.messages[2]!, 2.5);
      return trace;
    },
  ],
  [
    'success-after-cancel',
    () => {
      const trace = cancelledCall({ final: false });
      trace.reply(trace.messages[0]!, 200, { at: 21.2 });
      return trace;
    },
    () => cancelledCall(),
  ],
  [
    'forked-answers',
    () => {
      const trace = answeredCall({ bye: null });
      trace.reply(trace.messages[0]!, 200, { at: 6.05, toTag: 'tc' });
      return trace;
    },
    () => {
      const trace = answeredCall({ bye: null });
      trace.reply(trace.messages[0]!, 180, { at: 6.05, toTag: 'tc' });
      return trace;
    },
  ],
  ['cancel-without-final', () => quiet(cancelledCall({ final: false })), () => cancelledCall({ final: false })],
  [
    'cancel-too-early',
    () => {
      const trace = new TraceBuilder();
      const invite = trace.request('INVITE', { from: ALICE, to: BOB, branch: 'z9hG4bKx' });
      trace.request('CANCEL', { from: ALICE, to: BOB, branch: 'z9hG4bKx', at: 1 });
      trace.reply(invite, 100, { at: 1.1 });
      return trace;
    },
    // Responses that the trace does not have at all may have come.
    () => {
      const trace = new TraceBuilder();
      trace.request('INVITE', { from: ALICE, to: BOB, branch: 'z9hG4bKx' });
      trace.request('CANCEL', { from: ALICE, to: BOB, branch: 'z9hG4bKx', at: 1 });
      return trace;
    },
  ],
  [
    'no-response',
    () => {
      const trace = new TraceBuilder();
      trace.again(trace.request('OPTIONS', { from: ALICE, to: BOB }), 0.5);
      return trace;
    },
    () => {
      const trace = new TraceBuilder();
      const request = trace.request('OPTIONS', { from: ALICE, to: BOB });
      trace.again(request, 0.5);
      trace.reply(request, 200, { at: 0.6 });
      return trace;
    },
  ],
  ['unreachable', () => undelivered('port', false), () => undelivered('port', true)],
  [
    'retransmitted',
    () => {
      const trace = new TraceBuilder();
      const request = trace.request('OPTIONS', { from: ALICE, to: BOB });
      trace.again(request, 0.5);
      trace.reply(request, 200, { at: 0.6 });
      return trace;
    },
    () => {
      const trace = new TraceBuilder();
      const request = trace.request('OPTIONS', { from: ALICE, to: BOB });
      trace.again(request, 0.001);
      trace.reply(request, 200, { at: 0.6 });
      return trace;
    },
  ],
  [
    'response-unmatched',
    () => {
      const trace = new TraceBuilder();
      const request = trace.request('OPTIONS', { from: ALICE, to: BOB });
      const via = request.headers.find(({ name }) => name === 'Via')!;
      const other = {
        ...request,
        headers: request.headers.map((one) =>
          one === via ? { ...via, value: `${via.value}x`.replace('branch=', 'branch=z9hG4bKother') } : one,
        ),
      };
      trace.reply(other, 200, { at: 1 });
      return trace;
    },
    () => {
      const trace = new TraceBuilder();
      trace.reply(trace.request('OPTIONS', { from: ALICE, to: BOB }), 200, { at: 1 });
      return trace;
    },
  ],
  [
    'cseq-order',
    () => {
      const trace = answeredCall({ bye: null });
      inDialog(trace, 'INFO', { cseq: 5 });
      inDialog(trace, 'INFO', { cseq: 4, at: 21 });
      return trace;
    },
    () => {
      const trace = answeredCall({ bye: null });
      inDialog(trace, 'INFO', { cseq: 5 });
      inDialog(trace, 'INFO', { cseq: 1, at: 21, from: BOB, to: ALICE, fromTag: 'tb', toTag: 'ta' });
      return trace;
    },
  ],
  [
    'max-forwards',
    () => answeredCall({ invite: { headers: { 'Max-Forwards': '2' } } }),
    () => answeredCall({ invite: { headers: { 'Max-Forwards': '64' } } }),
  ],
  ['content-length', () => withFault('content-length-too-long', '120'), () => withFault('header-malformed', 'Via')],
  ['header-missing', () => withFault('header-missing', 'Max-Forwards'), () => withFault('truncated')],
  ['malformed', () => withFault('cseq-method', 'INVITE'), () => withFault('content-length-missing')],
  [
    'cut',
    () => {
      const trace = answeredCall();
      trace.messages[0]!.cut = 'snap';
      return trace;
    },
    () => answeredCall(),
  ],
  ['branch-old', () => answeredCall({ invite: { branch: '1' } }), () => answeredCall()],
  [
    'udp-too-large',
    () => answeredCall({ invite: { headers: { 'X-Fill': 'x'.repeat(1300) } } }),
    () => answeredCall({ invite: { headers: { 'X-Fill': 'x'.repeat(300) } } }),
  ],
  ['relayed-503', () => proxied(503, 503), () => proxied(500, 503)],
  ['retry-after', () => failedCall(503, { headers: { 'Retry-After': '120' } }), () => failedCall(503)],
  ['auth-normal', () => registration([401, 200]), () => registration([401, 401])],
  ['auth-loop', () => registration([401, 401]), () => registration([401, 200])],
  ['auth-stale', () => loop(['a', 'b', 'c'], true, 200), () => loop(['a', 'b'], false, 200)],
  ['auth-unanswered', () => registration([401]), () => registration([401, 200])],
  [
    'auth-realm',
    () => {
      const trace = new TraceBuilder();
      const asked = { 'WWW-Authenticate': challenge({ realm: 'asked.example' }) };
      trace.reply(trace.request('REGISTER', { from: ALICE, to: PROXY }), 401, { at: 0.1, headers: asked });
      const headers = { Authorization: credentials({ realm: 'sent.example' }) };
      trace.reply(trace.request('REGISTER', { from: ALICE, to: PROXY, cseq: 2, at: 1, headers }), 401, {
        at: 1.1,
        headers: asked,
      });
      return trace;
    },
    () => registration([401, 401]),
  ],
  [
    'auth-cseq',
    () => {
      const trace = registration([401, 200]);
      for (const message of trace.messages.slice(2))
        message.headers = message.headers.map((one) => (one.name === 'CSeq' ? { ...one, value: '1 REGISTER' } : one));
      return trace;
    },
    () => registration([401, 200]),
  ],
  ['aka', () => akaLoop({ response: '' }), () => registration([401, 200])],
  [
    'private-contact',
    () => outside({ invite: { headers: { Contact: `<sip:alice@${INNER}>` } } }),
    () => {
      const inside = { name: 'alice', host: INNER };
      return outside({ invite: { from: inside, headers: { Contact: `<sip:alice@${INNER}>` } } });
    },
  ],
  [
    'private-media',
    () => outside({ invite: { body: sdp('100.64.3.4') } }),
    () => outside({ invite: { body: sdp('198.51.100.9') } }),
  ],
  [
    'nat-via',
    () => {
      const trace = new TraceBuilder();
      const request = trace.request('OPTIONS', { from: { name: 'a', host: INNER }, to: BOB });
      request.from = { host: ALICE.host, port: 5060 };
      return trace;
    },
    () => {
      const trace = new TraceBuilder();
      const request = trace.request('OPTIONS', { from: { name: 'a', host: 'phone.example.com' }, to: BOB });
      request.from = { host: ALICE.host, port: 5060 };
      return trace;
    },
  ],
  [
    'rport-missing',
    () => {
      const trace = new TraceBuilder();
      const request = trace.request('OPTIONS', { from: ALICE, to: BOB });
      request.from = { host: ALICE.host, port: 61000 };
      request.headers[0]!.value = request.headers[0]!.value.replace(';rport', '');
      return trace;
    },
    () => {
      const trace = new TraceBuilder();
      trace.request('OPTIONS', { from: ALICE, to: BOB }).from = { host: ALICE.host, port: 61000 };
      return trace;
    },
  ],
  [
    'route-missing',
    () => answeredCall({ answer: { headers: { 'Record-Route': '<sip:p.example.com;lr>' } } }),
    () =>
      answeredCall({
        bye: null,
        answer: { headers: { 'Record-Route': '<sip:p.example.com;lr>' } },
        ack: { headers: { Route: '<sip:p.example.com;lr>' } },
      }),
  ],
  [
    'no-common-codec',
    () => media(sdp(ALICE.host, ['18', '101 telephone-event/8000']), sdp(BOB.host, ['8', '101 telephone-event/8000'])),
    () => media(sdp(ALICE.host, ['111 opus/48000/2']), sdp(BOB.host, ['96 OPUS/48000/2'])),
  ],
  [
    'offer-refused',
    () => failedCall(488),
    () => failedCall(488, { body: sdp(BOB.host, ['18']), headers: { 'Content-Type': 'application/sdp' } }),
  ],
  [
    'browser-profile',
    () => refusedOffer(sdp(ALICE.host, ['0'], { protocol: 'UDP/TLS/RTP/SAVPF', lines: ['a=fingerprint:sha-256 AB'] })),
    () => refusedOffer(sdp(ALICE.host, ['0'], { protocol: 'RTP/SAVP' })),
  ],
  [
    'media-rejected',
    () => media(sdp(ALICE.host), sdp(BOB.host, ['0'], { port: 0 })),
    () => media(sdp(ALICE.host), sdp(BOB.host)),
  ],
  [
    'media-profile',
    () => media(sdp(ALICE.host, ['0'], { protocol: 'RTP/SAVP' }), sdp(BOB.host, ['0'])),
    () => media(sdp(ALICE.host, ['0'], { protocol: 'RTP/SAVPF' }), sdp(BOB.host, ['0'], { protocol: 'RTP/SAVPF' })),
  ],
  [
    'media-lines',
    () => media(`${sdp(ALICE.host)}m=video 5000 RTP/AVP 34\r\n`, sdp(BOB.host)),
    () => media(`${sdp(ALICE.host)}m=video 5000 RTP/AVP 34\r\n`, `${sdp(BOB.host)}m=video 0 RTP/AVP 34\r\n`),
  ],
  ['answer-missing', () => answeredCall({ answer: { body: '' } }), () => answeredCall()],
  [
    'answer-changed',
    () => {
      const trace = answeredCall();
      const index = trace.messages.findIndex(({ start }) => start.kind === 'response' && start.code === 180);
      const reply = trace.reply(trace.messages[0]!, 183, { body: sdp(BOB.host, ['0'], { port: 41000 }) });
      trace.messages.pop();
      trace.messages[index] = { ...reply, index };
      return trace;
    },
    () => answeredCall(),
  ],
  [
    'dtmf-missing',
    () => media(sdp(ALICE.host), sdp(BOB.host, ['0'])),
    () => media(sdp(ALICE.host, ['0']), sdp(BOB.host, ['0'])),
  ],
  [
    'one-way',
    () => media(sdp(ALICE.host), sdp(BOB.host, ['0', '101 telephone-event/8000'], { lines: ['a=sendonly'] })),
    () => media(sdp(ALICE.host), sdp(BOB.host, ['0', '101 telephone-event/8000'], { lines: ['a=sendrecv'] })),
  ],
  [
    'hold',
    () => reinvite(sdp(ALICE.host, ['0'], { lines: ['a=sendonly'] }), sdp(BOB.host, ['0'], { lines: ['a=recvonly'] })),
    () => reinvite(sdp(ALICE.host, ['0'], { version: 2 }), sdp(BOB.host, ['0'], { version: 2 })),
  ],
  ['zero-address', () => media(sdp('0.0.0.0'), sdp(BOB.host)), () => media(sdp(ALICE.host), sdp(BOB.host))],
  [
    'early-media-no-ringing',
    () => {
      const trace = new TraceBuilder();
      const invite = trace.request('INVITE', { from: ALICE, to: BOB, body: sdp(ALICE.host) });
      trace.reply(invite, 183, { at: 1, body: sdp(BOB.host) });
      trace.reply(invite, 200, { at: 5, body: sdp(BOB.host) });
      return trace;
    },
    // A 180 may still come.
    () => {
      const trace = new TraceBuilder();
      trace.reply(trace.request('INVITE', { from: ALICE, to: BOB, body: sdp(ALICE.host) }), 183, {
        at: 1,
        body: sdp(BOB.host),
      });
      return trace;
    },
  ],
  ['delayed-offer', () => answeredCall({ invite: { body: '' }, ack: { body: sdp(ALICE.host) } }), () => answeredCall()],
  [
    'session-expired',
    () => answeredCall({ bye: 'callee', talk: 1768, answer: { headers: { 'Session-Expires': '1800;refresher=uac' } } }),
    () => answeredCall({ bye: 'callee', talk: 600, answer: { headers: { 'Session-Expires': '1800;refresher=uac' } } }),
  ],
  ['session-small', () => failedCall(422, { headers: { 'Min-SE': '1800' } }), () => failedCall(420)],
  ['prack-missing', () => early(reliable, false), () => early(reliable, true)],
  ['extension-refused', () => failedCall(420, { headers: { Unsupported: 'foo, bar' } }), () => failedCall(421 + 1)],
  [
    'glare',
    () => {
      const trace = answeredCall({ bye: null });
      trace.reply(inDialog(trace, 'INVITE', { body: sdp(ALICE.host) }), 491, { at: 20.1 });
      return trace;
    },
    () => reinvite(sdp(ALICE.host), sdp(BOB.host)),
  ],
  [
    'bye-refused',
    () => {
      const trace = answeredCall({ bye: null });
      trace.reply(inDialog(trace, 'BYE'), 481, { at: 20.1 });
      return trace;
    },
    () => answeredCall(),
  ],
  [
    'dialog-unknown',
    () => {
      const trace = answeredCall({ bye: null });
      trace.reply(inDialog(trace, 'UPDATE'), 481, { at: 20.1 });
      return trace;
    },
    () => {
      const trace = answeredCall({ bye: null });
      trace.reply(inDialog(trace, 'UPDATE'), 200, { at: 20.1 });
      return trace;
    },
  ],
  ['transfer', () => transferred(202, 100, 486), () => transferred(401)],
  [
    'network-blocked',
    () =>
      failedCall(603, {
        phrase: 'Network Blocked',
        headers: { Reason: 'SIP;cause=603;text="v=analytics1;url=https://x.example";location=TN' },
      }),
    () => failedCall(603, { headers: { Reason: 'Q.850;cause=21;text="Call Rejected"' } }),
  ],
  [
    'carrier-mark',
    () => failedCall(403, { phrase: 'Caller Origination Number is Invalid D35' }),
    () => failedCall(403, { phrase: 'Forbidden D350' }),
  ],
  ...MEDIA_CASES,
];

for (const [kind, fires, silent] of CASES) {
  test(`${kind} fires (${CATALOGUE[kind][2]})`, () => {
    const own = findings(fires()).filter((finding) => finding.kind === kind);
    expect(own).toHaveLength(1);
    expect(own[0]!.messages.length).toBeGreaterThan(0);
    for (const sentence of [decodeEn.finding(own[0]!, NAMES), decodeJa.finding(own[0]!, NAMES)])
      expect(sentence).not.toMatch(/undefined|NaN|null| {2}|\(\)|（）/);
  });
  test(`${kind} is silent where all is well`, () => {
    expect(kinds(silent())).not.toContain(kind);
  });
}

test('every kind in the catalogue has its pair of traces above', () => {
  expect(CASES.map(([kind]) => kind).sort()).toEqual(Object.keys(CATALOGUE).sort());
});

test('every citation names a section that the RFC Editor can be linked to', () => {
  for (const [, , ...sources] of Object.values(CATALOGUE)) {
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(source).toMatch(/^RFC \d{4} §\d+(\.\d+)*$/);
  }
});

test('an ordinary call, a cancelled one and a registration give no fault and no warning', () => {
  for (const trace of [
    answeredCall(),
    answeredCall({ plain: true }),
    cancelledCall(),
    failedCall(486),
    registration([401, 200]),
  ])
    expect(findings(trace).filter(({ severity }) => severity !== 'note')).toEqual([]);
});

test('a call through a proxy that keeps the rules gives none either', () => {
  const trace = new TraceBuilder();
  const route = '<sip:203.0.113.20;lr>';
  const invite = trace.request('INVITE', { from: ALICE, to: PROXY, uri: 'sip:bob@example.com', body: sdp(ALICE.host) });
  const onward = trace.request('INVITE', {
    from: PROXY,
    to: BOB,
    over: invite,
    at: 0.1,
    headers: { 'Record-Route': route },
  });
  const headers = { 'Record-Route': route };
  trace.reply(invite, 100, { at: 0.11 });
  trace.reply(onward, 200, { at: 5, body: sdp(BOB.host), headers });
  trace.reply(invite, 200, {
    at: 5.01,
    body: sdp(BOB.host),
    headers: { ...headers, Contact: `<sip:bob@${BOB.host}>` },
  });
  const ack = { toTag: 'tb', uri: `sip:bob@${BOB.host}` };
  const first = trace.request('ACK', { from: ALICE, to: PROXY, at: 5.1, headers: { Route: route }, ...ack });
  trace.request('ACK', { from: PROXY, to: BOB, over: first, at: 5.11, ...ack });
  const bye = trace.request('BYE', { from: ALICE, to: PROXY, at: 9, cseq: 2, headers: { Route: route }, ...ack });
  trace.reply(trace.request('BYE', { from: PROXY, to: BOB, over: bye, at: 9.01, cseq: 2, ...ack }), 200, { at: 9.1 });
  trace.reply(bye, 200, { at: 9.11 });
  expect(findings(trace)).toEqual([]);
});

test('severity follows the case: a fork that is cleared is a note, one that is not a fault', () => {
  const fork = (clear: boolean) => {
    const trace = answeredCall({ bye: null });
    trace.reply(trace.messages[0]!, 200, { at: 6.05, toTag: 'tc' });
    trace.request('ACK', { from: ALICE, to: CAROL, toTag: 'tc', at: 6.1, uri: `sip:bob@${BOB.host}` });
    if (clear) trace.request('BYE', { from: ALICE, to: CAROL, toTag: 'tc', cseq: 2, at: 6.2 });
    return findings(quiet(trace)).find(({ kind }) => kind === 'forked-answers')!;
  };
  expect([fork(true).severity, fork(false).severity]).toEqual(['note', 'fault']);
});

test('the result of a transfer is what NOTIFY reports last', () => {
  const result = (trace: TraceBuilder) => findings(trace).find(({ kind }) => kind === 'transfer');
  expect(result(transferred(202, 100, 200))).toMatchObject({ accepted: true, code: 200, severity: 'note' });
  expect(result(transferred(202, 100))).toMatchObject({ accepted: true, code: null, severity: 'warning' });
  expect(result(transferred(603))).toMatchObject({ accepted: false, code: 603, severity: 'warning' });
});

test('stale once and then through is a note; the same nonce again and again is named', () => {
  const stale = (nonces: string[]) => findings(loop(nonces, true, 200)).find(({ kind }) => kind === 'auth-stale');
  expect(stale(['a', 'b', 'c'])).toMatchObject({ severity: 'note', times: 1 });
  expect(stale(['a', 'b', 'c', 'd'])).toMatchObject({ severity: 'warning', times: 2 });
});

test('a client that stays with an old nonce is named; a server that asks with one nonce again and again is no such case', () => {
  const stays = new TraceBuilder();
  ['n1', 'n2', 'n3'].forEach((nonce, index) => {
    const headers = { Authorization: index === 0 ? undefined : credentials({ nonce: 'n1' }) };
    const request = stays.request('REGISTER', { from: ALICE, to: PROXY, cseq: index + 1, at: index, headers });
    stays.reply(request, 401, { at: index + 0.1, headers: { 'WWW-Authenticate': challenge({ nonce }) } });
  });
  const loopOf = (trace: TraceBuilder) => findings(trace).find(({ kind }) => kind === 'auth-loop');
  expect(loopOf(stays)).toMatchObject({ tries: 2, user: 'alice', sameNonce: true });
  expect(loopOf(loop(['a', 'a', 'a', 'a'], false, 401))).toMatchObject({ tries: 3, sameNonce: false });
});

test('findings come with the gravest first', () => {
  const trace = answeredCall({ ackless: 8, invite: { body: sdp(INNER), headers: { 'Max-Forwards': '1' } } });
  const order = findings(trace).map(({ severity }) => severity);
  expect(order).toEqual(
    [...order].sort((a, b) => ['fault', 'warning', 'note'].indexOf(a) - ['fault', 'warning', 'note'].indexOf(b)),
  );
  expect(new Set(order).size).toBeGreaterThan(1);
});

test('sentences differ between kinds, and each ends as a sentence does', () => {
  const made = CASES.map(([kind, fires]) => findings(fires()).find((finding) => finding.kind === kind)!);
  const english = made.map((finding) => decodeEn.finding(finding, NAMES));
  const japanese = made.map((finding) => decodeJa.finding(finding, NAMES));
  expect(new Set(english).size).toBe(english.length);
  expect(new Set(japanese).size).toBe(japanese.length);
  for (const sentence of english) expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
  for (const sentence of japanese) expect(sentence).toMatch(/。$/);
});
