import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { expect } from '@playwright/test';
import { parseTrace } from '../../../src/decoder/input/trace-parser.ts';
import type { Cut, Trace } from '../../../src/decoder/message/types.ts';
import { reasons } from '../../../src/decoder/message/reason.ts';
import { CATALOGUE, type Finding } from '../../../src/decoder/rules/findings.ts';
import { analyse } from '../../../src/decoder/show/analyse.ts';
import { decoder as decodeEn } from '../../../src/i18n/decoder/words/en.ts';
import {
  ALICE,
  answeredCall,
  BOB,
  cancelledCall,
  challenge,
  credentials,
  failedCall,
  PROXY,
  registration,
  sdp,
  TraceBuilder,
} from './build-trace.ts';

// A statement needs a ground in the trace: captures that gave a false one, and traces that hold only a part of a call.

const NAMES = { codes: {}, causes: {}, warnings: {}, symptoms: {}, reuse: {} };
const captured = (name: string): Trace =>
  parseTrace(new Uint8Array(readFileSync(`tests/fixtures/decoder/captures/${name}.pcap`)));
const only = (trace: Trace) => {
  const { calls } = analyse(trace);
  expect(calls).toHaveLength(1);
  return calls[0]!;
};
const said = (trace: Trace) => decodeEn.outcome(only(trace).outcome, NAMES);
const kinds = (trace: Trace) => only(trace).findings.map(({ kind, severity }) => `${severity} ${kind}`);

describe('captures that gave a false statement', () => {
  test('the first REGISTER of an IMS phone has empty credentials; nothing was refused', () => {
    const trace = captured('ims-aka-register-empty-nonce');
    expect(said(trace)).toBe('The phone is registered for 3600 s, after the usual challenge.');
    expect(kinds(trace)).toEqual(['note aka']);
    expect(only(trace).findings[0]).toMatchObject({ kind: 'aka', what: 'normal' });
  });

  test('a client that takes a new From tag for each REGISTER has answered the challenge all the same', () => {
    expect(kinds(captured('register-new-from-tag'))).toEqual(['note auth-normal']);
  });

  test('a 183 is no ringing: 480 after it is a failure with the cause that Reason names', () => {
    const trace = captured('183-then-480-q850-21');
    expect(only(trace).outcome).toMatchObject({
      kind: 'failed',
      code: 480,
      reasons: [{ protocol: 'Q.850', cause: 21 }],
    });
    expect(said(trace)).toBe('203.0.113.30:5060 answered the INVITE with 480 after 0.1 s. Reason says Q.850 cause 21.');
  });

  test('an ACK on its last hop has used up its Route; one proxy and a full spiral are right as well', () => {
    for (const name of ['spiral-core-side-only', 'spiral-ack-route-consumed', 'one-proxy-record-route'])
      expect(kinds(captured(name))).toEqual([]);
  });

  test('a Reason with a description quotes it', () => {
    expect(said(captured('reason-description'))).toContain('Reason says SIP, “User Hung Up”.');
  });

  test('a message without the empty line, captured whole, was not cut by the capture', () => {
    const [finding] = only(captured('no-empty-line-not-cut')).findings;
    expect(decodeEn.finding(finding!, NAMES)).toBe(
      'The message has no empty line after its header fields. Check the software that sent it.',
    );
  });
});

/** A refresh an hour later with the old nonce: challenged without stale=true, and then accepted. */
const refreshed = (last: number): TraceBuilder => {
  const trace = registration([401, 200]);
  const again = (cseq: number, at: number, nonce: string, code: number, asked = '') => {
    const headers = { Authorization: credentials({ nonce }) };
    const request = trace.request('REGISTER', { from: ALICE, to: PROXY, cseq, at, headers, fromTag: `t${cseq}` });
    trace.reply(request, code, {
      at: at + 0.1,
      headers: asked ? { 'WWW-Authenticate': challenge({ nonce: asked }) } : {},
    });
  };
  again(3, 3600, 'n1', 401, 'n3');
  again(4, 3601, 'n3', last, last === 401 ? 'n4' : '');
  return trace;
};

