import fc from 'fast-check';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { analyse } from '../../../src/decoder/show/analyse.ts';
import { vias } from '../../../src/decoder/message/fields.ts';
import { ipv4, scope } from '../../../src/decoder/message/hosts.ts';
import { readTable } from '../../../src/decoder/redact/harmless/index.ts';
import { PHRASES } from '../../../src/decoder/redact/harmless/phrases.ts';
import { PRODUCTS } from '../../../src/decoder/redact/harmless/products.ts';
import { PROTOCOL } from '../../../src/decoder/redact/harmless/protocol.ts';
import { RESULTS } from '../../../src/decoder/redact/harmless/results.ts';
import { SENTENCE } from '../../../src/decoder/redact/harmless/sentence.ts';
import { THINGS } from '../../../src/decoder/redact/harmless/things.ts';
import { WHOLE } from '../../../src/decoder/redact/harmless/whole.ts';
import { redact } from '../../../src/decoder/redact/redact.ts';
import type { Message, Trace } from '../../../src/decoder/message/types.ts';
import {
  ALICE,
  answeredCall,
  BOB,
  cancelledCall,
  failedCall,
  PROXY,
  registration,
  sdp,
  TraceBuilder,
} from './build-trace.ts';

// The generated traces take their time on a loaded machine.

const value = (message: Message, name: string): string => message.headers.find((one) => one.name === name)?.value ?? '';
const redacted = (headers: Record<string, string>, body = ''): Message => {
  const trace = new TraceBuilder();
  trace.request('INVITE', { from: ALICE, to: BOB, headers, body });
  return redact(trace.trace).messages[0]!;
};
const header = (name: string, text: string): string => value(redacted({ [name]: text }), name);

test('names, users, numbers and hosts are replaced; what describes the call stays', () => {
  const from = header('From', '"Alice Smith" <sip:alice@corp.example.net:5070;transport=tcp>;tag=88');
  expect(from).toBe('"name1" <sip:user2@host1.example:5070;transport=tcp>;tag=tag1');
  expect(header('Allow', 'INVITE, ACK, BYE')).toBe('INVITE, ACK, BYE');
  expect(header('Session-Expires', '1800;refresher=uac')).toBe('1800;refresher=uac');
  expect(header('User-Agent', 'Asterisk PBX 20.5.0')).toBe('Asterisk PBX 20.5.0');
  expect(header('Reason', 'Q.850;cause=16;text="Normal call clearing"')).toBe(
    'Q.850;cause=16;text="Normal call clearing"',
  );
});

test('phone numbers keep their length, their plus and their separators', () => {
  const number = (text: string) => /sip:([^@]*)@/.exec(header('P-Asserted-Identity', `<sip:${text}@example.com>`))![1]!;
  for (const text of ['+81312345678', '0312345678', '101', '+1-212-555-1234', '*72']) {
    const given = number(text);
    expect(given).not.toBe(text);
    if (/\d{3}/.test(text.replace(/\D/g, ''))) expect(given.replace(/\d/g, '0')).toBe(text.replace(/\d/g, '0'));
  }
  expect(number('+81312345678')).toMatch(/^\+1555\d{7}$/);
});

test('an address stays in its range, so that private and public can still be distinguished', () => {
  const ranges = [
    '10.1.2.3',
    '192.168.7.8',
    '100.65.1.1',
    '169.254.9.9',
    '198.18.5.6',
    '8.8.8.8',
    'fd12::7',
    'fe80::9',
    '2a00::5',
  ];
  for (const address of ranges) {
    const text = address.includes(':') ? `[${address}]` : address;
    const given = /@\[?([^\]>]*[^\]>:])\]?>/.exec(header('Contact', `<sip:a@${text}>`))![1]!;
    expect(given).not.toBe(address);
    expect(scope(given), `${address} became ${given}`).toBe(scope(address));
  }
  expect(header('Contact', '<sip:a@0.0.0.0>')).toContain('@0.0.0.0>');
});

