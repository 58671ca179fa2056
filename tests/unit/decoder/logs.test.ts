import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { parseTrace, TraceParser } from '../../../src/decoder/input/trace-parser.ts';
import type { Endpoint, Message, Trace } from '../../../src/decoder/message/types.ts';

// The same call as the logs of several products print it. The lines around each message follow the format strings of the
// sources named with each; the message itself is that of the capture.

const FOLDER = 'tests/fixtures/trace';
const CAPTURE = parseTrace(new Uint8Array(readFileSync(`${FOLDER}/answered/capture.pcap`)));
const SIX = parseTrace(new Uint8Array(readFileSync(`${FOLDER}/call-ipv6/capture.pcap`)));

const show = ({ host, port }: Endpoint): string => (host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`);
const two = (value: number): string => String(value).padStart(2, '0');
const lf = (value: string): string => value.replaceAll('\r\n', '\n');

/** Time of a message in UTC, with microseconds. */
function clock(time: number): { date: string; slashed: string; time: string; short: string } {
  const at = new Date(Math.floor(time) * 1000);
  const date = `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
  const seconds = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
  const micro = String(Math.floor((time - Math.floor(time)) * 1e6)).padStart(6, '0');
  return { date, slashed: date.replaceAll('-', '/'), time: `${seconds}.${micro}`, short: seconds };
}

/** What the called side, 198.51.100.20, logs of each message. */
const logged = (trace: Trace, print: (message: Message, at: ReturnType<typeof clock>) => string): string =>
  trace.messages.map((message) => print(message, clock(message.time!))).join('');
const received = ({ from }: Message): boolean => from!.host === '192.0.2.10' || from!.host === '2001:db8::10';
const far = (message: Message): Endpoint => (received(message) ? message.from! : message.to!);
const sip = (message: Message): string => (message.start.kind === 'request' ? 'request' : 'response');

interface Expected {
  format: Trace['format'];
  /** Which ends the log tells. */
  ends: 'both' | 'far' | 'source' | 'none';
  /** How exact the time is in seconds; null: no time; with `midnight` there is no date. */
  exact: number | null;
  midnight?: boolean;
}

function check(text: string, capture: Trace, { format, ends, exact, midnight = false }: Expected): Trace {
  const trace = parseTrace(text);
  expect(trace.format).toBe(format);
  expect(trace.messages).toHaveLength(capture.messages.length);
  trace.messages.forEach((message, at) => {
    const original = capture.messages[at]!;
    expect(message.start).toEqual(original.start);
    expect(message.headers).toEqual(original.headers);
    expect(lf(message.body)).toBe(lf(original.body));
    expect(message.faults).toEqual([]);
    const sides = [message.from, message.to];
    if (ends === 'both') expect(sides).toEqual([original.from, original.to]);
    else if (ends === 'far') expect(sides).toEqual(received(original) ? [original.from, null] : [null, original.to]);
    else if (ends === 'source') expect(sides).toEqual([original.from, null]);
    else expect(sides).toEqual([null, null]);
    if (exact === null) expect(message.time).toBeNull();
    else {
      const time = midnight ? original.time! % 86400 : original.time!;
      expect(Math.abs(message.time! - time)).toBeLessThanOrEqual(exact);
    }
  });
  // The bytes in any pieces give the same.
  const parser = new TraceParser();
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 37) parser.push(bytes.subarray(at, at + 37));
  expect(parser.finish()).toEqual(trace);
  return trace;
}

const DASHES = '-'.repeat(72);
const NOISE = '[Nov 24 10:30:00] NOTICE[1]: chan.c:1 in f: SIP/2.0 200 OK was said in a log line\n';

// sngrep 1ff74ee, src/curses/ui_save.c:588.
const sngrep = (message: Message, at: ReturnType<typeof clock>) =>
  `${at.slashed} ${at.time} ${show(message.from!)} -> ${show(message.to!)}\n${message.raw}\n\n`;