describe('captures that cut messages', () => {
  test('a snap length that is too short: one statement, and none of what lies behind the cut', () => {
    const trace = captured('snap96');
    expect(trace.messages.map(({ cut }) => cut)).toEqual(new Array(7).fill('snap'));
    expect(kinds(trace)).toEqual(['note cut']);
    expect(only(trace).outcome.kind).toBe('reply-not-read');
  });

  test('a segment that was not captured: its message is cut, and no rule rests on it', () => {
    const trace = captured('tcp-lost-segment');
    expect(trace.messages.filter(({ cut }) => cut)).toMatchObject([{ cut: 'lost' }]);
    expect(kinds(trace)).toEqual(['note cut']);
    expect(only(trace).outcome.kind).toBe('ended');
  });
});

describe('authentication', () => {
  test('a refresh that is challenged once more and then accepted is no refusal', () => {
    expect(kinds(refreshed(200).trace)).toEqual([]);
    expect(only(refreshed(200).trace).outcome.kind).toBe('registered');
  });

  test('one that is refused with the fresh nonce is, and the outcome says that an earlier one got through', () => {
    expect(only(refreshed(401).trace).findings[0]).toMatchObject({ kind: 'auth-loop', explains: true });
    expect(said(refreshed(401).trace)).toBe(
      '2 REGISTER requests carried credentials, and the last response is still 401. An earlier REGISTER in the trace got through.',
    );
  });

  test('credentials with a nonce from before the trace prove no wrong password', () => {
    const trace = new TraceBuilder();
    const headers = { Authorization: credentials({ nonce: 'old' }) };
    const request = trace.request('REGISTER', { from: ALICE, to: PROXY, headers });
    trace.reply(request, 401, { at: 0.1, headers: { 'WWW-Authenticate': challenge({ nonce: 'new' }) } });
    expect(kinds(trace.trace)).toEqual([]);
  });

  test('two branches of a fork that are challenged are one attempt', () => {
    const trace = new TraceBuilder();
    const invite = trace.request('INVITE', { from: ALICE, to: PROXY });
    const asked = { 'WWW-Authenticate': challenge() };
    for (const at of [1, 1.1])
      trace.reply(trace.request('INVITE', { from: PROXY, to: BOB, over: invite, at }), 401, {
        at: at + 0.5,
        headers: asked,
      });
    expect(kinds(trace.trace).filter((kind) => kind.includes('auth-cseq'))).toEqual([]);
  });
});

describe('what was cut', () => {
  const CUTS: Cut[] = ['edited', 'redacted', 'limit', 'end', 'snap', 'lost'];
  /** A call of which the trace changed a message: no SDP, fields missing, a branch that is a word. */
  const damaged = (cut: Cut): TraceBuilder => {
    const trace = answeredCall({ invite: { body: '', branch: 'REDACTED' } });
    const invite = trace.messages[0]!;
    invite.faults.push({ kind: 'header-missing', detail: 'To' }, { kind: 'content-length-too-long', detail: '191' });
    invite.cut = cut;
    return trace;
  };

  test('feeds no rule about the sender, and is said once', () => {
    for (const cut of CUTS)
      expect(kinds(damaged(cut).trace).filter((kind) => kind !== 'note branch-old' || cut !== 'edited')).toEqual([
        'note cut',
      ]);
  });

  test('a message that was not cut feeds them', () => {
    const trace = damaged('snap');
    delete trace.messages[0]!.cut;
    expect(kinds(trace.trace)).toContain('fault header-missing');
  });

  test('each kind of finding says what it rests on', () => {
    for (const [kind, [severity, basis]] of Object.entries(CATALOGUE)) {
      expect([kind, ['fault', 'warning', 'note'].includes(severity)]).toEqual([kind, true]);
      expect([kind, ['flow', 'head', 'body'].includes(basis)]).toEqual([kind, true]);
    }
  });
});

