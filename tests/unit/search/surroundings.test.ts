import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readQuery } from '../../../src/search/query.ts';
import { cutSurrounded } from '../../../src/search/surroundings.ts';
import { light } from './light.ts';

// Numbers in their surroundings: what looks like a response code and is none, and codes beside such numbers.

const { known } = light('en');
const codes = (query: string): (number | string)[] =>
  readQuery(query, known).answers.flatMap((answer): (number | string)[] => {
    if (answer.kind === 'code' || answer.kind === 'unknown-code') return [answer.code];
    return answer.kind === 'no-code' ? [answer.number] : [];
  });

/** By kind: queries that name no code. */
const NONE: Record<string, string[]> = {
  'addresses and user parts': [
    'sip:480@192.168.1.10',
    '<sip:486@example.com>',
    'sips:302@pbx.example.org:5061',
    '"100" <sip:100@pbx.local>',
    "'500' <sip:500@203.0.113.4>",
    'No registered user 302@example.com',
    '404@192.0.2.1 did not answer',
    'tel:+15550100',
    '192.168.100.200',
    '10.0.180.1:5060',
    'http://example.com/404',
    'wss://203.0.113.7:8089/ws',
    '"alice 302" <sip:302@example.com>;tag=486a',
  ],
  ports: ['port 480', 'ports 486', 'udp/480', 'tcp 603', 'port: 500', 'ポート番号 500', 'listening on port 404'],
  extensions: [
    'extension 200',
    'ext 404',
    'ext. 486',
    'extension #480',
    'exten 603',
    'peer 302 is unreachable',
    'endpoint 486 unreachable',
    'user 200',
    'aor 100',
    'account 302',
    'mailbox 200',
    'queue 600',
    'ring group 600',
    'conference 300',
    "call from '500' to '601'",
    'dialing 404',
    'dialed 480',
    'call to 302',
    'calls from 100',
    'calling 200',
    'transferred to 302',
    'forward to 486',
    '内線200',
    '内線番号 404',
    '内線「486」',
    '子機 302',
    '480番に転送',
    '302に発信',
    '404にかける',
  ],
  channels: [
    'SIP/200-0000004d',
    'PJSIP/600-00000012',
    'IAX2/404-12',
    'DAHDI/1-1',
    'Local/486@from-internal-00000001;2',
    'sofia/internal/302@example.com',
    'sofia/external/4420',
  ],
  'sequence numbers': [
    'CSeq: 102 INVITE',
    'cseq 486',
    'CSeq 200 BYE',
    'seqno 102',
    'RSeq: 404',
    'RAck: 486 102 INVITE',
    'sequence number 302',
    'シーケンス番号 302',
  ],
  'values of fields': [
    'Expires: 300',
    'Session-Expires: 180',
    'Min-SE: 600',
    'Max-Forwards: 100',
    'Content-Length: 200',
    'Retry-After: 300',
    'expires 300',
  ],
  'parameters and identifiers': [
    'tag=486',
    'branch=z9hG4bK486',
    'z9hG4bK776asdhds',
    'tag=as1b2c',
    'call-id: 302abc-9',
    'a84b4c76e66710',
    '3c26700857a87f84',
    'pid=486',
    'payload type 101',
    'ptime 200',
    'build 404',
    'ticket 302',
  ],
  media: ['m=audio 49170 RTP/AVP 0 8 101', 'a=rtpmap:101', 'RTP/AVP 101', 'RTP/SAVPF 111'],
  algorithms: [
    'sha-256',
    'SHA256',
    'sha 512',
    'aes-128',
    'AES_CM_128_HMAC_SHA1_80',
    'H.323',
    'h264',
    'G.711',
    'g722',
    'x509',
    'T.140',
    '100rel',
    'MD5',
    'utf-8',
    'E.164',
  ],
  'models and versions': [
    'VVX 400',
    'vvx411',
    'SPA504G',
    'HT802',

    'version 4.0.3',
    'asterisk 18.200.1',
    'バージョン 4.0.3',
    'freeswitch 1.10.302',
  ],
  'times and places of logs': [
    '10:15:02.486',
    '2026-11-24',
    '[2026-11-24 10:00:00]',
    'NOTICE[4210]:',
    'chan_sip.c:486',
    'res_pjsip.c:302',
    'VERBOSE[486][C-00000302]',
    'Everyone is busy/congested at this time (1:0/1/0)',
  ],
  quantities: [
    'after 180 seconds',
    '200 ms',
    '300s',
    '100 calls',
    '486 bytes',
    '200 users',
    '100%',
    '180秒で切れる',
    '100台',
    '200回',
    '300件',
    '603円',
  ],
  'telephone numbers': [
    '+1 555 0100 302',
    '555-0100',
    '0312345486',
    '03-1234-5486',
    '(212) 555-0486',
    '1-800-555-0199',
    '+81 3 1234 5486',
  ],
};

for (const [kind, queries] of Object.entries(NONE))
  test(`no codes: ${kind}`, () => {
    for (const query of queries) expect(codes(`no luck with ${query} today`), query).toEqual([]);
  });

test('a code beside such numbers is read, and nothing else', () => {
  for (const [query, code] of [
    ['CSeq: 102 INVITE 486', 486],
    ['SIP/200-0000004d answered 480', 480],
    ['PJSIP/600-00000012 got 488 Not Acceptable Here', 488],
    ['chan_sip: Got SIP response 500 "Server Internal Error" back from 10.0.0.5:5060', 500],
    ['extension 200 gets 403', 403],
    ['ext 404 returns 480', 480],
    ['503 after 180 seconds', 503],
    ['INVITE sip:302@example.com 404', 404],
    ['486 Busy Here from 192.168.100.200:5060', 486],
    ['[2026-11-24 10:15:02] NOTICE[4210]: chan_sip.c:302 handle_response: 407', 407],
    ['Reason: SIP;cause=200;text="Call completed elsewhere"', 200],
    ['SIP/2.0 503 Service Unavailable CSeq: 102 INVITE', 503],
    ['Warning: 399 pbx.example.com "x" 488', 488],
    ['user 404 not found', 404],
    ['内線200で486', 486],
    ['dial 911 gets 380', 380],
    ['Expires: 300 → 423', 423],
    ['T.38 488', 488],
    ['RFC 3261 says 481', 481],
  ] as const)
    expect(
      codes(query).filter((one) => one === code),
      query,
    ).toEqual([code]);
});

test('numbers that say something about the call are still searched for', () => {
  const { words } = cutSurrounded('sip:100@pbx.local drops after 32 seconds at 3 am');
  expect(words).toContain('32 seconds');
  expect(words).toContain('3 am');
  expect(words).not.toContain('100');
});

test('long hostile input is read at once', () => {
  for (const part of ['1', '1.', '1-', 'a1', 'sip:', '<sip:', '"1', '1:', '[1', '+1 ', 'ext '])
    expect(cutSurrounded(part.repeat(2_000)).rest.length).toBe(part.length * 2_000);
});