// Asterisk f0c1c1a, res/res_pjsip_logger.c:322 and 354.
const pjsip = (message: Message) =>
  `<--- ${received(message) ? 'Received' : 'Transmitting'} SIP ${sip(message)} (${message.raw.length} bytes) ` +
  `${received(message) ? 'from' : 'to'} UDP:${show(far(message))} --->\n${message.raw}\n`;

// sofia-sip 7333682, libsofia-sip-ua/tport/tport_logging.c:392 and 872.
const stamp = (message: Message, at: ReturnType<typeof clock>) =>
  `${received(message) ? 'recv' : 'send'} ${message.raw.length} bytes ${received(message) ? 'from' : 'to'} ` +
  `udp/[${far(message).host}]:${far(message).port} at ${at.time}:\n`;

test('sngrep', () => void check(logged(CAPTURE, sngrep), CAPTURE, { format: 'sngrep', ends: 'both', exact: 2e-6 }));
test('sngrep, IPv6', () => void check(logged(SIX, sngrep), SIX, { format: 'sngrep', ends: 'both', exact: 2e-6 }));

test('Asterisk, PJSIP on the console, other lines between', () => {
  const log = logged(CAPTURE, (message) => NOISE + pjsip(message));
  const trace = check(log, CAPTURE, { format: 'asterisk-pjsip', ends: 'far', exact: null });
  expect(trace.messages.every(({ transport }) => transport === 'UDP')).toBe(true);
  expect(trace.skipped).toHaveLength(CAPTURE.messages.length);
});

test('Asterisk, PJSIP, IPv6', () => {
  check(logged(SIX, pjsip), SIX, { format: 'asterisk-pjsip', ends: 'far', exact: null });
});

test('Asterisk, PJSIP in a file with dates (main/logger.c:424)', () => {
  const log = logged(
    CAPTURE,
    (message, at) => `[${at.date} ${at.time}] VERBOSE[7] res_pjsip_logger.c: ${pjsip(message)}`,
  );
  check(log, CAPTURE, { format: 'asterisk-pjsip', ends: 'far', exact: 2e-6 });
});

test('Asterisk, PJSIP on a console that puts the time before each line (main/asterisk.c:2206)', () => {
  const log = logged(CAPTURE, (message, at) =>
    pjsip(message)
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => `[Nov 24 ${at.short}] ${line}\n`)
      .join(''),
  );
  check(log, CAPTURE, { format: 'asterisk-pjsip', ends: 'far', exact: 1, midnight: true });
});

// InterLinked1/chan_sip 0043618, channels/chan_sip.c:4884, 4935, 29734 and 29745.
test('Asterisk, chan_sip', () => {
  const log = logged(CAPTURE, (message) => {
    if (received(message))
      return `\n<--- SIP read from UDP:${show(far(message))} --->\n${message.raw}\n<------------->\n--- (8 headers 0 lines) ---\n`;
    return sip(message) === 'response'
      ? `\n<--- Reliably Transmitting (no NAT) to ${show(far(message))} --->\n${message.raw}\n<------------>\n`
      : `Transmitting (NAT) to ${show(far(message))}:\n${message.raw}\n---\n`;
  });
  const trace = check(log, CAPTURE, { format: 'asterisk-chan-sip', ends: 'far', exact: null });
  expect(trace.messages[0]!.transport).toBe('UDP');
});

const FREESWITCH: Expected = { format: 'freeswitch', ends: 'far', exact: 2e-6, midnight: true };

test('FreeSWITCH', () => {
  const log = logged(CAPTURE, (message, at) => `${stamp(message, at)}${DASHES}\n${lf(message.raw)}\n`);
  check(log, CAPTURE, FREESWITCH);
});

test('FreeSWITCH with an older sofia-sip: three spaces before each line, dashes behind', () => {
  const log = logged(CAPTURE, (message, at) => {
    const lines = lf(message.raw).replace(/\n$/, '').split('\n');
    return `${stamp(message, at)}   ${DASHES}\n${lines.map((line) => `   ${line}\n`).join('')}   ${DASHES}\n`;
  });
  check(log, CAPTURE, FREESWITCH);
});

