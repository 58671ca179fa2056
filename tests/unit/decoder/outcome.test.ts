import { test } from 'node:test';
import { expect } from '@playwright/test';
import { decoder as decodeEn } from '../../../src/i18n/decoder/words/en.ts';
import { decoder as decodeJa } from '../../../src/i18n/decoder/words/ja.ts';
import { analyse, type Analysed } from '../../../src/decoder/show/analyse.ts';
import type { Names } from '../../../src/decoder/show/code-names.ts';
import type { Outcome } from '../../../src/decoder/outcome/outcome.ts';
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
    ).map(([code, phrase]) => [code, { phrase, summary: '', path: `/sip/${code}/` }]),
  ),
  causes: { 16: 'Normal call clearing' },
  warnings: { 399: 'Miscellaneous warning' },
};

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
    'The call was answered and is still up at the end of the trace, 0.1 s later.',
    '応答があり、0.1秒後のトレースの終わりでも通話が続いています。',
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
    'The call was answered but never confirmed: no ACK came, and the 2xx was sent again 3 times within 3.5 s.',
    '着信側は応答しましたが、ACKが届かず、呼が確立していません。2xxは3.5秒の間に3回再送されました。',
  ],
  [
    'session-expired',
    () => answeredCall({ bye: 'callee', talk: 1768, answer: { headers: { 'Session-Expires': '1800;refresher=uac' } } }),
    'The called side ended the answered call after 29 min 28 s, when its session interval of 1800 s ran out without a refresh.',
    'セッション間隔の1800秒が更新されないまま終わりに近づき、着信側が応答の29分28秒後に切断しました。',
  ],
  [
    'dialog-lost',
    () => {
      const trace = answeredCall({ bye: null });
      const update = trace.request('UPDATE', { from: ALICE, to: BOB, toTag: 'tb', cseq: 2, at: 20 });
      trace.reply(update, 481, { at: 20.1 });
      return trace;
    },
    'The answered call was lost after 14.1 s: an UPDATE inside it got 481, so the other side no longer knew the call.',
    '応答した通話が14.1秒後に失われました。通話中のUPDATEに481が返り、相手側にはもう呼がありません。',
  ],
  [
    'answered-after-cancel',
    () => {
      const trace = cancelledCall({ final: false });
      trace.reply(trace.messages[0]!, 200, { at: 21.2 });
      return trace;
    },
    'The call was answered at the moment when the caller cancelled, and no BYE ended it within the trace.',
    '発信者の取り消しと着信側の応答が行き違いになりました。切断するBYEはトレースにありません。',
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
    '1つの呼に2台の電話機が応答しました。このうちBYEで終わったことがトレースでわかる呼は1件です。',
  ],
  [
    'cancelled',
    () => cancelledCall({ reason: 'Q.850;cause=16' }),
    'The caller cancelled after 20.0 s of ringing. Reason says Q.850 cause 16 (Normal call clearing).',
    '発信者が20.0秒の呼び出しのあとでキャンセルしました。Reasonヘッダーの内容は、Q.850の理由表示16「Normal call clearing」です。',
  ],
  [
    'terminated',
    () => failedCall(487),
    'The call ended with 487 Request Terminated after 2.0 s, although the trace shows no CANCEL from the caller.',
    '呼は2.0秒後に487 Request Terminatedで終わりました。発信側からのCANCELはトレースにありません。',
  ],
  [
    'busy',
    () => failedCall(486),
    'The called side was busy: 486 Busy Here.',
    '着信側は話し中でした（486 Busy Here）。',
  ],
  [
    'declined',
    () => failedCall(603, { ring: true }),
    'The called side declined the call with 603 after 1.0 s of ringing.',
    '着信側が1.0秒の呼び出しのあとで603を返し、着信を拒否しました。',
  ],
  [
    'no-answer',
    () => failedCall(480, { ring: true, at: 31 }),
    'It rang for 30.0 s and nobody answered, until 480 Temporarily Unavailable ended the attempt.',
    '30.0秒呼び出しましたが応答がなく、480 Temporarily Unavailableで終わりました。',
  ],
  [
    'unknown-target',
    () => failedCall(404),
    '203.0.113.30:5060 does not know the called address as it was dialed: 404.',
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
    'The called side refused the media of the call: 488.',
    '着信側が488を返し、提示されたメディアを拒否しました。',
  ],
  [
    'auth-failed',
    () => registration([401, 401, 401]),
    'Authentication of the REGISTER failed: 2 requests with credentials, and the last answer is 401 Unauthorized again.',
    'REGISTERの認証に失敗しました。認証情報を付けたリクエストを2回送りましたが、最後も401 Unauthorizedでした。',
  ],
  [
    'auth-unanswered',
    () => registration([401]),
    'The REGISTER was challenged with 401 Unauthorized, and no request with credentials followed.',
    'REGISTERに401 Unauthorizedのチャレンジが返りましたが、認証情報を付けたリクエストが続いていません。',
  ],
  [
    'auth-forbidden',
    () => registration([401, 403]),
    'The server took no further credentials for the REGISTER: 403 came after the challenge was answered.',
    'チャレンジに応じたREGISTERに対して、サーバーが403を返して拒否しました。',
  ],
  [
    'failed',
    () => failedCall(500),
    '203.0.113.30:5060 ended the INVITE with 500 after 2.0 s.',
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
    'The last answer is 180, and no final response comes within the trace, which goes on for 3.0 s after the request.',
    '最後に届いたのは180で、最終レスポンスはトレースにありません。記録はリクエストの後、3.0秒続いています。',
  ],
  [
    'no-reply',
    () => {
      const trace = new TraceBuilder();
      const invite = trace.request('INVITE', { from: ALICE, to: BOB });
      for (const at of [0.5, 1.5, 3.5]) trace.again(invite, at);
      return trace;
    },
    '203.0.113.30:5060 did not reply at all: the INVITE was sent 4 times within 3.5 s, and a 408 in the log of the client was made up there and was never on the wire.',
    'INVITEを3.5秒の間に4回送信しましたが、203.0.113.30:5060からは何も返りませんでした。クライアントのログに408があっても、それは内部で作られたもので、回線上を流れていません。',
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
    'クライアントが登録済みのコンタクトを問い合わせました。結果は2件です。',
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
    'The trace begins inside the call; the other side ended it.',
    'トレースは呼の途中から始まり、もう一方の側が切断しています。',
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

test('sentences without times have no gap where a time would stand', () => {
  for (const [, make] of CASES) {
    const trace = make();
    for (const message of trace.messages) message.time = null;
    const result = outcome(trace);
    for (const sentence of [decodeEn.outcome(result, names), decodeJa.outcome(result, names)])
      expect(sentence).not.toMatch(/null|NaN|undefined| {2}| [,.;]|、、|。。/);
  }
});

test('completed elsewhere is told apart from a caller who hangs up (RFC 3326 §3.1)', () => {
  const result = outcome(cancelledCall({ reason: 'SIP ;cause=200 ;text="Call completed elsewhere"' }));
  expect(decodeEn.outcome(result, names)).toBe(
    'The caller’s side cancelled after 20.0 s of ringing; Reason says completed elsewhere.',
  );
  expect(decodeJa.outcome(result, names)).toBe(
    '発信側が20.0秒の呼び出しのあとでキャンセルしました。Reasonヘッダーは、別の電話機が応答したことを示しています。',
  );
});

test('a CANCEL without a final response says so', () => {
  expect(outcome(cancelledCall({ final: false }))).toMatchObject({ kind: 'cancelled', confirmed: false, ringing: 20 });
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
  expect(decodeEn.outcome(result, names)).toBe('The trace shows one MESSAGE to 203.0.113.30:5060 and no reply to it.');
  expect(decodeJa.outcome(result, names)).toBe(
    'トレースには203.0.113.30:5060へのMESSAGEが1件だけあり、返信はありません。',
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
