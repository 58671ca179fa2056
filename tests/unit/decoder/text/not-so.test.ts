import { test } from 'node:test';
import { expect } from '@playwright/test';
import { parseTrace } from '../../../../src/decoder/input/trace-parser.ts';
import { analyse, type Analysed } from '../../../../src/decoder/show/analyse.ts';
import { CALL, lf } from './logged.ts';

// Texts that led to a statement that is not so.

const calls = (text: string): Analysed[] => analyse(parseTrace(text)).calls;
const kinds = (text: string): string[] => calls(text).flatMap(({ findings }) => findings.map(({ kind }) => kind));
const skipped = (text: string): string[] => parseTrace(text).skipped.map(({ reason }) => reason);
const pasted = CALL.map((one) => `${lf(one)}\n`).join('');
const second = (at: number): string =>
  `[2026-11-24 10:15:${String(Math.floor(at)).padStart(2, '0')}] VERBOSE[7] logger.c: `;
const [invite, trying, , busy] = CALL.map(lf) as [string, string, string, string];

const asterisk = (way: 'to' | 'from', at: number, message: string): string =>
  `${second(at)}<--- ${way === 'to' ? 'Transmitting' : 'Received'} SIP ${message.startsWith('SIP') ? 'response' : 'request'} (9 bytes) ${way} UDP:198.51.100.20:5060 --->\n${message}\n`;

test('in a log of whole seconds a message that was sent again within the second counts', () => {
  const times = [0, 0.5, 1.5, 3.5, 7.5];
  const [call] = calls(times.map((at) => asterisk('to', at, invite)).join(''));
  expect(call!.outcome).toMatchObject({ kind: 'no-reply', requests: 5, seconds: 7 });
});

test('a log of whole seconds that was pasted twice has no message that was sent again', () => {
  const log = asterisk('to', 0, invite) + asterisk('from', 0, trying) + asterisk('from', 4, busy);
  expect(kinds(log + log)).toEqual([]);
});

test('calls whose Call-ID was replaced by one word are told apart by their tags', () => {
  const other = pasted
    .replaceAll('as55aa01', 'zz99')
    .replaceAll('bb7702', 'yy88')
    .replaceAll('z9hG4bK7f3a91c2', 'z9hG4bKother');
  const hidden = (pasted + other.replace('486 Busy Here', '404 Not Found')).replace(
    /^Call-ID: .*$/gm,
    'Call-ID: xxxxxxxx',
  );
  expect(calls(hidden).map(({ outcome }) => outcome.kind)).toEqual(['busy', 'unknown-target']);
});

test('a value that was hidden in brackets is no fault of the sender', () => {
  for (const word of ['<hidden>', '[private]', '(...)'])
    expect(kinds(pasted.replace(/^Via: .*$/gm, `Via: ${word}`)).filter((kind) => kind !== 'cut')).toEqual([]);
});

test('where somebody left text out, nothing is said of how long no final response came', () => {
  for (const mark of ['[...]', '…', '<snip>', '--- cut ---', '（中略）']) {
    const text = `2026/11/24 10:15:00.000000 192.0.2.10:5060 -> 198.51.100.20:5060\n${invite}\n2026/11/24 10:15:00.100000 198.51.100.20:5060 -> 192.0.2.10:5060\n${trying}\n${mark}\n10:16:00 something else\n`;
    expect(skipped(text)).toContain('left-out');
    expect(calls(text)[0]!.outcome).toEqual({ kind: 'provisional-only', code: 100, seconds: null });
    expect(calls(text.replace(mark, ''))[0]!.outcome).toMatchObject({ kind: 'provisional-only', seconds: 60 });
  }
});

test('a sentence with the name of a header field is no message', () => {
  const text =
    'Our provider answers with SIP/2.0 403 Forbidden.\nCan you help? The Via: header has our private address.\n';
  expect(parseTrace(text).messages).toEqual([]);
});