describe('what is not in the trace', () => {
  const unanswered = (): TraceBuilder => {
    const trace = new TraceBuilder();
    const invite = trace.request('INVITE', { from: ALICE, to: BOB });
    for (const at of [0.5, 1.5, 3.5]) trace.again(invite, at);
    return trace;
  };

  test('no reply is said of what a capture saw whole', () => {
    expect(only(unanswered().trace).outcome.kind).toBe('no-reply');
    expect(kinds(unanswered().trace)).toEqual(['fault no-response']);
  });

  test('not where something was passed over that may hold it, and not of a paste', () => {
    const skipped = unanswered();
    skipped.skipped.push({ place: 4, reason: 'encrypted', count: 2 });
    const homeless = unanswered();
    const other = homeless.request('OPTIONS', { from: BOB, to: ALICE, callId: 'other' });
    other.cut = 'snap';
    other.headers = other.headers.filter(({ name }) => name !== 'Call-ID' && name !== 'CSeq');
    for (const trace of [skipped.trace, { ...unanswered().trace, source: 'paste' as const }, homeless.trace]) {
      const { outcome, findings } = analyse(trace).calls[0]!;
      expect([outcome.kind, findings.map(({ kind }) => kind)]).toEqual(['reply-not-read', []]);
    }
  });

  test('what held no SIP takes nothing away', () => {
    const trace = unanswered();
    trace.skipped.push({ place: 4, reason: 'not-sip', count: 2 });
    expect(only(trace.trace).outcome.kind).toBe('no-reply');
  });

  test('one request alone is not said to have got no answer', () => {
    const trace = new TraceBuilder();
    trace.request('OPTIONS', { from: ALICE, to: BOB });
    expect(said(trace.trace)).toBe('The trace holds one OPTIONS to 203.0.113.30:5060; what came back is not in it.');
  });

  test('a capture of one direction: the ACK proves the response that was not captured', () => {
    const trace = answeredCall({ bye: 'caller' });
    const upward = trace.messages.filter(({ from }) => from?.host === ALICE.host);
    trace.messages.splice(0, trace.messages.length, ...upward);
    expect(only(trace.trace).outcome).toEqual({ kind: 'reply-not-captured', method: 'INVITE', proof: 'ACK' });
    expect(kinds(trace.trace)).toEqual([]);
  });

  test('the first hop of which the request is there speaks for the call', () => {
    const trace = new TraceBuilder();
    const invite = trace.request('INVITE', { from: ALICE, to: PROXY });
    trace.reply(invite, 100, { at: 0.1 });
    const onward = trace.request('INVITE', { from: PROXY, to: BOB, over: invite, at: 0.2 });
    trace.reply(onward, 486, { at: 1 });
    trace.reply(invite, 486, { at: 1.1 });
    trace.messages.shift();
    expect(only(trace.trace).outcome).toMatchObject({ kind: 'busy', by: '203.0.113.30:5060' });
  });

  test('clocks that run backwards give no time', () => {
    const trace = answeredCall();
    for (const message of trace.messages.slice(4)) message.time! -= 100;
    const { outcome } = only(trace.trace);
    expect(outcome).toMatchObject({ kind: 'ended', talk: null });
    expect(said(trace.trace)).not.toMatch(/-\d/);
  });

  test('an ACK that takes another way is no missing ACK as long as the 2xx is not repeated', () => {
    const trace = answeredCall({ bye: 'callee', talk: 32 });
    trace.messages.splice(4, 1);
    expect(only(trace.trace).outcome.kind).toBe('ended');
    expect(kinds(trace.trace)).toEqual([]);
  });
});

