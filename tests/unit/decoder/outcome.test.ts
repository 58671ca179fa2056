import { test } from 'node:test';
import { expect } from '@playwright/test';
import { decoder as decodeEn } from '../../../src/i18n/decoder/words/en.ts';
import { decoder as decodeJa } from '../../../src/i18n/decoder/words/ja.ts';
import { analyse, type Analysed } from '../../../src/decoder/show/analyse.ts';
import type { Names } from '../../../src/decoder/show/code-names.ts';
import type { Endpoint, Message } from '../../../src/decoder/message/types.ts';
import type { Outcome } from '../../../src/decoder/outcome/types.ts';
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

const only = (trace: TraceBuilder): Analysed => {
  const { calls } = analyse(trace.trace);
  expect(calls).toHaveLength(1);
  return calls[0]!;
};
const outcome = (trace: TraceBuilder): Outcome => only(trace).outcome;
const kind = (trace: TraceBuilder): string => outcome(trace).kind;

const names: Names = {
  codes: Object.fromEntries(
    (
      [
        [200, 'OK'],
        [302, 'Moved Temporarily'],
        [401, 'Unauthorized'],
        [480, 'Temporarily Unavailable'],
        [486, 'Busy Here'],
        [487, 'Request Terminated'],
      ] as const
    ).map(([code, phrase]) => [code, { phrase, summary: '', path: `/sip/${code}/`, nature: 'normal' as const }]),
  ),
  causes: { 16: 'Normal call clearing' },
  warnings: { 399: 'Miscellaneous warning' },
  symptoms: {},
  reuse: {},
};

/** A 603+ in the form that ATIS-1000099 gives it. */
const BLOCKED = 'Q.850;cause=21;text="v=analytics1;url=https://redress.example.com;id=77";location=RLN';