test('packet details that are not expanded are named as such', () => {
  const folded = ['Frame 1: 900 bytes on wire', 'Internet Protocol Version 4, Src: 192.0.2.10, Dst: 198.51.100.20'];
  const text = [
    ...folded,
    'User Datagram Protocol, Src Port: 5060, Dst Port: 5060',
    'Session Initiation Protocol (INVITE)',
    '',
  ];
  expect(skipped(text.join('\n'))).toEqual(['tree-folded']);
});

test('over TLS, a URI without a port reaches the same place as one with 5061', () => {
  const answer = busy
    .replace('486 Busy Here', '200 OK')
    .replace('CSeq', 'Contact: <sip:5550100@198.51.100.20:5061>\nCSeq');
  const ack = lf(CALL[4]!).replace('z9hG4bK7f3a91c2', 'z9hG4bKack');
  const log = [
    ['to', invite],
    ['from', answer],
    ['to', ack],
  ] as const;
  const text = log.map(([way, message]) => asterisk(way, 0, message)).join('');
  const tls = text.replaceAll('UDP:198', 'TLS:198').replaceAll('SIP/2.0/UDP', 'SIP/2.0/TLS');
  expect(kinds(text)).toContain('ack-misrouted');
  expect(kinds(tls)).not.toContain('ack-misrouted');
});

test('text that is upside down is tried once, and left alone if that gives nothing', () => {
  const text = 'Via: something\nSIP/2.0 200 OK\nSIP/2.0 404 Not Found\n';
  expect(skipped(text)).toEqual(['text', 'mention']);
  expect(parseTrace(text).reversed).toBe(false);
});

test('a body in parts whose empty lines were lost is still a body', () => {
  const parts =
    '--b1\nContent-Type: application/sdp\nv=0\no=- 1 1 IN IP4 192.0.2.10\ns=-\nc=IN IP4 192.0.2.10\nt=0 0\nm=audio 4000 RTP/AVP 8\n--b1\nContent-Type: application/isup\nX\n--b1--\n';
  const head = invite.split('\n\n')[0]!.replace('application/sdp', 'multipart/mixed;boundary=b1');
  const { messages, skipped: others } = parseTrace(`${head}\n${parts}${busy}`);
  expect(messages.map(({ body }) => body.includes('m=audio'))).toEqual([true, false]);
  expect(others).toEqual([]);
});

test('a body that was edited in a log with one line a message was not cut by the log', () => {
  const one = (text: string) => `Nov 24 10:15:00 sip1 kamailio[7]: ${text.replaceAll('\n', '#012')}\n`;
  const cuts = (text: string) => parseTrace(text).messages.map(({ cut }) => cut);
  expect(cuts(one(invite.replaceAll('192.0.2.10', '1.1.1.1')) + one(trying))).toEqual(['edited', undefined]);
  expect(cuts(one(invite).slice(0, -40) + '\n' + one(trying))).toEqual(['limit', undefined]);
});

test('a PBX with one port for phones and another for trunks is named without a port', () => {
  const leg = (text: string) => text.replaceAll('192.0.2.10', '198.51.100.20').replaceAll(':5060', ':5080');
  const out = [invite, busy].map((text) => leg(text).replace(/^Call-ID: .*$/m, 'Call-ID: leg-2'));
  const line = (text: string, way: string, far: string) =>
    `${way} 9 bytes ${way === 'send' ? 'to' : 'from'} udp/[${far}]:5060 at 10:15:00.000000:\n${text}\n`;
  const log =
    line(invite, 'recv', '192.0.2.10') +
    line(out[0]!, 'send', '203.0.113.30') +
    line(out[1]!, 'recv', '203.0.113.30') +
    line(busy, 'send', '192.0.2.10');
  const names = calls(log).map(({ call }) => call.parties.map(({ label }) => label));
  expect(names).toEqual([
    ['192.0.2.10:5060', '198.51.100.20'],
    ['198.51.100.20', '203.0.113.30:5060'],
  ]);
});
