import { describe, test } from 'node:test';
import { expect } from '@playwright/test';
import { parseTrace } from '../../../../src/decoder/input/trace-parser.ts';
import { callIds, ethernet, ipv4, join, pcap, request, tcp, text, u16, u32, udp, type Segment } from '../frames.ts';

// What carries SIP but UDP and TCP themselves: SCTP, WebSocket, TLS without a cipher, HEP, and Wireshark's exported PDUs.

const MESSAGE = text(request('one', 'body'));
const frame = (segment: Segment) => ({ data: ethernet(ipv4(tcp(segment), { protocol: 6 })) });
const stream = (...pieces: Uint8Array[]) => {
  let sequence = 1000;
  return pieces.map((data) => {
    const one = frame({ sequence, data });
    sequence += data.length;
    return one;
  });
};

describe('SCTP', () => {
  const data = (number: number, flags: number, payload: Uint8Array): Uint8Array =>
    join([0, flags], u16(16 + payload.length), u32(number), [0, 0, 0, 0, 0, 0, 0, 0], payload, [0, 0, 0].slice(0, (4 - (payload.length % 4)) % 4)); // prettier-ignore
  const packet = (...chunks: Uint8Array[]) => ({
    data: ethernet(ipv4(join(u16(5060), u16(5060), u32(7), u32(0), ...chunks), { protocol: 132 })),
  });
  const SACK = join([3, 0], u16(16), new Uint8Array(12));

  test('one message in a chunk, several chunks in a packet', () => {
    const { messages, skipped } = parseTrace(
      pcap([packet(SACK, data(1, 3, MESSAGE), data(2, 3, text(request('two'))))]),
    );
    expect(callIds(messages)).toEqual(['one', 'two']);
    expect(messages[0]).toMatchObject({ transport: 'SCTP', from: { port: 5060 }, faults: [] });
    expect(skipped).toEqual([]);
  });

  test('a message in several chunks, out of order and sent again', () => {
    const [a, b, c] = [data(1, 2, MESSAGE.subarray(0, 100)), data(2, 0, MESSAGE.subarray(100, 200)), data(3, 1, MESSAGE.subarray(200))]; // prettier-ignore
    const { messages } = parseTrace(pcap([packet(c!), packet(a!), packet(a!), packet(b!), packet(b!)]));
    expect(callIds(messages)).toEqual(['one']);
    expect(messages[0]!.faults).toEqual([]);
  });

  test('something else in it is counted', () => {
    expect(parseTrace(pcap([packet(data(1, 3, text('diameter')))])).skipped).toEqual([
      { place: 1, reason: 'not-sip', count: 1 },
    ]);
  });
});

describe('WebSocket', () => {
  const masked = (payload: Uint8Array): Uint8Array => payload.map((byte, at) => byte ^ [1, 2, 3, 4][at % 4]!);
  const wire = (payload: Uint8Array, { mask = false, first = 0x81 } = {}): Uint8Array =>
    join(
      [first],
      payload.length < 126 ? [(mask ? 128 : 0) | payload.length] : [(mask ? 128 : 0) | 126, ...u16(payload.length)],
      mask ? [1, 2, 3, 4] : [],
      mask ? masked(payload) : payload,
    );
  const UPGRADE = text('GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
  const SWITCH = text('HTTP/1.1 101 Switching Protocols\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\n\r\n');

  test('after the handshake, masked and not, in pieces of any size', () => {
    for (const head of [UPGRADE, SWITCH])
      for (const size of [7, 100, 4000]) {
        const all = join(head, wire(MESSAGE, { mask: head === UPGRADE }), wire(text(request('two'))));
        const pieces = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
          all.subarray(at * size, (at + 1) * size),
        );
        const { messages, skipped } = parseTrace(pcap(stream(...pieces)));
        expect(callIds(messages)).toEqual(['one', 'two']);
        expect(messages[0]).toMatchObject({ transport: 'WS', faults: [], body: 'body' });
        expect(skipped).toEqual([]);
      }
  });

  test('without its handshake, in parts with a ping between, and with a keep-alive', () => {
    const [one, two] = [MESSAGE.subarray(0, 150), MESSAGE.subarray(150)];
    const parts = [wire(one, { first: 1 }), wire(text('x'), { first: 0x89 }), wire(two, { first: 0x80 })];
    expect(callIds(parseTrace(pcap(stream(...parts, wire(text('\r\n'))))).messages)).toEqual(['one']);
    const { messages, skipped } = parseTrace(pcap(stream(wire(text(request('zero'))), ...parts, wire(text('\r\n')))));
    expect(callIds(messages)).toEqual(['zero', 'one']);
    expect(skipped).toEqual([]);
    // The capture began within a message.
    expect(callIds(parseTrace(pcap(stream(one, two, wire(MESSAGE)))).messages)).toEqual(['one']);
  });

  test('HTTP that is none, and what is compressed', () => {
    const page = text('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello');
    expect(parseTrace(pcap(stream(page, page))).skipped).toEqual([{ place: 1, reason: 'not-sip', count: 2 }]);
    const { skipped } = parseTrace(pcap(stream(SWITCH, wire(MESSAGE, { first: 0xc1 }))));
    expect(skipped).toEqual([{ place: 2, reason: 'compressed', count: 1 }]);
  });
});