/** Every outcome once, with the trace that leads to it and both sentences. */
const CASES: [Outcome['kind'], () => TraceBuilder, string, string][] = [
  [
    'ended',
    () => answeredCall({ bye: 'callee', talk: 125 }),
    'The called side ended the answered call after 2 min 5 s. It had been answered 6.0 s after the INVITE.',
    '応答があり、着信側が通話開始から2分5秒後に切断しました。応答はINVITEの6.0秒後でした。',
  ],
  [
    'up',
    () => answeredCall({ bye: null }),
    'The call was answered, and the trace ends 0.1 s later without a BYE.',
    '応答がありました。0.1秒後のトレースの終わりまで、BYEはありません。',
  ],
  [
    'ack-dropped',
    () => answeredCall({ ackless: 10, bye: 'callee', talk: 32 }),
    'The called side ended the answered call after 32.0 s, because no ACK to its 200 OK had arrived.',
    '200 OKへのACKが届かなかったため、着信側が応答の32.0秒後に切断しました。',
  ],
  [
    'unconfirmed',
    () => answeredCall({ ackless: 3, bye: null }),
    'The call was answered, but the trace has no ACK: the 2xx was sent again 3 times within 3.5 s.',
    '着信側は応答しましたが、ACKがトレースにありません。2xxは3.5秒の間に3回再送されました。',
  ],
  [
    'session-expired',
    () => answeredCall({ bye: 'callee', talk: 1768, answer: { headers: { 'Session-Expires': '1800;refresher=uac' } } }),
    'The called side ended the answered call after 29 min 28 s, about when its session interval of 1800 s ran out; the trace has no refresh.',
    'セッションタイマー（1800秒）の期限が近づいたころ、着信側が応答の29分28秒後に切断しました。更新はトレースにありません。',
  ],
  [
    'dialog-lost',
    () => {
      const trace = answeredCall({ bye: null });
      const update = trace.request('UPDATE', { from: ALICE, to: BOB, toTag: 'tb', cseq: 2, at: 20 });
      trace.reply(update, 481, { at: 20.1 });
      return trace;
    },
    'The answered call was lost after 14.1 s: an UPDATE inside it got 481, which ends the call for its sender.',
    '応答から14.1秒後に、通話のダイアログが失われました。通話中のUPDATEに481が返ったため、送信側は呼を終えることになります。',
  ],
  [
    'answered-after-cancel',
    () => {
      const trace = cancelledCall({ final: false });
      trace.reply(trace.messages[0]!, 200, { at: 21.2 });
      return trace;
    },
    'The call was answered at the moment when the caller cancelled, and no BYE ended it within the trace.',
    '発信側の取り消しと着信側の応答が行き違いになりました。切断するBYEはトレースにありません。',
  ],
  [
    'forked',
    () => {
      const trace = answeredCall({ bye: null });
      trace.reply(trace.messages[0]!, 200, { at: 6.05, toTag: 'tc' });
      trace.request('BYE', { from: ALICE, to: BOB, toTag: 'tc', cseq: 2, at: 6.2 });
      return trace;
    },
    '2 phones answered the same call, and 1 of the 2 calls ended by BYE within the trace.',
    '1つの呼に2台の電話機が応答しました。このうちBYEで終了したと確認できる呼は1件です。',
  ],
  [
    'cancelled',
    () => cancelledCall({ reason: 'Q.850;cause=16' }),
    'The caller cancelled after 20.0 s of ringing. Reason says Q.850 cause 16 (Normal call clearing).',
    '20.0秒間呼び出した後、発信側が取り消しました。Reasonヘッダーの内容は、Q.850の理由表示16「Normal call clearing」です。',
  ],
  [
    'terminated',
    () => failedCall(487),
    'The call ended with 487 Request Terminated after 2.0 s, although the trace has no CANCEL from the caller.',
    '呼は2.0秒後に487 Request Terminatedで終わりました。発信側からのCANCELはトレースにありません。',
  ],
  [
    'busy',
    () => failedCall(486),
    '203.0.113.30:5060 reported busy: 486 Busy Here.',
    '203.0.113.30:5060が486 Busy Hereを返し、話し中と通知しました。',
  ],
  [
    'declined',
    () => failedCall(603, { ring: true }),
    '203.0.113.30:5060 reported that the call was declined after 1.0 s of ringing: 603.',
    '1.0秒間呼び出した後、203.0.113.30:5060から603が返り、着信が拒否されました。',
  ],
  [
    'no-answer',
    () => failedCall(480, { ring: true, at: 31 }),
    'It rang for 30.0 s and nobody answered, until 480 Temporarily Unavailable ended the attempt.',
    '30.0秒間呼び出しましたが応答がなく、480 Temporarily Unavailableで終わりました。',
  ],
  [
    'unknown-target',
    () => failedCall(404),
    '203.0.113.30:5060 reported no destination for the called address as it was dialed: 404.',
    '203.0.113.30:5060が404を返しました。ダイヤルされた宛先が見つからないか、番号として成立していません。',
  ],
  [
    'redirected',
    () => failedCall(302, { headers: { Contact: '<sip:carol@example.net>' } }),
    'The call was redirected with 302 Moved Temporarily to sip:carol@example.net, and the trace shows no attempt there.',
    '302 Moved Temporarilyでsip:carol@example.netへの転送を指示されましたが、そこへの発信はトレースにありません。',
  ],
  [
    'media-refused',
    () => failedCall(488),
    '203.0.113.30:5060 answered the INVITE with 488: the session that it offers was refused.',
    '203.0.113.30:5060から488が返り、INVITEで提示したセッションが拒否されました。',
  ],
  [
    'auth-failed',
    () => registration([401, 401, 401]),
    '2 REGISTER requests carried credentials, and the last response is still 401 Unauthorized.',
    '認証情報を付けたREGISTERを2回送りましたが、最後のレスポンスも401 Unauthorizedでした。',
  ],
  [
    'auth-unanswered',
    () => registration([401]),
    'The REGISTER was challenged with 401 Unauthorized, and the trace has no request with credentials after it.',
    'REGISTERに401 Unauthorizedのチャレンジが返りましたが、その後の認証情報を付けたリクエストはトレースにありません。',
  ],
  [
    'auth-forbidden',
    () => registration([401, 403]),
    '203.0.113.20:5060 answered the REGISTER with 403 although it carried credentials.',
    '認証情報を付けたREGISTERに、203.0.113.20:5060が403を返しました。',
  ],
  [
    'failed',
    () => failedCall(500),
    '203.0.113.30:5060 answered the INVITE with 500 after 2.0 s.',
    'INVITEは2.0秒後に500で終わりました。返したのは203.0.113.30:5060です。',
  ],
  [
    'provisional-only',
    () => {
      const trace = new TraceBuilder();
      const invite = trace.request('INVITE', { from: ALICE, to: BOB });
      trace.reply(invite, 180, { at: 3 });
      return trace;
    },
    'The last response is 180; the trace goes on for 3.0 s after the request and has no final one.',
    '最後に届いたのは180で、最終レスポンスはトレースにありません。トレースはリクエストの後、3.0秒続いています。',
  ],
  [
    'no-reply',
    () => {
      const trace = new TraceBuilder();
      const invite = trace.request('INVITE', { from: ALICE, to: BOB });
      for (const at of [0.5, 1.5, 3.5]) trace.again(invite, at);
      return trace;
    },
    'The INVITE to 203.0.113.30:5060 was sent 4 times within 3.5 s, and the trace has no reply. If a log of the client names a 408, the client made it up itself: it was never on the wire.',
    '203.0.113.30:5060へのINVITEを3.5秒の間に4回送信しましたが、レスポンスはトレースにありません。クライアントのログに408があっても、それはクライアントの内部で作られたもので、回線上を流れていません。',
  ],
  [
    'undelivered',
    () => {
      const trace = new TraceBuilder();
      const invite = trace.request('INVITE', { from: ALICE, to: BOB });
      const { from, to, time } = invite as Message & { from: Endpoint; to: Endpoint };
      trace.undelivered.push({ place: 2, time: time! + 0.1, by: BOB.host, why: 'port', from, to, transport: 'UDP' });
      return trace;
    },
    'The INVITE to 203.0.113.30:5060 was sent once and did not arrive: ICMP from 203.0.113.30 says that nothing listens there.',
    '203.0.113.30:5060へのINVITEを1回送信しましたが、届いていません。203.0.113.30からのICMPが「待ち受けているプログラムがない」と伝えています。',
  ],
  [
    'registered',
    () => registration([401, 200]),
    'The phone is registered for 3600 s, after the usual challenge.',
    '電話機は通常のチャレンジを経て登録されました。有効期間は3600秒です。',
  ],
  [
    'unregistered',
    () => {
      const trace = new TraceBuilder();
      const register = trace.request('REGISTER', { from: ALICE, to: PROXY, headers: { Contact: '*', Expires: '0' } });
      trace.reply(register, 200, { at: 1 });
      return trace;
    },
    'The phone removed its registration.',
    '電話機が登録を解除しました。',
  ],
  [
    'bindings-listed',
    () => {
      const trace = new TraceBuilder();
      const register = trace.request('REGISTER', { from: ALICE, to: PROXY, headers: { Contact: undefined } });
      trace.reply(register, 200, { at: 1, headers: { Contact: '<sip:a@192.0.2.1>, <sip:a@192.0.2.2>' } });
      return trace;
    },
    'The client asked which contacts are registered: 2.',
    'クライアントが登録済みのContactを問い合わせました。結果は2件です。',
  ],
  [
    'subscribed',
    () => {
      const trace = new TraceBuilder();
      const request = trace.request('SUBSCRIBE', { from: ALICE, to: PROXY, headers: { Event: 'dialog;id=1' } });
      trace.reply(request, 200, { at: 1, headers: { Expires: '600' } });
      const notify = trace.request('NOTIFY', { from: PROXY, to: ALICE, fromTag: 'tb', toTag: 'ta', at: 2 });
      trace.reply(notify, 200, { at: 3 });
      return trace;
    },
    'The subscription to dialog stands for 600 s, and NOTIFY came.',
    'dialogの購読が成立し、NOTIFYも届いています。有効期間は600秒です。',
  ],
  [
    'unsubscribed',
    () => {
      const trace = new TraceBuilder();
      const request = trace.request('SUBSCRIBE', {
        from: ALICE,
        to: PROXY,
        headers: { Event: 'presence', Expires: '0' },
      });
      trace.reply(request, 200, { at: 1 });
      return trace;
    },
    'The subscription to presence was ended.',
    'presenceの購読を終了しました。',
  ],
  [
    'notified',
    () => {
      const trace = new TraceBuilder();
      const request = trace.request('NOTIFY', {
        from: PROXY,
        to: ALICE,
        toTag: 'x',
        headers: { Event: 'message-summary' },
      });
      trace.reply(request, 200, { at: 1 });
      return trace;
    },
    'The state of message-summary was reported by NOTIFY and accepted.',
    'message-summaryの状態がNOTIFYで通知され、受け付けられました。',
  ],
  [
    'replied',
    () => {
      const trace = new TraceBuilder();
      trace.reply(trace.request('OPTIONS', { from: ALICE, to: BOB }), 404, { at: 1 });
      return trace;
    },
    '203.0.113.30:5060 answered OPTIONS with 404, so it can be reached.',
    '203.0.113.30:5060がOPTIONSに404を返したので、相手には到達できています。',
  ],
  [
    'end-only',
    () => {
      const trace = new TraceBuilder();
      trace.request('INFO', { from: BOB, to: ALICE, fromTag: 'tb', toTag: 'ta', cseq: 7 });
      trace.request('BYE', { from: ALICE, to: BOB, fromTag: 'ta', toTag: 'tb', cseq: 9, at: 1 });
      return trace;
    },
    'The trace begins inside the call; a BYE from 203.0.113.10:5060 ended it.',
    'トレースは呼の途中から始まり、203.0.113.10:5060からのBYEで終わっています。',
  ],
  [
    'inside-only',
    () => {
      const trace = new TraceBuilder();
      trace.reply(trace.request('INFO', { from: BOB, to: ALICE, fromTag: 'tb', toTag: 'ta' }), 200, { at: 1 });
      return trace;
    },
    'The trace shows a part of a call without its beginning and its end.',
    'トレースにあるのは呼の途中だけで、開始と終了は含まれていません。',
  ],
  [
    'response-only',
    () => {
      const trace = failedCall(486);
      trace.messages.splice(0, 1);
      return trace;
    },
    'The trace shows 486 Busy Here to INVITE, but not the request itself.',
    'INVITEへの486 Busy Hereだけがあり、元のリクエストはトレースにありません。',
  ],
  [
    'blocked',
    () => failedCall(603, { phrase: 'Network Blocked', headers: { Reason: BLOCKED } }),
    'A network blocked the call with 603 Network Blocked (603+), which came from 203.0.113.30:5060 with location RLN.',
    '途中の事業者網が呼を遮断しました。203.0.113.30:5060から603 Network Blocked（603+）が返っています（生成源RLN）。',
  ],
  [
    'alone',
    () => {
      const trace = new TraceBuilder();
      trace.request('INVITE', { from: ALICE, to: BOB });
      return trace;
    },
    'The trace holds one INVITE to 203.0.113.30:5060; what came back is not in it.',
    'トレースにあるのは、203.0.113.30:5060へのINVITE1件だけです。レスポンスは含まれていません。',
  ],
  [
    'reply-not-read',
    () => {
      const trace = new TraceBuilder();
      trace.again(trace.request('INVITE', { from: ALICE, to: BOB }), 0.5);
      trace.skipped.push({ place: 3, reason: 'fragment', count: 1 });
      return trace;
    },
    'The INVITE to 203.0.113.30:5060 was sent twice. No reply could be read, but the trace is not complete, so one may have come.',
    '203.0.113.30:5060へのINVITEが2回送信されています。レスポンスは読み取れませんでしたが、トレースが完全ではないため、届いていた可能性があります。',
  ],
  [
    'reply-not-captured',
    () => {
      const trace = answeredCall({ bye: null });
      trace.messages.splice(1, 3);
      return trace;
    },
    'The trace has the INVITE and a later ACK, which shows that a response came in between; the response itself is not in the trace.',
    'トレースにはINVITEと、その後のACKがあります。その間にレスポンスが届いたはずですが、トレースには含まれていません。',
  ],
];