describe('who is blamed', () => {
  test('the party that sent a failure first, seen from all sides of a proxy', () => {
    const trace = new TraceBuilder();
    const invite = trace.request('INVITE', { from: ALICE, to: PROXY });
    trace.reply(trace.request('INVITE', { from: PROXY, to: BOB, over: invite, at: 0.1 }), 500, { at: 1 });
    trace.reply(invite, 500, { at: 1.1 });
    expect(only(trace.trace).outcome).toMatchObject({ kind: 'failed', by: '203.0.113.30:5060' });
    // From the caller's hop alone it is the proxy.
    const callers = trace.messages.filter(({ from, to }) => [from!.host, to!.host].includes(ALICE.host));
    expect(analyse({ ...trace.trace, messages: callers }).calls[0]!.outcome).toMatchObject({ by: '203.0.113.20:5060' });
  });

  test('another code on the next hop is the proxy’s own', () => {
    const trace = new TraceBuilder();
    const invite = trace.request('INVITE', { from: ALICE, to: PROXY });
    trace.reply(trace.request('INVITE', { from: PROXY, to: BOB, over: invite, at: 0.1 }), 503, { at: 1 });
    trace.reply(invite, 500, { at: 1.1 });
    expect(only(trace.trace).outcome).toMatchObject({ kind: 'failed', code: 500, by: '203.0.113.20:5060' });
  });
});

test('where a redaction made all tags one word, the party tells who ended the call', () => {
  for (const bye of ['caller', 'callee'] as const) {
    const trace = answeredCall({ bye });
    for (const message of trace.messages)
      message.headers = message.headers.map(({ name, value }) => ({
        name,
        value: value.replace(/;tag=\w+/, ';tag=REDACTED'),
      }));
    expect(only(trace.trace).outcome).toMatchObject({ kind: 'ended', by: bye });
  }
});

describe('media', () => {
  const offer = (lines: string[], protocol = 'UDP/TLS/RTP/SAVPF', host = '0.0.0.0', port = 9) =>
    sdp(host, ['0'], { protocol, lines, port });
  const ICE = ['a=ice-ufrag:abcd', 'a=ice-pwd:0123456789abcdef012345', 'a=fingerprint:sha-256 AB'];
  const call = (body: string) => answeredCall({ invite: { body }, answer: { body: offer(ICE) } });

  test('the placeholder of ICE is no hold, and candidates make a private default address harmless', () => {
    expect(kinds(call(offer(ICE)).trace)).toEqual([]);
    expect(
      kinds(
        call(
          offer(
            [...ICE, 'a=candidate:1 1 UDP 1 198.51.100.9 40000 typ srflx'],
            'UDP/TLS/RTP/SAVPF',
            '192.168.1.2',
            40000,
          ),
        ).trace,
      ),
    ).toEqual([]);
    expect(kinds(answeredCall({ invite: { body: sdp('0.0.0.0') } }).trace)).toContain('warning zero-address');
  });

  const refused = (body: string, headers = {}, uri = 'sip:bob@example.com') => {
    const trace = new TraceBuilder();
    trace.reply(trace.request('INVITE', { from: ALICE, to: BOB, body, uri }), 488, { at: 0.1, headers });
    return only(trace.trace).findings;
  };

  test('488 to a browser profile: the profile comes before the codecs', () => {
    expect(refused(offer(ICE))).toMatchObject([{ kind: 'browser-profile', toward: 'pbx', explains: true }]);
    expect(refused(sdp(ALICE.host), {}, 'sip:x@df7jal23ls0d.invalid;transport=ws')).toMatchObject([
      { kind: 'browser-profile', toward: 'browser' },
    ]);
  });

  test('488 without a description says nothing of codecs unless Warning does', () => {
    expect(refused(sdp(ALICE.host))).toMatchObject([{ kind: 'offer-refused', warning: null }]);
    const headers = { Warning: '305 bob.example.net "Incompatible media format"' };
    expect(refused(offer(ICE), headers)).toMatchObject([{ kind: 'offer-refused', warning: 305 }]);
  });
});

