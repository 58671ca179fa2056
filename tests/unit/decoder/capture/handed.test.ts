import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { CaptureReader } from '../../../../src/decoder/input/capture.ts';
import { pieces } from '../../../../src/decoder/input/pieces.ts';
import { TraceReader } from '../../../../src/decoder/input/trace-reader.ts';
import type { Trace } from '../../../../src/decoder/message/types.ts';
import { analyse } from '../../../../src/decoder/show/analyse.ts';
import { conversations, overview } from '../../../../src/decoder/show/view.ts';
import * as en from '../../../../src/i18n/decoder/en.ts';
import * as ja from '../../../../src/i18n/decoder/ja.ts';

// Small captures, one for each kind of link, tunnel, transport and file, with what is right to say of them.

const FOLDER = 'tests/fixtures/decoder/captures';
const NAMES = { codes: {}, causes: {}, warnings: {}, symptoms: {}, reuse: {} };

/** A file as the page reads it: in pieces, unpacked on the way */
async function read(name: string): Promise<Trace> {
  const unpacking = { broken: false };
  const reader = new TraceReader((format, collector) => new CaptureReader(format, collector));
  for await (const { data } of pieces(new Blob([readFileSync(`${FOLDER}/${name}`)]), unpacking)) reader.push(data);
  return reader.finish(undefined, unpacking.broken);
}

const ends = (trace: Trace): string[] =>
  trace.messages.map(({ from, to, start, transport }) => {
    const what = start.kind === 'request' ? start.method : start.code;
    return `${from!.host}:${from!.port} ${to!.host}:${to!.port} ${transport} ${what}`;
  });

const [A, B] = ['192.0.2.10:5060', '198.51.100.20:5060'];
const call = (transport: string): string[] => [
  `${A} ${B} ${transport} INVITE`,
  ...[100, 180, 200].map((code) => `${B} ${A} ${transport} ${code}`),
  ...['ACK', 'BYE'].map((method) => `${A} ${B} ${transport} ${method}`),
  `${B} ${A} ${transport} 200`,
];

/** Captures of one call of seven messages, in whatever it is wrapped. */
const WRAPPED = [
  ...['ah', 'chdlc', 'erspan2', 'esp-null', 'gre', 'gre-eth-erspan-type', 'gtpu', 'ipip', 'llc-snap', 'mpls'],
  ...['nflog', 'pppoe', 'sctp', 'tzsp', 'vxlan', 'wifi-radiotap'],
].map((name) => `${name}.pcap`);

for (const name of [...WRAPPED, 'gzip.pcap.gz'])
  test(`${name}: seven messages with the addresses inside`, async () => {
    const trace = await read(name);
    expect(ends(trace)).toEqual(call(name === 'sctp.pcap' ? 'SCTP' : 'UDP'));
    expect(trace.skipped).toEqual([]);
    const [only, ...others] = analyse(trace).calls;
    expect(others).toEqual([]);
    expect(only!.outcome).toMatchObject({ kind: 'ended', by: 'caller' });
    expect(only!.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

test('records with longer headers than usual are the same file', async () => {
  const [usual, nokia] = [await read('one-proxy-record-route.pcap'), await read('one-proxy-record-route.nokiapcap')];
  expect(nokia.messages).toHaveLength(13);
  expect(nokia).toEqual(usual);
});

for (const [name, id] of [
  ['snoop', 'snoop'],
  ['netmon2', 'netmon2'],
] as const)
  // prettier-ignore
  test(`${name} is named with the command that converts it, in both languages`, async () => {
    const trace = await read(`one-proxy-record-route.${name}`);
    expect(trace).toMatchObject({ format: id, messages: [], skipped: [] });
    for (const { decoder, decodePage } of [en, ja]) {
      const context = { words: decoder, page: decodePage, names: NAMES, absolute: String, pair: () => '' };
      const { skipped } = overview(trace, conversations(analyse(trace)), analyse(trace), context);
      expect(skipped).toHaveLength(1);
      expect(skipped[0]).toContain('editcap -F pcapng');
    }
  });

test('ICMP port unreachable is the reason, and nobody is told to look for a firewall', async () => {
  const [only] = analyse(await read('icmp-unreachable.pcap')).calls;
  expect(only!.outcome).toMatchObject({ kind: 'undelivered', why: 'port', by: '198.51.100.20', requests: 3 });
  expect(only!.findings.map(({ kind }) => kind)).toContain('unreachable');
  expect(only!.findings.map(({ kind }) => kind)).not.toContain('no-response');
});

test('fragments that were captured twice make one message', async () => {
  const trace = await read('ipfrag-dup.pcap');
  expect(trace.skipped).toEqual([]);
  const entries = analyse(trace).calls[0]!.call.entries.filter(({ repeat }) => repeat !== 'copy');
  expect(entries.map(({ method, code }) => code ?? method)).toEqual(['INVITE', 100, 180, 200, 'ACK', 'BYE', 200]);
});

test('a segment that was acknowledged but not captured is a gap at its place, and the call is whole all the same', async () => {
  const trace = await read('tcp-lost-segment.pcap');
  expect(ends(trace).map((line) => line.split(' ').at(-1))).toEqual('INVITE 100 180 200 ACK BYE 200'.split(' '));
  const times = trace.messages.map(({ time }) => time!);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  const [only] = analyse(trace).calls;
  expect(only!.outcome).toMatchObject({ kind: 'ended', by: 'caller' });
  expect(only!.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
});

test('every capture of the folder is read without an error', async () => {
  for (const name of readdirSync(FOLDER)) {
    const trace = await read(name);
    expect([name, trace.messages.length > 0 || /snoop|netmon/.test(trace.format)]).toEqual([name, true]);
  }
});
