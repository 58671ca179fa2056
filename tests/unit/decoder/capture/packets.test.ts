import { describe, test } from 'node:test';
import { expect } from '@playwright/test';
import { parseTrace, TraceParser } from '../../../../src/decoder/input/trace-parser.ts';
import {
  blocks,
  callIds,
  cooked1,
  cooked2,
  ethernet,
  ipv4,
  ipv6,
  join,
  pcap,
  request,
  tcp,
  text,
  u16,
  udp,
  type Segment,
} from '../frames.ts';

const MESSAGE = text(request('one', 'body'));
const PACKET = ipv4(udp(MESSAGE));
const PACKET6 = ipv6(udp(MESSAGE));
const one = (file: Uint8Array) => {
  const trace = parseTrace(file);
  expect(callIds(trace.messages)).toEqual(['one']);
  expect(trace.skipped).toEqual([]);
  expect(trace.messages[0]!.faults).toEqual([]);
  return trace.messages[0]!;
};

describe('files', () => {
  for (const little of [true, false])
    for (const nano of [true, false])
      test(`pcap, ${little ? 'little' : 'big'} endian, ${nano ? 'ns' : 'µs'}`, () => {
        const message = one(pcap([{ data: ethernet(PACKET), time: 1700000000.25 }], { little, nano }));
        expect(message).toMatchObject({
          time: 1700000000.25,
          place: 1,
          transport: 'UDP',
          from: { host: '192.0.2.10', port: 5060 },
          to: { host: '198.51.100.20', port: 5060 },
        });
      });

  for (const little of [true, false])
    test(`pcapng, ${little ? 'little' : 'big'} endian: resolution and offset of time, blocks passed over`, () => {
      const { section, description, enhanced, other } = blocks(little);
      const frame = ethernet(PACKET);
      const file = join(
        section(),
        other(10, text('secrets are not looked at')),
        description(1),
        description(1, 9),
        description(1, 0x80 | 10),
        description(1, 6, 1000),
        enhanced(0, 1_700_000_000_250_000, frame),
        other(5, new Uint8Array(16)),
        enhanced(1, 1_700_000_000_250_000_000, frame),
        enhanced(2, 1_700_000_000.25 * 1024, frame),
        enhanced(3, 1_699_999_000_250_000, frame),
      );
      const { format, messages, skipped } = parseTrace(file);
      expect(format).toBe('pcapng');
      expect(skipped).toEqual([]);
      expect(messages.map(({ place }) => place)).toEqual([1, 2, 3, 4]);
      for (const { time } of messages) expect(time).toBeCloseTo(1_700_000_000.25, 5);
    });

  test('pcapng: Simple Packet Blocks have no time; a new section has its own order and interfaces', () => {
    const [little, big] = [blocks(true), blocks(false)];
    const file = join(
      ...[little.section(), little.description(1), little.simple(ethernet(PACKET))],
      ...[big.section(), big.description(101), big.enhanced(0, 1_000_000, PACKET)],
    );
    const { messages, skipped } = parseTrace(file);
    expect(messages.map(({ time }) => time)).toEqual([null, 1]);
    expect(skipped).toEqual([]);
  });

  test('a file cut anywhere gives what came before, and says that it is cut', () => {
    const file = pcap([{ data: ethernet(PACKET) }, { data: ethernet(PACKET) }]);
    const trace = parseTrace(file.subarray(0, -10));
    expect(trace.messages).toHaveLength(1);
    expect(trace.skipped).toEqual([{ place: 2, reason: 'truncated', count: 1 }]);
  });

  test('a length that cannot be ends the reading with what came before', () => {
    const file = join(pcap([{ data: ethernet(PACKET) }]), new Array<number>(64).fill(255));
    const trace = parseTrace(file);
    expect(trace.messages).toHaveLength(1);
    expect(trace.skipped).toEqual([{ place: 2, reason: 'malformed', count: 1 }]);
  });
});

describe('links', () => {
  const LINKS: [string, number, Uint8Array][] = [
    ['Ethernet', 1, ethernet(PACKET)],
    ['Ethernet, IPv6', 1, ethernet(PACKET6)],
    ['VLAN', 1, ethernet(PACKET, [[0x81, 0, 0, 5]])],
    ['QinQ', 1, ethernet(PACKET6, [[0x88, 0xa8, 0, 5], [0x81, 0, 0, 6]])], // prettier-ignore
    ['Linux cooked v1', 113, cooked1(PACKET)],
    ['Linux cooked v2', 276, cooked2(PACKET6)],
    ['raw IP', 101, PACKET],
    ['raw IP, IPv6', 101, PACKET6],
    ['raw IP, DLT', 12, PACKET],
    ['IPv4', 228, PACKET],
    ['IPv6', 229, PACKET6],
    ['null, little', 0, join([2, 0, 0, 0], PACKET)],
    ['null, IPv6 of macOS', 0, join([30, 0, 0, 0], PACKET6)],
    ['loop', 108, join([0, 0, 0, 2], PACKET)],
    ['loop, IPv6 of OpenBSD', 108, join([0, 0, 0, 24], PACKET6)],
  ];
  for (const [name, linkType, data] of LINKS) test(name, () => void one(pcap([{ data }], { linkType })));

  test('padding behind the packet is not part of it', () => {
    one(pcap([{ data: join(ethernet(PACKET), new Array<number>(6).fill(0xaa)) }]));
  });

  test('an unknown link type and frames without IP are counted', () => {
    const arp = join(new Array<number>(12).fill(2), [0x08, 0x06], new Array<number>(28).fill(0));
    expect(parseTrace(pcap([{ data: arp }, { data: arp }])).skipped).toEqual([
      { place: 1, reason: 'not-ip', count: 2 },
    ]);
    expect(parseTrace(pcap([{ data: PACKET }], { linkType: 147 })).skipped).toEqual([
      { place: 1, reason: 'unknown-link-type', count: 1 },
    ]);
  });
});

