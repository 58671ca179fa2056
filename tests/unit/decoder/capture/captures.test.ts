import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readFileSync, readdirSync, existsSync, statSync } from 'node:fs';
import { parseTrace } from '../../../../src/decoder/input/trace-parser.ts';
import type { Message, Trace } from '../../../../src/decoder/message/types.ts';

// Captures of real SIPp calls. Each message as who sent it and what: `a` is the caller, `b` the called side.

const FOLDER = 'tests/fixtures/trace';
const capture = (name: string): string =>
  ['capture.pcap', 'capture.pcapng'].map((file) => `${FOLDER}/${name}/${file}`).find(existsSync)!;
const read = (name: string): Trace => parseTrace(new Uint8Array(readFileSync(capture(name))));

const NAMES: Record<string, string> = {
  '192.0.2.10:5060': 'a',
  '198.51.100.20:5060': 'b',
  '198.51.100.20:5070': 'p',
  '203.0.113.30:5060': 'u',
  '2001:db8::10:5060': 'a',
  '2001:db8:1::20:5060': 'b',
};
const brief = ({ from, start }: Message): string =>
  `${NAMES[`${from!.host}:${from!.port}`]} ${start.kind === 'request' ? start.method : start.code}`;

const SETUP = ['a INVITE', 'b 100', 'b 180', 'b 200', 'a ACK'];
const CALL = [...SETUP, 'a BYE', 'b 200'];
const CALLS: Record<string, string[]> = {
  answered: CALL,
  busy: ['a INVITE', 'b 100', 'b 486', 'a ACK'],
  'call-ipv6': CALL,
  'call-tcp': CALL,
  'cancel-too-late': ['a INVITE', 'b 100', 'b 180', 'a CANCEL', 'b 200', 'b 200', 'a ACK', 'a BYE', 'b 200'],
  cancelled: ['a INVITE', 'b 100', 'b 180', 'a CANCEL', 'b 200', 'b 487', 'a ACK'],
  'early-media-183': ['a INVITE', 'b 100', 'b 183', 'b 200', 'a ACK', 'a BYE', 'b 200'],
  'fork-several-200': [
    ...['a INVITE', 'b 100', 'b 180', 'b 180', 'b 200', 'b 200', 'a ACK', 'a ACK'],
    ...['a BYE', 'b 200', 'a BYE', 'b 200'],
  ],
  'glare-491': [
    ...SETUP,
    ...['b INVITE', 'a INVITE', 'a 491', 'b ACK', 'b 491', 'a ACK'],
    ...['a INVITE', 'b 200', 'a ACK', 'a BYE', 'b 200'],
  ],
  'invite-407': ['a INVITE', 'b 407', 'a ACK', ...CALL],
  'max-forwards-483': ['a INVITE', 'b 483', 'a ACK'],
  'missing-ack': ['a INVITE', 'b 100', 'b 180', ...new Array<string>(11).fill('b 200'), 'b BYE', 'a 200'],
  'no-answer-480': ['a INVITE', 'b 100', 'b 180', 'b 480', 'a ACK'],
  'no-common-codec-488': ['a INVITE', 'b 100', 'b 488', 'a ACK'],
  'no-reply': new Array<string>(7).fill('a INVITE'),
  'private-address': CALL,
  'proxy-timeout-408': ['a INVITE', 'b 100', 'b 408', 'a ACK'],
  'redirect-302': ['a INVITE', 'b 302', 'a ACK', ...CALL],
  register: ['a REGISTER', 'b 401', 'a REGISTER', 'b 200'],
  'register-stale-nonce': ['a REGISTER', 'b 401', 'a REGISTER', 'b 401', 'a REGISTER', 'b 200'],
  'register-wrong-password': new Array<string[]>(4).fill(['a REGISTER', 'b 401']).flat(),
  'session-timer': [...SETUP, 'b BYE', 'a 200'],
  'upstream-503': ['a INVITE', 'b 100', 'p INVITE', 'u 503', 'p ACK', 'b 503', 'a ACK'],
};

test('every capture is a case here, and the folder stays small', () => {
  const folders = readdirSync(FOLDER).filter((name) => existsSync(`${FOLDER}/${name}/caller.xml`));
  expect(Object.keys(CALLS).sort()).toEqual(folders.sort());
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).map((file) => statSync(`${FOLDER}/${file}`));
  expect(files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0)).toBeLessThan(400_000);
});

for (const [name, expected] of Object.entries(CALLS))
  test(`capture ${name}`, () => {
    const { messages, skipped } = read(name);
    expect(messages.map(brief)).toEqual(expected);
    expect(messages.flatMap(({ faults }) => faults)).toEqual([]);
    expect(skipped).toEqual([]);
    expect(messages.map(({ index }) => index)).toEqual(messages.map((_, at) => at));
    const times = messages.map(({ time }) => time!);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Date(times[0]! * 1000).getUTCFullYear()).toBe(2026);
  });

test('times of a capture are kept: 20 s of ringing, 90 s of a session', () => {
  const time = (name: string, at: number) => read(name).messages[at]!.time!;
  expect(time('no-answer-480', 3) - time('no-answer-480', 2)).toBeCloseTo(20, 1);
  expect(time('session-timer', 5) - time('session-timer', 4)).toBeCloseTo(90, 1);
});

test('transport and body of a call over TCP', () => {
  const { messages } = read('call-tcp');
  expect(new Set(messages.map(({ transport }) => transport))).toEqual(new Set(['TCP']));
  expect(messages[0]!.body).toMatch(/^v=0\r\n[^]*a=ptime:20\r\n$/);
});
