import { describe, test } from 'node:test';
import { expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { parseTrace } from '../../../src/decoder/input/trace-parser.ts';
import { redact } from '../../../src/decoder/redact/redact.ts';
import { analyse } from '../../../src/decoder/show/analyse.ts';
import { markdown, plainText, ladderSvgFile } from '../../../src/decoder/show/export.ts';
import { symptomsOf } from '../../../src/decoder/show/symptoms.ts';
import * as en from '../../../src/i18n/decoder/en.ts';
import * as ja from '../../../src/i18n/decoder/ja.ts';
import { cooked1, ethernet, ipv4, join, pcap, request, text, u16, u32, udp } from './frames.ts';

// Media: how RTP is told from other datagrams, what is counted, and what real calls of SIPp give.

const NAMES = { codes: {}, causes: {}, warnings: {}, symptoms: {}, reuse: {} };
const read = (name: string) => parseTrace(new Uint8Array(readFileSync(`tests/fixtures/media/${name}.pcap`)));
const media = (name: string) =>
  analyse(read(name)).calls.map(({ findings }) =>
    findings.filter(({ kind }) => kind.startsWith('media-')).map(({ kind, severity }) => `${severity} ${kind}`),
  );

const rtp = (
  number: number,
  { type = 0, stamp = number * 160, ssrc = 7, payload = new Uint8Array(160) } = {},
): Uint8Array => join([0x80, type], u16(number & 65535), u32(stamp), u32(ssrc), payload);
const sent = (payload: Uint8Array, time: number) => ({ data: ethernet(ipv4(udp(payload, [4000, 4002]))), time });
const stream = (numbers: number[], step = 0.02) => numbers.map((number, at) => sent(rtp(number), 1000 + at * step));
const streams = (frames: { data: Uint8Array; time: number }[]) => parseTrace(pcap(frames)).streams!;
const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at);

describe('streams', () => {
  test('packets, loss and order by sequence numbers, over the end of their 16 bits', () => {
    expect(streams(stream(upTo(100, 65500)))).toMatchObject([{ packets: 100, expected: 100, copies: 0 }]);
    expect(streams(stream([1, 2, 4, 3, 6, 7]))).toMatchObject([{ packets: 6, expected: 7 }]);
    expect(streams(stream([5, 4, 6]))).toMatchObject([{ packets: 3, expected: 3 }]);
  });

  test('jitter as in RFC 3550 A.8: none where packets come as they were sent, else as far as they do not', () => {
    const even = streams(stream(upTo(200)))[0]!.payloads[0]!.jitter[0]!;
    expect(even.max).toBeLessThan(1e-6);
    const uneven = upTo(400).map((number) => sent(rtp(number), 1000 + number * 0.02 + (number % 2) * 0.01));
    expect(streams(uneven)[0]!.payloads[0]!.jitter[0]!.mean).toBeCloseTo(0.01, 2);
  });

  test('a source that begins anew is another stream; a repeat within a second is a copy', () => {
    expect(streams(stream([...upTo(50), ...upTo(50, 30_000)]))).toMatchObject([{ packets: 50 }, { packets: 50 }]);
    const again = [...stream(upTo(50)), ...stream(upTo(50)).map((one) => ({ ...one, time: one.time + 60 }))];
    expect(streams(again)).toMatchObject([
      { packets: 50, copies: 0 },
      { packets: 50, copies: 0 },
    ]);
    const twice = stream(upTo(50)).flatMap((one) => [one, one]);
    expect(streams(twice)).toMatchObject([{ packets: 50, expected: 50, copies: 50 }]);
  });

  test('the copy that a tunnel or an `any` interface brings is left out', () => {
    const inner = ipv4(udp(rtp(1), [4000, 4002]));
    const tunnel = (number: number) => ethernet(ipv4(ipv4(udp(rtp(number), [4000, 4002])), { protocol: 4 }));
    expect(inner.length).toBeGreaterThan(0);
    const mixed = upTo(20).flatMap((number) => [
      sent(rtp(number), 1000 + number / 50),
      { data: tunnel(number), time: 1000 + number / 50 },
    ]);
    expect(streams(mixed)).toMatchObject([{ packets: 20, copies: 20 }]);
    const any = upTo(20).flatMap((number) => {
      const data = cooked1(ipv4(udp(rtp(number), [4000, 4002])));
      return [
        { data, time: 1000 + number / 50 },
        { data, time: 1000.001 + number / 50 },
      ];
    });
    expect(parseTrace(pcap(any, { linkType: 113 })).streams).toMatchObject([{ packets: 20, copies: 20 }]);
  });

  test('what is no stream is none: one packet, RTCP, STUN, DTLS, random octets', () => {
    const { streams: found, skipped } = parseTrace(
      pcap([
        sent(rtp(1), 1),
        sent(join([0x81, 200], u16(6), new Uint8Array(24)), 2),
        sent(join([0, 1], u16(0), u32(0x2112a442), new Uint8Array(12)), 3),
        sent(join([22, 0xfe, 0xfd], new Uint8Array(20)), 4),
        ...upTo(30).map((at) =>
          sent(
            Uint8Array.from({ length: 60 }, (_, octet) => (at * 7919 + octet * 104729) & 255),
            5 + at,
          ),
        ),
      ]),
    );
    expect(found).toEqual([]);
    const count = (reason: string) =>
      skipped.filter((one) => one.reason === reason).reduce((sum, one) => sum + one.count, 0);
    expect([count('rtcp'), count('stun'), count('dtls'), count('not-sip')]).toEqual([1, 1, 1, 31]);
  });

  test('a stream is counted by its packets, copies too', () => {
    const { skipped } = parseTrace(pcap([...stream(upTo(30)), ...stream(upTo(10))]));
    expect(skipped).toEqual([{ place: 1, reason: 'media', count: 40 }]);
  });

  test('many sources do not cost more than they are', () => {
    const many = upTo(20_000).map((at) => sent(rtp(at % 3, { ssrc: Math.floor(at / 3) }), at / 1000));
    expect(streams(many).length).toBeLessThanOrEqual(20_000);
  });
});