test('the same input has the same replacement in every place, different inputs have different ones', () => {
  const trace = redact(answeredCall().trace);
  const [invite, , , answer, ack, bye] = trace.messages as [Message, Message, Message, Message, Message, Message];
  expect(value(answer, 'From')).toBe(value(invite, 'From'));
  expect(value(answer, 'Via')).toBe(value(invite, 'Via'));
  expect(value(ack, 'To')).toBe(value(answer, 'To'));
  expect(value(bye, 'Call-ID')).toBe(value(invite, 'Call-ID'));
  expect(value(invite, 'Contact')).toContain(invite.from!.host);
  expect(answer.body).toContain(`c=IN IP4 ${answer.from!.host}`);
  expect(new Set([invite.from!.host, invite.to!.host]).size).toBe(2);
});

test('credentials are replaced, what is needed to read the round trip is not', () => {
  const trace = redact(registration([401, 401, 200]).trace);
  const text = trace.messages.map(({ raw }) => raw).join('\n');
  for (const secret of ['"n1"', '"n2"', '00ff', '"c1"', '"alice"', 'example.com']) expect(text).not.toContain(secret);
  expect(text).toMatch(/qop=auth/);
  const [first, again] = [trace.messages[1]!, trace.messages[2]!].map(
    (message) => /nonce="([^"]*)"/.exec(message.raw)![1],
  );
  expect(again).toBe(first);
});

test('SDP keeps codecs and directions, loses addresses, user names and keys', () => {
  const lines = [
    'a=sendonly',
    'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7',
    'a=candidate:1 1 UDP 2130706431 192.168.1.44 50000 typ host',
    'a=ssrc:1234 cname:alice@laptop',
    'a=rtcp:40001 IN IP4 192.168.1.44',
  ];
  const body = sdp('192.168.1.44', ['0', '96 opus/48000/2'], { lines })
    .replace('o=- ', 'o=alice ')
    .replace('s=-', 's=Board meeting');
  const { body: given } = redacted({}, body);
  expect(given).toContain('a=rtpmap:96 opus/48000/2');
  expect(given).toContain('a=sendonly');
  expect(given).toContain('m=audio 40000 RTP/AVP 0 96');
  expect(given).toMatch(/^a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:credential\d+\r$/m);
  expect(given).toMatch(/^a=rtcp:40001 IN IP4 10\.0\.\d+\.\d+\r$/m);
  for (const secret of ['192.168.1.44', 'alice', 'Board', 'WVNf', 'laptop']) expect(given).not.toContain(secret);
});

test('bodies that are not SDP are removed, and SDP inside multipart is kept', () => {
  expect(redacted({ 'Content-Type': 'application/dtmf-relay' }, 'Signal=5\r\n').body).toBe('(body removed)');
  const parts = `--xyz\r\nContent-Type: application/sdp\r\n\r\n${sdp('198.51.100.7')}\r\n--xyz\r\nContent-Type: text/plain\r\n\r\nsecret words\r\n--xyz--\r\n`;
  const { body } = redacted({ 'Content-Type': 'multipart/mixed;boundary=xyz' }, parts);
  expect(body).toContain('m=audio 40000');
  expect(body).not.toMatch(/secret|198\.51\.100\.7/);
});

test('Replaces in Refer-To, X- fields and unknown fields are replaced, consistently where they name a Call-ID', () => {
  const message = redacted({
    'Call-ID': 'abc@10.9.9.9',
    'X-Call-ID': 'abc@10.9.9.9',
    'X-Account': 'ACME 4711',
    'Refer-To': '<sip:carol@example.org?Replaces=abc%4010.9.9.9%3Bto-tag%3D1%3Bfrom-tag%3D2>',
  });
  expect(value(message, 'X-Call-ID')).toBe(value(message, 'Call-ID'));
  expect(decodeURIComponent(value(message, 'Refer-To'))).toContain(`Replaces=${value(message, 'Call-ID')};to-tag=`);
  const own = message.headers.find(({ name }) => /^X-Header-\d+$/.test(name));
  expect(own?.value).toMatch(/^value\d+$/);
  expect(message.raw).not.toContain('Account');
});