describe('TLS', () => {
  const record = (type: number, body: Uint8Array): Uint8Array => join([type, 3, 3], u16(body.length), body);

  test('a cipher suite that encrypts nothing: the check value is no part of the message', () => {
    for (const check of [16, 20, 32, 48]) {
      const pieces = [record(22, new Uint8Array(60)), record(23, join(MESSAGE, new Array<number>(check).fill(0xa5)))];
      const { messages } = parseTrace(pcap(stream(...pieces)));
      expect(messages).toMatchObject([{ transport: 'TLS', body: 'body', faults: [] }]);
    }
  });

  test('everything else is counted by its packets', () => {
    const body = Uint8Array.from({ length: 300 }, (_, at) => (at * 7919 + 131) & 255);
    const { messages, skipped } = parseTrace(pcap(stream(...new Array<Uint8Array>(5).fill(record(23, body)))));
    expect(messages).toEqual([]);
    expect(skipped).toEqual([{ place: 1, reason: 'encrypted', count: 5 }]);
  });
});

describe('HEP', () => {
  const chunk = (type: number, value: Uint8Array | number[]): Uint8Array =>
    join([0, 0], u16(type), u16(value.length + 6), value);
  const hep3 = (protocol = 1): Uint8Array => {
    const chunks = join(
      ...[chunk(1, [2]), chunk(2, [6]), chunk(3, [192, 0, 2, 10]), chunk(4, [198, 51, 100, 20]), chunk(7, u16(5060))],
      ...[chunk(8, u16(5080)), chunk(9, u32(1_700_000_000)), chunk(10, u32(250_000)), chunk(11, [protocol])],
      chunk(15, MESSAGE),
    );
    return join(text('HEP3'), u16(chunks.length + 6), chunks);
  };
  const WANTED = {
    transport: 'TCP',
    from: { host: '192.0.2.10', port: 5060 },
    to: { host: '198.51.100.20', port: 5080 },
  };

  test('version 3 over UDP and TCP: the ends and the time are those that the agent saw', () => {
    const collected = {
      data: ethernet(ipv4(udp(hep3(), [40000, 9060]), { from: [203, 0, 113, 1], to: [203, 0, 113, 2] })),
    };
    for (const file of [
      pcap([collected]),
      pcap(stream(join(hep3(), hep3()).subarray(0, 50), join(hep3(), hep3()).subarray(50))),
    ]) {
      const { messages, skipped } = parseTrace(file);
      expect(messages[0]).toMatchObject({ ...WANTED, time: 1_700_000_000.25, faults: [] });
      expect(skipped).toEqual([]);
    }
    expect(parseTrace(pcap([{ data: ethernet(ipv4(udp(hep3(5)))) }])).skipped).toMatchObject([{ reason: 'not-sip' }]);
  });

  test('versions 1 and 2', () => {
    const ends = join([192, 0, 2, 10], [198, 51, 100, 20]);
    const head = (version: number) => join([version, 16, 2, 6], u16(5060), u16(5080), ends);
    const time = join([0x00, 0xf1, 0x53, 0x65], [0x90, 0xd0, 3, 0], [1, 0, 0, 0]);
    const files = [join(head(1), MESSAGE), join(head(2), time, MESSAGE)];
    for (const payload of files)
      expect(parseTrace(pcap([{ data: ethernet(ipv4(udp(payload, [9, 9060]))) }])).messages).toMatchObject([WANTED]);
  });
});

test('exported PDUs of Wireshark: tags name the protocol and the ends', () => {
  const tag = (type: number, value: Uint8Array | number[]): Uint8Array => join(u16(type), u16(value.length), value);
  const pdu = (name: string): Uint8Array =>
    join(
      ...[tag(12, join(text(name), [0, 0, 0, 0].slice(0, 4 - (name.length % 4)))), tag(20, [192, 0, 2, 10])],
      ...[tag(21, [198, 51, 100, 20]), tag(24, u32(2)), tag(25, u32(5061)), tag(26, u32(40000)), tag(0, []), MESSAGE],
    );
  const { messages } = parseTrace(pcap([{ data: pdu('sip') }], { linkType: 252 }));
  expect(messages).toMatchObject([
    {
      transport: 'TCP',
      from: { host: '192.0.2.10', port: 5061 },
      to: { host: '198.51.100.20', port: 40000 },
      faults: [],
    },
  ]);
});

describe('ICMP', () => {
  const quoted = ipv4(udp(MESSAGE).subarray(0, 8));
  const icmp = (type: number, code: number) => ({
    data: ethernet(
      ipv4(join([type, code, 0, 0, 0, 0, 0, 0], quoted), {
        protocol: 1,
        from: [198, 51, 100, 20],
        to: [192, 0, 2, 10],
      }),
    ),
  });

  test('what could not be delivered, and why; other kinds say nothing', () => {
    const { undelivered, skipped } = parseTrace(
      pcap([icmp(3, 3), icmp(3, 1), icmp(3, 13), icmp(11, 0), icmp(8, 0), icmp(3, 4)]),
    );
    expect(undelivered!.map(({ why }) => why)).toEqual(['port', 'host', 'prohibited']);
    expect(undelivered![0]).toMatchObject({
      by: '198.51.100.20',
      from: { host: '192.0.2.10', port: 5060 },
      to: { host: '198.51.100.20', port: 5060 },
      transport: 'UDP',
    });
    expect(skipped).toEqual([{ place: 1, reason: 'icmp', count: 6 }]);
  });
});