test('FreeSWITCH over midnight: the time goes on', () => {
  const [first, second] = CAPTURE.messages;
  const at = { date: '', slashed: '', short: '' };
  const log =
    `${stamp(first!, { ...at, time: '23:59:59.900000' })}${DASHES}\n${lf(first!.raw)}\n` +
    `${stamp(second!, { ...at, time: '00:00:00.100000' })}${DASHES}\n${lf(second!.raw)}\n`;
  const [before, after] = parseTrace(log).messages;
  expect(after!.time! - before!.time!).toBeCloseTo(0.2, 6);
});

// Kamailio 38711a3, src/modules/sipdump/sipdump_write.c:351.
test('Kamailio, sipdump', () => {
  const log = logged(
    CAPTURE,
    (message) =>
      `====================\ntag: rcv\npid: 1\nprocess: 2\ntime: ${message.time!.toFixed(6)}\ndate: Tue Nov 24 10:00:00 2026\n` +
      `proto: udp ipv4\nsrcip: ${message.from!.host}\nsrcport: ${message.from!.port}\n` +
      `dstip: ${message.to!.host}\ndstport: ${message.to!.port}\n~~~~~~~~~~~~~~~~~~~~\n${message.raw}||||||||||||||||||||\n`,
  );
  const trace = check(log, CAPTURE, { format: 'kamailio-sipdump', ends: 'both', exact: 2e-6 });
  expect(trace.messages[0]!.transport).toBe('UDP');
  expect(trace.skipped).toEqual([]);
});

const SYSLOG = 'Nov 24 10:30:00 proxy';

// The xlog line of Kamailio's corex, README, is_incoming().
test('Kamailio, $mb by xlog to syslog, lines as they are', () => {
  const log = logged(
    CAPTURE,
    (message, at) =>
      `${at.date}T${at.time}+00:00 proxy kamailio[7]: INFO: <script>: Received message '${message.raw}' \n`,
  );
  check(log, CAPTURE, { format: 'kamailio', ends: 'none', exact: 2e-6 });
});

test('Kamailio, $mb by xlog through a syslog daemon that writes line ends as numbers', () => {
  const log = logged(CAPTURE, (message) => {
    const escaped = message.raw.replaceAll('\r', '#015').replaceAll('\n', '#012');
    return `${SYSLOG} kamailio[7]: INFO: <script>: from ${show(message.from!)} ${escaped}#012\n`;
  });
  const trace = parseTrace(log);
  expect(trace.format).toBe('kamailio');
  expect(trace.messages.map(({ start }) => start)).toEqual(CAPTURE.messages.map(({ start }) => start));
  expect(trace.messages.map(({ from }) => from)).toEqual(CAPTURE.messages.map(({ from }) => from));
  expect(trace.messages.flatMap(({ faults }) => faults)).toEqual([]);
});

// OpenSIPS 8f4f1e1, dprint.h:71 and docs/manual/Script-Routes.md:226.
test('OpenSIPS, $mb by xlog to standard error', () => {
  const log = logged(
    CAPTURE,
    (message, at) => `Nov 24 ${at.short} [7] --- error from [${show(message.from!)}]\n+++++\n${message.raw}\n++++\n`,
  );
  const trace = parseTrace(log);
  expect(trace.messages.map(({ start }) => start)).toEqual(CAPTURE.messages.map(({ start }) => start));
  expect(trace.messages.flatMap(({ faults }) => faults)).toEqual([]);
});

test('OpenSIPS, addresses before the message', () => {
  const log = logged(
    CAPTURE,
    (message, at) => `Nov 24 ${at.short} [7] ${show(message.from!)} -> ${show(message.to!)} ${message.raw}\n`,
  );
  check(log, CAPTURE, { format: 'opensips', ends: 'both', exact: 1, midnight: true });
});

