import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { parseTrace } from '../../../../src/decoder/input/trace-parser.ts';
import type { Message, Trace } from '../../../../src/decoder/message/types.ts';

// Every capture of the repository as tshark reads it: the same SIP messages in the same frames between the same ends, and the
// same RTP streams. Where the two differ, the list below says why.

/** The port tells tshark another protocol; the decoder goes by the start line. */
const AYIYA = 'tshark takes UDP port 5072 for AYIYA';

/** Captures in which the difference is known, with its reason. */
const DIFFERENT: Record<string, string> = {
  'decoder/captures/esp-null.pcap': 'tshark tries null encryption only where that is turned on',
  'decoder/captures/icmp-unreachable.pcap': 'tshark takes the INVITE that ICMP quotes for another one',
  'decoder/captures/tcp-lost-segment.pcap': 'tshark does not look for the next start line behind a gap',
  'decoder/sipp/answered-called-side-ends.pcap': AYIYA,
  'decoder/sipp/cancelled.pcap': AYIYA,
  'decoder/sipp/challenged.pcap': AYIYA,
  'decoder/sipp/no-answer.pcap': AYIYA,
  'decoder/sipp/reinvite-refused.pcap': AYIYA,
  'decoder/sipp/unreachable.pcap': AYIYA,
  'decoder/captures/one-proxy-record-route.snoop': 'named with the command that converts it',
  'decoder/captures/one-proxy-record-route.netmon2': 'named with the command that converts it',
};

const ROOT = 'tests/fixtures';
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(pcap|pcapng|snoop|netmon2|nokiapcap|gz)$/.test(name))
  .sort();

const installed = spawnSync('tshark', ['--version']).status === 0;
const skip = installed ? false : 'tshark is not installed';

const tshark = (...args: string[]): string =>
  spawnSync('tshark', ['-n', ...args], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;

function read(name: string): Trace {
  const bytes = readFileSync(`${ROOT}/${name}`);
  return parseTrace(new Uint8Array(name.endsWith('.gz') ? gunzipSync(bytes) : bytes));
}

const what = ({ start }: Message): string => (start.kind === 'request' ? start.method : String(start.code));

/** Frame, innermost ends, and method or code; several messages of a frame one by one. */
function messagesOf(name: string): string[] {
  const fields = ['frame.number', 'ip.src', 'ip.dst', 'ipv6.src', 'ipv6.dst', 'sip.Method', 'sip.Status-Code'];
  const rows = tshark(
    ...['-r', `${ROOT}/${name}`, '-Y', 'sip', '-T', 'fields', '-E', 'occurrence=a', '-E', 'aggregator=,'],
    ...fields.flatMap((field) => ['-e', field]),
  );
  return rows
    .split('\n')
    .filter(Boolean)
    .flatMap((row) => {
      const [frame, from4, to4, from6, to6, methods, codes] = row.split('\t');
      const last = (list: string | undefined) => list?.split(',').at(-1) ?? '';
      const [from, to] = from4 ? [last(from4), last(to4)] : [last(from6), last(to6)];
      // A response has the method of its CSeq in another field.
      return [...(codes || methods || '').split(',').filter(Boolean)].map((one) => `${frame} ${from} ${to} ${one}`);
    })
    .sort();
}

/** Ends, packets, lost packets and mean jitter in tenths of a millisecond. */
interface Rtp {
  ends: string;
  packets: number;
  lost: number;
  jitter: number;
}

function streamsOf(name: string): Rtp[] {
  const line =
    /^\s*[\d.]+\s+[\d.]+\s+(\S+)\s+(\d+)\s+(\S+)\s+(\d+)\s+0x\w+\s+.*?\s(\d+)\s+(-?\d+) \([-\d.]+%\)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)/;
  return tshark('-r', `${ROOT}/${name}`, '-q', '-z', 'rtp,streams')
    .split('\n')
    .flatMap((row) => {
      const found = line.exec(row);
      if (!found) return [];
      const [, from, fromPort, to, toPort, packets, lost] = found;
      const ends = `${from}:${fromPort} ${to}:${toPort}`;
      return [{ ends, packets: Number(packets), lost: Number(lost), jitter: Number(found[11]) }];
    })
    .sort((a, b) => a.ends.localeCompare(b.ends));
}

for (const name of files) {
  const reason = DIFFERENT[name];
  test(`${name}: the messages of tshark${reason ? `, but: ${reason}` : ''}`, { skip }, () => {
    const own = read(name)
      .messages.map((message) => `${message.place} ${message.from!.host} ${message.to!.host} ${what(message)}`)
      .sort();
    if (reason === undefined) expect(own).toEqual(messagesOf(name));
    else expect(own, 'the reason no longer holds').not.toEqual(messagesOf(name));
  });
}

for (const name of files.filter((one) => one.startsWith('media/')))
  test(`${name}: the RTP streams of tshark, packet by packet`, { skip }, () => {
    const wanted = streamsOf(name);
    const own = (read(name).streams ?? [])
      .map(({ from, to, packets, expected, payloads }) => ({
        ends: `${from.host}:${from.port} ${to.host}:${to.port}`,
        packets,
        lost: expected - packets,
        jitter: payloads[0]!.jitter.find(({ rate }) => rate === 8000)!.mean * 1000,
      }))
      .sort((a, b) => a.ends.localeCompare(b.ends));
    expect(wanted.length).toBeGreaterThan(0);
    const counted = ({ ends, packets, lost }: Rtp) => ({ ends, packets, lost });
    expect(own.map(counted)).toEqual(wanted.map(counted));
    // Of a stream with telephone events tshark counts their steps too.
    own.forEach(({ jitter }, at) => expect(Math.abs(jitter - wanted[at]!.jitter)).toBeLessThan(0.1));
  });