describe('calls of SIPp', () => {
  const CASES: [string, string[][]][] = [
    ['two-way', [['note media-dtmf']]],
    ['one-way', [['warning media-one-direction']]],
    ['none', [[], ['warning media-none']]],
    ['wrong-address', [['fault media-elsewhere']]],
    ['late', [['warning media-late']]],
    ['lossy', [['warning media-quality']]],
  ];
  for (const [name, wanted] of CASES)
    test(name, () => {
      expect(media(name)).toEqual(wanted);
    });

  test('one way leads to its symptom', () => {
    const [only] = analyse(read('one-way')).calls;
    expect(symptomsOf(only!.outcome, only!.findings)).toContain('one-way-audio');
  });

  test('streams are lines in Markdown and text, and bars in the ladder, in both languages', () => {
    for (const { decoder } of [en, ja]) {
      const { calls } = analyse(read('two-way'));
      const context = { words: decoder, names: NAMES, absolute: String, pair: () => '' };
      for (const made of [markdown(calls, context), plainText(calls, context)]) {
        expect(made).toContain(decoder.heading.media);
        expect(made).toContain('192.0.2.10:40000');
        expect(made.match(/RTP G729\/8000 · 1\d\d/g)).toHaveLength(2);
        expect(made).not.toMatch(/undefined|NaN|null/);
      }
      expect(ladderSvgFile(calls, context).match(/class="media"/g)).toHaveLength(2);
    }
  });

  test('a capture of which only signalling is there says nothing of media', () => {
    const file = 'tests/fixtures/trace/answered/capture.pcap';
    const { calls } = analyse(parseTrace(new Uint8Array(readFileSync(file))));
    expect(calls.flatMap(({ findings }) => findings).filter(({ kind }) => kind.startsWith('media-'))).toEqual([]);
  });
});

describe('redaction', () => {
  test('no address of a stream or an ICMP error is left, and the findings stay', () => {
    for (const name of ['two-way', 'one-way', 'none', 'wrong-address', 'late', 'lossy']) {
      const trace = redact(read(name));
      const said = JSON.stringify({ streams: trace.streams, undelivered: trace.undelivered });
      expect(said).not.toMatch(/192\.0\.2\.10"|198\.51\.100\.20"|203\.0\.113\.30"/);
      const kinds = (one: ReturnType<typeof analyse>) =>
        one.calls.map(({ findings }) => findings.map(({ kind }) => kind));
      expect(kinds(analyse(trace))).toEqual(kinds(analyse(read(name))));
    }
  });

  test('a stream has no field that nobody thought of, such as the number of its source', () => {
    const [one] = redact(read('two-way')).streams!;
    expect(Object.keys(one!).sort()).toEqual(
      ['copies', 'expected', 'first', 'from', 'last', 'packets', 'payloads', 'place', 'to'].sort(),
    );
    const secret = { ...read('two-way').streams![0]!, ssrc: 0x5eed0001, owner: 'alice' };
    const trace = { ...read('two-way'), streams: [secret] };
    expect(JSON.stringify(redact(trace).streams)).not.toMatch(/ssrc|alice/);
  });

  test('an ICMP error', () => {
    const quoted = ipv4(udp(text(request('one'))).subarray(0, 8), { from: [10, 9, 8, 7], to: [203, 0, 113, 77] });
    const icmp = ipv4(join([3, 3, 0, 0, 0, 0, 0, 0], quoted), {
      protocol: 1,
      from: [203, 0, 113, 77],
      to: [10, 9, 8, 7],
    });
    const trace = redact(parseTrace(pcap([{ data: ethernet(icmp) }])));
    expect(JSON.stringify(trace)).not.toMatch(/10\.9\.8\.7|203\.0\.113\.77/);
    expect(trace.undelivered).toHaveLength(1);
  });
});