test('a name in free text is taken out even if the message that tells that it is a name comes later', () => {
  const trace = new TraceBuilder();
  trace.request('OPTIONS', { from: ALICE, to: BOB, headers: { 'User-Agent': 'Zoiper of Wilhelmine' } });
  trace.request('OPTIONS', { from: ALICE, to: BOB, headers: { From: '"Wilhelmine" <sip:w@example.com>;tag=1' } });
  expect(redact(trace.trace).messages[0]!.raw).not.toContain('Wilhelmine');
});

test('what the analysis reads of a value in an odd form is still read after redaction', () => {
  const via = (text: string) => vias(redacted({ Via: text })).at(-1)!;
  expect(via('SIP/2.0/QUIC a.example:5062;branch=z9hG4bK1')).toMatchObject({
    host: expect.stringMatching(/^host\d\.example$/),
    port: 5062,
  });
  expect(via('SIP/4711.0/UDP a.example;branch=z9hG4bK1').host).toMatch(/^host\d\.example$/);
  expect(via('SIP/2.0/UDP a .example;BRANCH=Z9HG4BKAB').params.get('branch')).toMatch(/^z9hG4bKbranch\d$/);
  const trace = new TraceBuilder();
  for (const branch of ['z9hG4bKab', 'Z9HG4BKAB'])
    trace.request('OPTIONS', { from: ALICE, to: BOB, headers: { Via: `SIP/2.0/UDP a;branch=${branch}` } });
  expect(new Set(redact(trace.trace).messages.map((message) => vias(message).at(-1)!.params.get('branch'))).size).toBe(
    1,
  );
  expect(header('Contact', 'wilma@zeus.example:5062')).toMatch(/^user\d@host\d\.example:5062$/);
  expect(header('Contact', '<zz:wilma@zeus.example>')).toMatch(/^<value\d:user\d@host\d\.example>$/);
  expect(header('Content-Type', 'application/sdp zorro')).toBe('application/sdp');
  expect(header('Content-Type', 'multipart/x-acme;boundary=b')).toMatch(/^multipart\/value\d;boundary=boundary\d$/);
  expect(header('Reason', 'SIP;description="Wilma hung up"')).toMatch(/^SIP;description="word\d word\d up"$/);
  expect(header('Reason', 'SIP;cause=603;text="v=analytics2;tel=+15125550188"')).toMatch(/text="v=analytics2;text\d"$/);
  expect(redacted({}, sdp('192.0.2.9', ['0 PCMU/8k'])).body).toMatch(/^a=rtpmap:0 PCMU\/value\d\r$/m);
});

test('parts of a phone number do not pass as lists of modes, events or indexes', () => {
  const lines = [
    '101 0-16',
    '102 12-34-56',
    '103 030,123,457',
    '96 mode-set=0,2,4,7',
    '97 mode-set=12,34,56',
    '98 98/98/98',
  ];
  const { body } = redacted({}, sdp('192.0.2.9', ['0'], { lines: lines.map((line) => `a=fmtp:${line}`) }));
  const kept = lines.filter((line) => body.includes(`a=fmtp:${line}\r\n`));
  expect(kept).toEqual(['101 0-16', '96 mode-set=0,2,4,7', '98 98/98/98']);
  expect(header('History-Info', '<sip:a@b.example>;index=1.1.2')).toContain(';index=1.1.2');
  expect(header('History-Info', '<sip:a@b.example>;index=03.12.34.56')).not.toContain('12.34');
});

test('Content-Length counts the new body, unless it was wrong before', () => {
  const right = redacted({}, sdp('198.51.100.7'));
  expect(value(right, 'Content-Length')).toBe(String(right.body.length));
});

