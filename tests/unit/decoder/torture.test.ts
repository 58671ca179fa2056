import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { parseMessage } from '../../../src/decoder/input/trace-parser.ts';
import { join, pcap, ethernet, ipv4, udp } from './frames.ts';
import { parseTrace } from '../../../src/decoder/input/trace-parser.ts';

const FOLDER = 'tests/fixtures/trace/torture';
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(`${FOLDER}/${name}.dat`));
const faults = (name: string): string[] =>
  parseMessage(read(name))!.faults.map(({ kind, detail }) => `${kind} ${detail ?? ''}`.trim());

/** RFC 4475 §3.1.1, §3.2 to §3.4: syntactically valid, so nothing may be found wrong but what is named here. */
const VALID: Record<string, string[]> = {
  wsinv: [], // §3.1.1.1
  intmeth: [], // §3.1.1.2
  esc01: [], // §3.1.1.3
  escnull: [], // §3.1.1.4
  esc02: [], // §3.1.1.5
  lwsdisp: [], // §3.1.1.6
  longreq: [], // §3.1.1.7
  dblreq: ['content-length-too-short 0'], // §3.1.1.8: the rest of the datagram is to be ignored
  semiuri: [], // §3.1.1.9
  transports: [], // §3.1.1.10
  mpart01: [], // §3.1.1.11
  unreason: [], // §3.1.1.12
  noreason: [], // §3.1.1.13
  badbranch: ['header-malformed Via'], // §3.2.1: no transaction identifier behind the cookie
  insuf: ['To', 'From', 'Call-ID', 'Max-Forwards'].map((name) => `header-missing ${name}`), // §3.3.1
  unkscm: [], // §3.3.2
  novelsc: [], // §3.3.3
  unksm2: [], // §3.3.4
  bext01: [], // §3.3.5
  invut: [], // §3.3.6
  regaut01: [], // §3.3.7
  multi01: ['To', 'From', 'CSeq', 'Call-ID', 'Max-Forwards'].map((name) => `header-malformed ${name}`), // §3.3.8
  mcl01: ['header-malformed Content-Length', 'content-length-too-short 13'], // §3.3.9
  bcast: [], // §3.3.10
  zeromf: [], // §3.3.11
  cparam01: [], // §3.3.12
  cparam02: [], // §3.3.13
  regescrt: [], // §3.3.14
  sdp01: [], // §3.3.15
  inv2543: ['header-missing Max-Forwards'], // §3.4.1: a client of RFC 2543
};

/** RFC 4475 §3.1.2: invalid. Each must be read, and its fault named. */
const INVALID: Record<string, string[]> = {
  badinv01: ['header-malformed Via'], // §3.1.2.1
  clerr: ['content-length-too-long 9999'], // §3.1.2.2
  ncl: ['header-malformed Content-Length'], // §3.1.2.3
  scalar02: ['header-malformed CSeq', 'header-malformed Max-Forwards', 'header-malformed Expires'], // §3.1.2.4
  scalarlg: ['header-malformed CSeq', 'header-malformed Retry-After'], // §3.1.2.5
  quotbal: ['header-malformed To'], // §3.1.2.6
  ltgtruri: ['start-line INVITE <sip:user@example.com> SIP/2.0'], // §3.1.2.7
  lwsruri: ['start-line INVITE sip:user@example.com; lr SIP/2.0'], // §3.1.2.8
  lwsstart: ['start-line INVITE  sip:user@example.com  SIP/2.0'], // §3.1.2.9
  trws: ['start-line OPTIONS sip:remote-target@example.com SIP/2.0'], // §3.1.2.10
  baddate: ['header-malformed Date'], // §3.1.2.12
  regbadct: ['header-malformed Contact'], // §3.1.2.13
  badaspec: ['header-malformed To'], // §3.1.2.14
  badvers: ['version SIP/7.0'], // §3.1.2.16
  mismatch01: ['cseq-method INVITE'], // §3.1.2.17
  mismatch02: ['cseq-method INVITE'], // §3.1.2.18
  bigcode: ['start-line SIP/2.0 4294967301 better not break the receiver'], // §3.1.2.19
};

/** Invalid in a part that is not looked into: the message is read without a fault of that kind. */
const NOT_CHECKED: Record<string, string[]> = {
  escruri: [], // §3.1.2.11: header fields within the Request-URI
  baddn: ['truncated'], // §3.1.2.15: a display name that is no token; the file has no empty line at its end
};

test('every message of RFC 4475 is a case here', () => {
  const files = readdirSync(FOLDER).map((file) => file.replace('.dat', ''));
  expect(Object.keys({ ...VALID, ...INVALID, ...NOT_CHECKED, test: [] }).sort()).toEqual(files.sort());
});

for (const [group, cases] of Object.entries({ valid: VALID, invalid: INVALID, 'not checked': NOT_CHECKED }))
  for (const [name, expected] of Object.entries(cases))
    test(`RFC 4475 ${name} (${group})`, () => {
      expect(faults(name)).toEqual(expected);
    });

test('a request line without a version begins no SIP message', () => {
  expect(parseMessage(read('test'))).toBeNull();
});

test('RFC 4475 wsinv: spaces, folding, compact forms and case', () => {
  const { start, headers, body } = parseMessage(read('wsinv'))!;
  expect(start).toEqual({ kind: 'request', method: 'INVITE', uri: 'sip:vivekg@chair-dnrc.example.com;unknownparam' });
  const value = (name: string) => headers.filter((field) => field.name === name).map((field) => field.value);
  expect(value('To')).toEqual(['sip:vivekg@chair-dnrc.example.com ;   tag    = 1918181833n']);
  expect(value('Max-Forwards')).toEqual(['0068']);
  expect(value('Via')).toHaveLength(2);
  expect(value('Subject')).toEqual(['']);
  expect(value('Contact')).toHaveLength(1);
  expect(body.startsWith('v=0\r\n')).toBe(true);
});

test('RFC 4475 esc02: an escape in a method is no escape', () => {
  expect(parseMessage(read('esc02'))!.start).toMatchObject({ method: 'RE%47IST%45R' });
});

test('RFC 4475 unreason and noreason: phrases', () => {
  expect(parseMessage(read('unreason'))!.start).toMatchObject({
    code: 200,
    phrase: expect.stringMatching(/^= 2\*\*3/),
  });
  expect(parseMessage(read('noreason'))!.start).toEqual({ kind: 'response', code: 100, phrase: '' });
});

test('RFC 4475 dblreq: of two requests in one datagram the first counts', () => {
  const trace = parseTrace(pcap([{ data: ethernet(ipv4(udp(read('dblreq')))) }]));
  expect(trace.messages.map(({ start }) => start)).toMatchObject([{ method: 'REGISTER' }]);
});

test('RFC 4475 mpart01: a body that is not text keeps its length', () => {
  const { body, faults } = parseMessage(read('mpart01'))!;
  expect(faults).toEqual([]);
  expect(body).toContain('Content-Type: application/octet-stream');
});

test('all of them, one after the other in a capture, are read in order', () => {
  const names = Object.keys({ ...VALID, ...INVALID, ...NOT_CHECKED });
  const trace = parseTrace(pcap(names.map((name) => ({ data: ethernet(ipv4(udp(join(read(name))))) }))));
  expect(trace.messages).toHaveLength(names.length);
  expect(trace.skipped).toEqual([]);
});