describe('IP', () => {
  const datagram = udp(text(request('one', 'x'.repeat(300))));
  const fragments = [0, 200, 400].map((offset) => ({
    data: datagram.subarray(offset, offset + 200),
    offset,
    more: offset + 200 < datagram.length,
  }));

  test('IPv4 fragments in any order, also with one twice', () => {
    const frames = fragments.map(({ data, offset, more }) => ({ data: ethernet(ipv4(data, { offset, more, id: 7 })) }));
    const [first, second, third] = frames;
    one(pcap([first!, second!, third!]));
    expect(one(pcap([third!, third!, first!, second!])).place).toBe(4);
  });

  test('IPv6 fragments behind other extension headers', () => {
    const frames = fragments.map(({ data, offset, more }) => {
      const fragment: [number, number[]] = [44, [0, ...u16(offset | (more ? 1 : 0)), 0, 0, 0, 9]];
      return { data: ethernet(ipv6(data, 17, [[0, [0, 1, 4, 0, 0, 0, 0]], fragment])) };
    });
    one(pcap(frames));
  });

  test('IPv6 extension headers are passed over', () => {
    const options: [number, number[]] = [60, [1, ...new Array<number>(14).fill(0)]];
    one(pcap([{ data: ethernet(ipv6(udp(MESSAGE), 17, [[0, [0, 1, 4, 0, 0, 0, 0]], options])) }]));
  });

  test('a fragment that never comes is said at the end', () => {
    const [first] = fragments;
    const trace = parseTrace(pcap([{ data: ethernet(ipv4(first!.data, { more: true })) }]));
    expect(trace.messages).toEqual([]);
    expect(trace.skipped).toEqual([{ place: 1, reason: 'fragment', count: 1 }]);
  });

  test('a frame cut by the capture gives a message that says it is cut', () => {
    const data = ethernet(PACKET);
    const { messages } = parseTrace(pcap([{ data: data.subarray(0, -6), original: data.length }]));
    expect(messages[0]!.faults).toEqual([{ kind: 'truncated' }]);
  });

  test('an address of IPv6 is written as RFC 5952 wants it', () => {
    const message = one(pcap([{ data: ethernet(PACKET6) }]));
    expect(message.from).toEqual({ host: '2001:db8::10', port: 5060 });
    expect(message.to).toEqual({ host: '2001:db8:1::20', port: 5060 });
  });

  test('a port does not make SIP, nor does another unmake it; line ends keep a flow alive', () => {
    const rtp = join([0x80, 0], new Array<number>(170).fill(0x55));
    const frames = [udp(rtp, [40000, 5060]), udp(MESSAGE, [1234, 6060]), udp(text('\r\n\r\n')), udp(rtp), udp(rtp)];
    const trace = parseTrace(pcap(frames.map((data) => ({ data: ethernet(ipv4(data)) }))));
    expect(callIds(trace.messages)).toEqual(['one']);
    expect(trace.skipped).toEqual([{ place: 1, reason: 'not-sip', count: 3 }]);
  });
});