/** Traces of every kind that the rules look at. */
const TRACES: [string, () => Trace][] = [
  ['answered', () => answeredCall().trace],
  ['no ACK', () => answeredCall({ ackless: 10, bye: 'callee', talk: 32 }).trace],
  ['wrong ACK', () => answeredCall({ ack: { uri: 'sip:bob@192.168.1.30' } }).trace],
  ['cancelled', () => cancelledCall({ reason: 'SIP;cause=200;text="Call completed elsewhere"' }).trace],
  ['busy', () => failedCall(486).trace],
  ['wrong password', () => registration([401, 401, 401]).trace],
  ['plain', () => answeredCall({ plain: true }).trace],
  [
    'behind NAT',
    () => answeredCall({ invite: { body: sdp('192.168.1.5'), headers: { Contact: '<sip:alice@192.168.1.5>' } } }).trace,
  ],
  ['large', () => answeredCall({ invite: { headers: { 'X-Fill': 'x'.repeat(1300) } } }).trace],
];

for (const [name, make] of TRACES)
  test(`the analysis of a redacted trace says the same: ${name}`, () => {
    const [before, after] = [analyse(make()), analyse(redact(make()))];
    const say = ({ calls }: typeof before) =>
      calls.map(({ outcome, findings, codes, call }) => [
        outcome.kind,
        codes,
        call.parties.length,
        findings.map(({ kind, severity, messages }) => [kind, severity, messages]),
      ]);
    expect(say(after)).toEqual(say(before));
  });

// A secret is a word that no replacement and no protocol element can contain, so that finding it means a leak.
const secret = fc
  .array(fc.constantFrom(...'bdfgjkqvwxz'), { minLength: 6, maxLength: 10 })
  .map((letters) => `zq${letters.join('')}`);
const digits = fc
  .array(fc.constantFrom(...'123456789'), { minLength: 8, maxLength: 12 })
  .map((list) => `9${list.join('')}`);
const address = fc
  .tuple(...[1, 2, 3].map(() => fc.integer({ min: 11, max: 250 })))
  .map(([a, b, c]) => `77.${a}.${b}.${c}`);

const FIELDS = [
  'From',
  'To',
  'Contact',
  'Route',
  'Record-Route',
  'P-Asserted-Identity',
  'Diversion',
  'History-Info',
  'Referred-By',
  'Identity',
  'Subject',
  'Organization',
  'X-Whatever',
  'Call-Info',
  'Alert-Info',
  'Via',
  'Call-ID',
  'Authorization',
  'Proxy-Authenticate',
  'Warning',
  'Reason',
  'User-Agent',
  'Server',
  'Replaces',
  'Session-ID',
  'P-Charging-Vector',
  'Geolocation',
  'Content-ID',
  'Supported',
  'Date',
  'Event',
  'Priority',
] as const;

const FORMS: ((name: string, number: string, host: string) => string)[] = [
  (name, number, host) => `"${name}" <sip:${number}@${host}:5060;x-${name}=${name}>;tag=${name}${number}`,
  (name, number, host) => `<sips:${name}:${name}@${name}.${host}.example;maddr=${host}?X=${name}>;${name}=${number}`,
  (name, number) => `<tel:+${number};phone-context=${name}.example>;tag=${name}`,
  (name, number, host) => `SIP/2.0/UDP ${host}:5060;branch=z9hG4bK${name}${number};received=${host};${name}`,
  (name, number, host) =>
    `Digest username="${number}", realm="${name}", nonce="${name}", uri="sip:${host}", response="${name}", opaque="${number}"`,
  (name, number, host) => `399 ${host} "call from ${number} by ${name}"`,
  (name, number, host) => `SIP;cause=486;text="${name} at ${host} dialed ${number}";x=${name}`,
  (name, number, host) => `${name}@${host};to-tag=${number};from-tag=${name}`,
  (name, number, host) => `icid-value=${name};icid-generated-at=${host};orig-ioi=${number}`,
  (name, number, host) => `https://${name}:${number}@${host}/${name}?q=${number}`,
  (name, number, host) => `${name}, ${name} ${number} (${host})`,
  (name) => `"unclosed <${name}; ;;= "${name}`,
  (_, number, host) => `<${host}>${number}<<${host}`,
];