describe('parts of whole calls', () => {
  const FOLDER = 'tests/fixtures/trace';
  const traces = readdirSync(FOLDER).flatMap((name) =>
    ['pcap', 'pcapng'].map((kind) => `${FOLDER}/${name}/capture.${kind}`).filter(existsSync),
  );
  const files = [
    ...traces,
    ...readdirSync('tests/fixtures/decoder/captures').map((name) => `tests/fixtures/decoder/captures/${name}`),
  ];
  const read = (file: string) => parseTrace(new Uint8Array(readFileSync(file)));
  const cut = (trace: Trace, count: number): Trace => {
    const messages = trace.messages.slice(0, count);
    return { ...trace, messages, until: messages.at(-1)?.time ?? null };
  };
  const faults = (trace: Trace): Finding[] =>
    analyse(trace).calls.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'fault'));
  /** What later messages can only make worse, never untrue. */
  const key = ({ kind }: Finding) => kind;

  test('the first messages of a call give no fault that the whole call does not have', () => {
    for (const file of files) {
      const trace = read(file);
      const all = new Set(faults(trace).map(key));
      for (let count = 1; count < trace.messages.length; count += 1)
        for (const finding of faults(cut(trace, count)))
          expect([file, count, all.has(key(finding)), finding.kind]).toEqual([file, count, true, finding.kind]);
    }
  });

  test('one direction, a later beginning or a message that is missing gives no fault that the whole call does not have', () => {
    for (const file of files) {
      const trace = read(file);
      const all = new Set(faults(trace).map(key));
      const hosts = [...new Set(trace.messages.map(({ from }) => from!.host))];
      const parts = [
        ...hosts.map((host) => trace.messages.filter(({ from }) => from!.host === host)),
        ...trace.messages.map((_, index) => trace.messages.slice(index)),
        ...trace.messages.map((_, index) => trace.messages.filter((__, other) => other !== index)),
      ];
      parts.forEach((messages, part) => {
        const more = faults({ ...trace, messages }).filter((finding) => !all.has(key(finding)));
        expect([file, part, more.map(key)]).toEqual([file, part, []]);
      });
    }
  });

  test('no sentence has a gap, an inner name or a negative time, in no part of any trace', () => {
    for (const file of files) {
      const trace = read(file);
      for (let count = 1; count <= trace.messages.length; count += 1)
        for (const { outcome, findings } of analyse(cut(trace, count)).calls)
          for (const sentence of [
            decodeEn.outcome(outcome, NAMES),
            ...findings.map((one) => decodeEn.finding(one, NAMES)),
          ])
            expect(sentence).not.toMatch(/undefined|NaN|null|\bself\b|\[object| {2}|\(\)|-\d+\.\d/);
    }
  });
});

test('a Reason that names only its protocol says nothing', () => {
  const trace = cancelledCall({ reason: 'SIP' });
  expect(trace.messages.flatMap(reasons)).toEqual([]);
});

test('608 and 603+ are no refusal by the called person', () => {
  const info = { 'Call-Info': '<https://block.example.net/complaint-jws>;purpose=jwscard' };
  expect(only(failedCall(608, { headers: info }).trace).outcome).toMatchObject({
    kind: 'blocked',
    blocking: { redress: ['https://block.example.net/complaint-jws'] },
  });
  const reason = 'Q.850;cause=21;text="v=analytics1;url=https://r.example;tel=+15550100;id=4_7";location=RLN';
  const finding = only(failedCall(603, { phrase: 'Network Blocked', headers: { Reason: reason } }).trace).findings[0]!;
  expect(finding).toMatchObject({ kind: 'network-blocked', explains: true, location: 'RLN', id: '4_7' });
  expect(decodeEn.finding(finding, NAMES)).toBe(
    'This is 603+: analytics of a network blocked the call, location RLN (public network serving the remote user), not the called person. Object at https://r.example or +15550100 and quote 4_7; no other route is to be tried.',
  );
  expect(only(failedCall(603).trace).outcome.kind).toBe('declined');
});