for (const [wanted, make, english, japanese] of CASES)
  test(`outcome: ${wanted}`, () => {
    const result = outcome(make());
    expect(result.kind).toBe(wanted);
    expect(decodeEn.outcome(result, names)).toBe(english);
    expect(decodeJa.outcome(result, names)).toBe(japanese);
  });

test('no kind of outcome is left out above, and every kind differs in its sentence', () => {
  expect(new Set(CASES.map(([wanted]) => wanted)).size).toBe(CASES.length);
  for (const language of [2, 3] as const) expect(new Set(CASES.map((one) => one[language])).size).toBe(CASES.length);
});

test('sentences without times have no gap where a time would be', () => {
  for (const [, make] of CASES) {
    const trace = make();
    for (const message of trace.messages) message.time = null;
    const result = outcome(trace);
    for (const sentence of [decodeEn.outcome(result, names), decodeJa.outcome(result, names)])
      expect(sentence).not.toMatch(/null|NaN|undefined| {2}| [,.;]|、、|。。/);
  }
});

test('completed elsewhere is distinguished from a caller who hangs up (RFC 3326 §3.1)', () => {
  const result = outcome(cancelledCall({ reason: 'SIP ;cause=200 ;text="Call completed elsewhere"' }));
  expect(decodeEn.outcome(result, names)).toBe(
    'The caller’s side cancelled after 20.0 s of ringing. Reason says that the call was completed elsewhere.',
  );
  expect(decodeJa.outcome(result, names)).toBe(
    '20.0秒間呼び出した後、発信側が取り消しました。Reasonヘッダーは、別の電話機が応答したことを示しています。',
  );
});

