import { test } from 'node:test';
import { expect } from '@playwright/test';
import { parseMessage } from '../../../src/decoder/input/trace-parser.ts';
import { request, text } from './frames.ts';

const INVITE = [
  'INVITE sip:bob@example.net SIP/2.0',
  'v: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK1',
  'MAX-FORWARDS: 70',
  'f: "Alice" <sip:alice@example.com>;tag=a',
  't : <sip:bob@example.net>',
  'i: one@192.0.2.10',
  'cSEQ: 1 INVITE',
  'Subject: first',
  '   second',
  '\tthird',
  'X-Own: as written',
  'c: application/sdp',
  'l: 5',
  '',
  'v=0\r\n',
].join('\r\n');

test('compact forms, case and folding give one name and one value (RFC 3261 §7.3)', () => {
  const message = parseMessage(text(INVITE))!;
  expect(message.start).toEqual({ kind: 'request', method: 'INVITE', uri: 'sip:bob@example.net' });
  expect(message.headers.map(({ name }) => name)).toEqual([
    'Via',
    'Max-Forwards',
    'From',
    'To',
    'Call-ID',
    'CSeq',
    'Subject',
    'X-Own',
    'Content-Type',
    'Content-Length',
  ]);
  expect(message.headers.find(({ name }) => name === 'Subject')!.value).toBe('first second third');
  expect(message.body).toBe('v=0\r\n');
  expect(message.raw).toBe(INVITE);
  expect(message.faults).toEqual([]);
});

test('line ends of one byte read the same, and as text the length may count two', () => {
  const bare = INVITE.replaceAll('\r\n', '\n');
  expect(parseMessage(text(bare))!.headers).toEqual(parseMessage(text(INVITE))!.headers);
  expect(parseMessage(text(bare))!.faults).toEqual([{ kind: 'content-length-too-long', detail: '5' }]);
  expect(parseMessage(bare)!.faults).toEqual([]);
  expect(parseMessage(bare.trimEnd())!.faults).toEqual([]);
});

test('empty lines before the start line are passed over (RFC 3261 §7.5)', () => {
  const message = parseMessage(text(`\r\n\r\n${INVITE}`))!;
  expect(message.raw).toBe(INVITE);
  expect(message.end).toBe(INVITE.length + 4);
});

test('Content-Length counts bytes, not characters (RFC 3261 §20.14)', () => {
  const message = parseMessage(text(request('one', 'été')))!;
  expect(message.body).toBe('été');
  expect(message.faults).toEqual([]);
});

test('a datagram ends where Content-Length says, and more is a fault (RFC 3261 §18.3)', () => {
  const short = text(request('one', 'abc') + 'def');
  const message = parseMessage(short)!;
  expect(message.body).toBe('abc');
  expect(message.faults).toEqual([{ kind: 'content-length-too-short', detail: '3' }]);
  expect(parseMessage(text(request('one') + '\r\n\r\n'))!.faults).toEqual([]);
});

test('a datagram with less than Content-Length gives what is there', () => {
  const message = parseMessage(text(request('one', 'abcdef')).subarray(0, -2))!;
  expect(message.body).toBe('abcd');
  expect(message.faults).toEqual([{ kind: 'content-length-too-long', detail: '6' }]);
});

test('a message cut within its head is truncated', () => {
  const message = parseMessage(text(INVITE).subarray(0, 120))!;
  expect(message.start).toEqual({ kind: 'request', method: 'INVITE', uri: 'sip:bob@example.net' });
  expect(message.faults).toContainEqual({ kind: 'truncated' });
});

test('Content-Length may be left out in a datagram, not in a stream (RFC 3261 §20.14)', () => {
  const without = text(request('one').replace(/Content-Length.*\r\n/, ''));
  expect(parseMessage(without)!.faults).toEqual([]);
  expect(parseMessage(without, 'stream')!.faults).toEqual([{ kind: 'content-length-missing' }]);
});

test('what breaks a rule is named, and the message is there', () => {
  const faults = (from: string, to: string) => parseMessage(text(request('one').replace(from, to)))!.faults;
  expect(faults('CSeq: 1 OPTIONS', 'CSeq: 1 INVITE')).toEqual([{ kind: 'cseq-method', detail: 'INVITE' }]);
  expect(faults('Max-Forwards: 70\r\n', '')).toEqual([{ kind: 'header-missing', detail: 'Max-Forwards' }]);
  expect(faults('Max-Forwards: 70', 'Max-Forwards: 300')).toEqual([
    { kind: 'header-malformed', detail: 'Max-Forwards' },
  ]);
  expect(faults('SIP/2.0\r\n', 'SIP/3.0\r\n')).toEqual([{ kind: 'version', detail: 'SIP/3.0' }]);
  expect(faults('<sip:bob@example.net>\r\n', '<sip:bob@example.net\r\n')).toEqual([
    { kind: 'header-malformed', detail: 'To' },
  ]);
  expect(faults('Max-Forwards: 70', 'Max-Forwards: 70\r\nno colon here')).toEqual([
    { kind: 'header-malformed', detail: 'no colon here' },
  ]);
  expect(faults('Call-ID: one', 'Call-ID: one\r\nCall-ID: two')).toEqual([
    { kind: 'header-malformed', detail: 'Call-ID' },
  ]);
});

test('responses: number, phrase with spaces, no phrase', () => {
  const start = (line: string) => parseMessage(text(`${line}\r\n\r\n`))?.start;
  expect(start('SIP/2.0 486 Busy Here')).toEqual({ kind: 'response', code: 486, phrase: 'Busy Here' });
  expect(start('SIP/2.0 100 ')).toEqual({ kind: 'response', code: 100, phrase: '' });
  expect(start('SIP/2.0 180')).toEqual({ kind: 'response', code: 180, phrase: '' });
});

test('what is no SIP message gives null', () => {
  for (const other of [
    '',
    '\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    'HTTP/1.1 200 OK\r\n\r\n',
    'v=0\r\n',
    'SIP/2.0',
    'SIP/2.0 OK',
  ])
    expect(parseMessage(text(other)), JSON.stringify(other)).toBeNull();
});