test('a JSON log with the message as one string', () => {
  const log = logged(
    CAPTURE,
    (message, at) => `${JSON.stringify({ ts: `${at.date}T${at.time}Z`, sip: message.raw })}\n`,
  );
  const trace = parseTrace(log);
  expect(trace.messages.map(({ headers }) => headers)).toEqual(CAPTURE.messages.map(({ headers }) => headers));
  expect(trace.messages[0]!.time).toBeCloseTo(CAPTURE.messages[0]!.time!, 4);
});

for (const [name, capture] of [
  ['answered', CAPTURE],
  ['call-ipv6', SIX],
] as const)
  // prettier-ignore
  test(`Wireshark, packet details as text (${name}, real)`, () => {
    const text = readFileSync(`${FOLDER}/${name}/tshark.txt`, 'utf8');
    check(text, capture, { format: 'wireshark-text', ends: 'both', exact: 1e-6 });
  });

test('Wireshark, a stream followed (real), and the same saved raw', () => {
  const followed = readFileSync(`${FOLDER}/answered/follow.txt`, 'utf8');
  check(followed, CAPTURE, { format: 'raw', ends: 'none', exact: null });
  const raw = CAPTURE.messages.map((message) => message.raw).join('');
  expect(check(raw, CAPTURE, { format: 'raw', ends: 'none', exact: null }).skipped).toEqual([]);
  check(lf(raw), CAPTURE, { format: 'raw', ends: 'none', exact: null });
});

test('pasted text with words between, an indent, or no empty line at the end', () => {
  const [invite, trying] = CAPTURE.messages.map(({ raw }) => lf(raw));
  const indented = invite!.split('\n').map((line) => `    ${line}`).join('\n'); // prettier-ignore
  const trace = parseTrace(`The phone sends this:\n\n${indented}\n\nand gets this back:\n${trying!.trimEnd()}`);
  expect(trace.messages.map(({ headers }) => headers)).toEqual(
    CAPTURE.messages.slice(0, 2).map(({ headers }) => headers),
  );
  expect(trace.messages.map(({ place }) => place)).toEqual([3, 26]);
  expect(trace.skipped.map(({ place }) => place)).toEqual([1, 25]);
});

// A message without any of Via, From, To, Call-ID and CSeq belongs to no call: nothing could be said of it but faults.
test('a start line alone, or in a sentence, is no message', () => {
  for (const text of ['SIP/2.0 486 Busy Here', 'We get SIP/2.0 486 Busy Here\nfrom them.']) {
    const { messages, skipped } = parseTrace(text);
    expect(messages).toEqual([]);
    expect(skipped[0]).toMatchObject({ reason: 'mention', place: 1, last: 1 });
  }
});

// People put longer or shorter addresses into what they paste: the length cannot tell a fault of the sender in text.
test('a wrong Content-Length in text says that the text was edited, and costs no other message', () => {
  const [invite, trying] = CAPTURE.messages.map(({ raw }) => raw);
  const cuts = (length: number) =>
    parseTrace(invite!.replace(/Content-Length: +\d+/, `Content-Length: ${length}`) + trying!).messages.map(
      ({ cut, faults }) => [cut ?? null, faults],
    );
  expect(cuts(149)).toEqual([
    [null, []],
    [null, []],
  ]);
  for (const length of [300, 50, 0])
    expect(cuts(length)).toEqual([
      ['edited', []],
      [null, []],
    ]);
});

test('a body that carries SIP is not cut at its start line', () => {
  const notify = [
    'NOTIFY sip:a@192.0.2.10 SIP/2.0',
    'Via: SIP/2.0/UDP 198.51.100.20;branch=z9hG4bK1',
    'Max-Forwards: 70',
    'From: <sip:b@example.net>;tag=b',
    'To: <sip:a@example.com>;tag=a',
    'Call-ID: one',
    'CSeq: 1 NOTIFY',
    'Content-Type: message/sipfrag;version=2.0',
    'Content-Length: 20',
    '',
    'SIP/2.0 100 Trying\r\n',
  ].join('\r\n');
  const trace = parseTrace(notify + CAPTURE.messages[1]!.raw);
  expect(trace.messages.map(({ body }) => body)).toEqual(['SIP/2.0 100 Trying\r\n', '']);
});