test('a CANCEL without a final response says so', () => {
  expect(outcome(cancelledCall({ final: false }))).toMatchObject({ kind: 'cancelled', code: null, ringing: 20 });
});

test('a BYE by the called side after 32 s is no missing ACK if the ACK is there and nothing was repeated', () => {
  expect(kind(answeredCall({ bye: 'callee', talk: 32 }))).toBe('ended');
});

test('a call that is refreshed does not count as run out; the interval counts from the last refresh', () => {
  const timer = { headers: { 'Session-Expires': '90;refresher=uac' } };
  const trace = answeredCall({ bye: null, answer: timer });
  const update = trace.request('UPDATE', { from: ALICE, to: BOB, toTag: 'tb', cseq: 2, at: 51 });
  trace.reply(update, 200, { at: 51.1, ...timer });
  trace.request('BYE', { from: ALICE, to: BOB, toTag: 'tb', cseq: 3, at: 80 });
  expect(kind(trace)).toBe('ended');
  trace.messages.pop();
  trace.request('BYE', { from: BOB, to: ALICE, fromTag: 'tb', toTag: 'ta', cseq: 1, at: 112 });
  expect(outcome(trace)).toMatchObject({ kind: 'session-expired', by: 'callee', interval: 90 });
});

test('an INVITE with credentials after 407 is one call with the outcome of the second try, and no code of the first', () => {
  const trace = new TraceBuilder();
  const first = trace.request('INVITE', { from: ALICE, to: BOB });
  trace.reply(first, 407, { at: 0.1, headers: { 'Proxy-Authenticate': challenge() } });
  const second = trace.request('INVITE', {
    from: ALICE,
    to: BOB,
    cseq: 2,
    at: 0.2,
    headers: { 'Proxy-Authorization': credentials() },
  });
  trace.reply(second, 486, { at: 1 });
  const result = only(trace);
  expect([result.outcome.kind, result.codes, result.pair]).toEqual(['busy', [486], null]);
});