describe('TCP', () => {
  const frame = (segment: Segment) => ({ data: ethernet(ipv4(tcp(segment), { protocol: 6 })) });
  const SYN = { sequence: 999, flags: 2 };
  const stream = text(request('one', 'first') + request('two') + request('three', 'third'));
  /** The stream in segments of the given length. */
  const cut = (size: number, start = 1000): Segment[] =>
    Array.from({ length: Math.ceil(stream.length / size) }, (_, at) => ({
      sequence: (start + at * size) >>> 0,
      data: stream.subarray(at * size, (at + 1) * size),
    }));
  const all = (segments: Segment[]) => {
    const trace = parseTrace(pcap(segments.map(frame)));
    expect(callIds(trace.messages)).toEqual(['one', 'two', 'three']);
    expect(trace.messages.map(({ body }) => body)).toEqual(['first', '', 'third']);
    expect(trace.messages.flatMap(({ faults }) => faults)).toEqual([]);
    expect(trace.skipped).toEqual([]);
    return trace.messages;
  };

  test('several messages in one segment', () => void all([SYN, ...cut(stream.length)]));
  for (const size of [1, 7, 100, 333])
    test(`messages across segments of ${size} bytes`, () => void all([SYN, ...cut(size)]));

  test('a message has the packet that completes it', () => {
    expect(all([SYN, ...cut(100)])[0]!.place).toBe(2 + Math.floor(request('one', 'first').length / 100));
  });

  test('segments out of order, twice and overlapping', () => {
    const [a, b, c, ...rest] = cut(100);
    const overlapping = { sequence: 1050, data: stream.subarray(50, 250) };
    all([SYN, a!, c!, c!, a!, b!, overlapping, ...rest.reverse()]);
  });

  test('sequence numbers go round', () =>
    void all([{ sequence: 2 ** 32 - 151, flags: 2 }, ...cut(100, 2 ** 32 - 150)]));

  test('a capture that begins within a connection and within a message', () => {
    const start = 60;
    const trace = parseTrace(pcap([frame({ sequence: 5000, data: stream.subarray(start) })]));
    expect(callIds(trace.messages)).toEqual(['two', 'three']);
    expect(trace.skipped).toEqual([{ place: 1, reason: 'not-sip', count: 1 }]);
  });

  test('a hole costs the message it is in, and is said', () => {
    const segments = cut(100);
    const trace = parseTrace(pcap([SYN, ...segments.filter((_, at) => at !== 1)].map(frame)));
    expect(callIds(trace.messages).slice(-2)).toEqual(['two', 'three']);
    expect(trace.skipped.map(({ reason }) => reason)).toContain('gap');
    expect(trace.messages[0]!.faults).toContainEqual({ kind: 'truncated' });
  });

  test('without Content-Length a message goes to the next start line', () => {
    const bare = request('one', 'v=0\r\n').replace(/Content-Length.*\r\n/, '');
    const trace = parseTrace(pcap([SYN, { sequence: 1000, data: text(bare + request('two')) }].map(frame)));
    expect(callIds(trace.messages)).toEqual(['one', 'two']);
    expect(trace.messages[0]!.body).toBe('v=0\r\n');
    expect(trace.messages[0]!.faults).toEqual([{ kind: 'content-length-missing' }]);
  });

  test('a wrong Content-Length costs no other message', () => {
    const long = request('one', 'body\r\n').replace('Content-Length: 6', 'Content-Length: 60');
    const short = request('two', 'body\r\n').replace('Content-Length: 6', 'Content-Length: 2');
    const data = text(long + short + request('three'));
    const trace = parseTrace(pcap([SYN, { sequence: 1000, data }].map(frame)));
    expect(callIds(trace.messages)).toEqual(['one', 'two', 'three']);
    expect(trace.messages.map(({ faults }) => faults)).toEqual([
      [{ kind: 'content-length-too-long', detail: '60' }],
      [{ kind: 'content-length-too-short', detail: '2' }],
      [],
    ]);
  });

  test('both directions and several connections stay apart', () => {
    const other = { ports: [5060, 40000] };
    const segments = [
      frame({ ...other, sequence: 1, data: stream.subarray(0, 200) }),
      ...cut(100).map(frame),
      frame({ ...other, sequence: 201, data: stream.subarray(200) }),
    ];
    const trace = parseTrace(pcap(segments));
    expect(callIds(trace.messages)).toEqual(['one', 'two', 'three', 'one', 'two', 'three']);
  });

  test('TLS is said to be encrypted', () => {
    const hello = join([22, 3, 1, 0, 200], new Array<number>(200).fill(1));
    const segments = [{ ...SYN }, { sequence: 1000, data: hello }, { sequence: 1205, data: hello }];
    const trace = parseTrace(pcap(segments.map(frame)));
    expect(trace.skipped).toEqual([{ place: 2, reason: 'encrypted', count: 2 }]);
  });

  test('new ports of an older connection begin anew', () => {
    const again = [
      { sequence: 70000, flags: 2 },
      { sequence: 70001, data: text(request('four')) },
    ];
    const trace = parseTrace(pcap([SYN, ...cut(100), ...again].map(frame)));
    expect(callIds(trace.messages)).toEqual(['one', 'two', 'three', 'four']);
  });
});

test('a file that comes byte by byte reads the same', () => {
  const file = pcap([
    { data: ethernet(PACKET), time: 1 },
    { data: ethernet(PACKET6), time: 2 },
  ]);
  const parser = new TraceParser();
  for (const byte of file) parser.push(Uint8Array.of(byte));
  expect(parser.finish()).toEqual(parseTrace(file));
});

test('past the limit messages are counted, not kept', () => {
  const file = pcap(Array.from({ length: 5 }, () => ({ data: ethernet(PACKET) })));
  const parser = new TraceParser({ messages: 2 });
  expect(parser.push(file).read).toBe(file.length);
  const { messages, skipped } = parser.finish();
  expect(messages).toHaveLength(2);
  expect(skipped).toEqual([{ place: 3, reason: 'limit', count: 3 }]);
});