test('no name, number or address of the input survives, whatever field it is in', () => {
  const line = fc.record({
    field: fc.constantFrom(...FIELDS),
    form: fc.constantFrom(...FORMS),
    name: secret,
    number: digits,
    host: address,
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.tuple(secret, digits, address), (lines, main) => {
      const [name, number, host] = main;
      const trace = new TraceBuilder();
      const message = trace.request('INVITE', {
        from: { name, host },
        to: PROXY,
        uri: `sip:${number}@${host};user=phone;${name}`,
        body: sdp(host, ['0'], { lines: [`a=${name}:${number}`, `a=tool:${name}`, `i=${name}`, `a=ice-pwd:${name}`] }),
      });
      // Only names that the trace itself marks as such can be known in free text, so one From names them all.
      const people = lines.map((one) => ({ name: 'Contact', value: `"${one.name}" <sip:${one.number}@${one.host}>` }));
      message.headers.push(
        ...people,
        ...lines.map((one) => ({ name: one.field, value: one.form(one.name, one.number, one.host) })),
      );
      const [result] = redact(trace.trace).messages;
      const shown = JSON.stringify(result);
      for (const text of [...main, ...lines.flatMap((one) => [one.name, one.number, one.host])])
        expect(
          shown,
          `${text} of ${JSON.stringify(lines.map((one) => [one.field, one.form(one.name, one.number, one.host)]))}`,
        ).not.toContain(text);
    }),
    { seed: 4475, numRuns: 200 },
  );
});

test('different addresses never get the same replacement, and none that is in the input already', () => {
  const list = fc.uniqueArray(
    fc.oneof(address, fc.constantFrom('192.0.2.1', '192.0.2.2', '198.51.100.1', '10.0.0.1')),
    { minLength: 2 },
  );
  fc.assert(
    fc.property(list, (hosts) => {
      const trace = new TraceBuilder();
      for (const host of hosts)
        trace.request('OPTIONS', { from: { name: 'a', host }, to: { name: 'b', host: hosts[0]! } });
      const given = redact(trace.trace).messages.map(({ from }) => from!.host);
      expect(new Set(given).size).toBe(hosts.length);
      for (const one of given) {
        expect(ipv4(one)).not.toBeNull();
        expect(hosts).not.toContain(one);
      }
    }),
    { seed: 4475, numRuns: 100 },
  );
});

test('a body of thousands of levels is redacted like any other, and costs no more than its length', () => {
  const levels = Array.from(
    { length: 5000 },
    (_, at) => `--b${at}\r\nContent-Type: multipart/mixed;boundary=b${at + 1}\r\n\r\n`,
  ).join('');
  const message = redacted({ 'Content-Type': 'multipart/mixed;boundary=b0', Subject: 'Wilhelmine' }, levels);
  expect(message.body).toContain('(body removed)');
  expect(message.raw).not.toMatch(/b4999|Wilhelmine/);
});

test('every declared word is there once, in lower case, and has its reason', () => {
  for (const table of [PHRASES, PRODUCTS, PROTOCOL, RESULTS, SENTENCE, THINGS, WHOLE]) {
    const lines = table.split('\n').filter((line) => line !== '');
    for (const line of lines) expect(line).toMatch(/^\S.*? {2}\S.+$/);
    expect(readTable(table).size).toBe(lines.length);
  }
  const words = [PHRASES, PROTOCOL, RESULTS, SENTENCE, THINGS].flatMap((table) => [...readTable(table).keys()]);
  expect(new Set(words).size).toBe(words.length);
});