test('two final codes of one call give a pair, lower first: a redirect and what came of it', () => {
  const trace = failedCall(302, { headers: { Contact: '<sip:carol@example.net>' } });
  const again = trace.request('INVITE', { from: ALICE, to: BOB, cseq: 2, at: 3, body: sdp(ALICE.host) });
  trace.reply(again, 486, { at: 4 });
  expect(only(trace)).toMatchObject({ codes: [302, 486], pair: [302, 486], outcome: { kind: 'busy' } });
});

test('where a proxy forks, the codes of its branches count, the outcome is that of the caller', () => {
  const trace = new TraceBuilder();
  const invite = trace.request('INVITE', { from: ALICE, to: PROXY });
  for (const code of [486, 480])
    trace.reply(trace.request('INVITE', { from: PROXY, to: BOB, over: invite, at: 1 }), code, { at: 2 });
  trace.reply(invite, 480, { at: 3 });
  expect(only(trace)).toMatchObject({ codes: [486, 480], pair: [480, 486], outcome: { kind: 'failed', code: 480 } });
});

test('a single request without a reply is not said to have been ignored', () => {
  const trace = new TraceBuilder();
  trace.request('MESSAGE', { from: ALICE, to: BOB });
  const result = outcome(trace);
  expect(decodeEn.outcome(result, names)).toBe(
    'The trace holds one MESSAGE to 203.0.113.30:5060; what came back is not in it.',
  );
  expect(decodeJa.outcome(result, names)).toBe(
    'トレースにあるのは、203.0.113.30:5060へのMESSAGE1件だけです。レスポンスは含まれていません。',
  );
});

test('durations are said as people say them', () => {
  expect([0, 59.94, 60, 3599, 3600, 7325].map(decodeEn.seconds)).toEqual([
    '0.0 s',
    '59.9 s',
    '1 min 0 s',
    '59 min 59 s',
    '1 h 0 min',
    '2 h 2 min',
  ]);
  expect([0.25, 61, 3661].map(decodeJa.seconds)).toEqual(['0.3秒', '1分1秒', '1時間1分']);
});

test('Reason and Warning are decoded with the names that the page brings', () => {
  const reason = { protocol: 'Q.850', cause: 16, text: 'Terminated', location: 'RLN' };
  expect(decodeEn.reason(reason, names)).toBe('Q.850 cause 16 (Normal call clearing), “Terminated”, location RLN');
  expect(decodeJa.reason(reason, names)).toBe('Q.850の理由表示16「Normal call clearing」（Terminated、生成源RLN）');
  const warning = { code: 399, agent: 'gw.example.com', text: 'no channel' };
  expect(decodeEn.warning(warning, names)).toBe(
    'Warning 399 (Miscellaneous warning), “no channel”, from gw.example.com',
  );
  expect(decodeJa.warning(warning, names)).toContain('付加したホストはgw.example.com');
});
