import type { RtpStream } from '../../../src/decoder/message/types.ts';
import type { MediaFinding } from '../../../src/decoder/rules/findings.ts';
import { ALICE, answeredCall, BOB, sdp, type CallOptions, type TraceBuilder } from './build-trace.ts';

// Calls with media: for each kind of finding one in which it is there and one in which all is well.

interface StreamOptions extends Partial<RtpStream> {
  /** Seconds after the INVITE; the call is answered after 6 s and ended after 36 s. */
  start?: number;
  end?: number;
}

/** Jitter of 1 ms, if it is worth nothing. */
const QUIET = [{ rate: 8000, mean: 0.001, max: 0.002 }];

/** A call with streams */
function withStreams(streams: StreamOptions[], call: CallOptions = {}): TraceBuilder {
  const trace = answeredCall(call);
  const zero = trace.messages[0]!.time!;
  streams.forEach(({ start = 6, end = 36, ...more }, at) => {
    const packets = Math.round((end - start) * 50);
    trace.streams.push({
      from: { host: ALICE.host, port: 40000 },
      to: { host: BOB.host, port: 40000 },
      place: 10 + at,
      first: zero + start,
      last: zero + end,
      packets,
      expected: packets,
      copies: 0,
      payloads: [{ type: 0, packets, events: 0, jitter: QUIET }],
      ...more,
    });
  });
  return trace;
}

/** From the called side to the caller. */
const BACK: StreamOptions = { from: { host: BOB.host, port: 40000 }, to: { host: ALICE.host, port: 40000 } };
const well = (): TraceBuilder => withStreams([{}, BACK]);

const INNER = '10.1.2.3';
const inside: CallOptions = { invite: { body: sdp(INNER) } };
const PRESSED = [
  { type: 0, packets: 1500, events: 0, jitter: QUIET },
  { type: 101, packets: 10, events: 2, jitter: [] },
];

function undelivered(): TraceBuilder {
  const trace = withStreams([{}, BACK]);
  const [from, to] = [{ host: ALICE.host, port: 40000 }, { host: BOB.host, port: 40000 }]; // prettier-ignore
  const time = trace.messages[0]!.time! + 7;
  trace.undelivered.push({ place: 20, time, by: BOB.host, why: 'port', from, to, transport: 'UDP' });
  return trace;
}

/** The same call on other ports, whose media show that the capture point sees these hosts. */
function silentBeside(): TraceBuilder {
  const stray = { from: { host: ALICE.host, port: 50000 }, to: { host: BOB.host, port: 50000 } };
  return withStreams([stray]);
}

export const MEDIA_CASES: [MediaFinding['kind'], () => TraceBuilder, () => TraceBuilder][] = [
  ['media-one-direction', () => withStreams([{}]), well],
  ['media-none', silentBeside, () => withStreams([])],
  ['media-elsewhere', () => withStreams([{ to: { host: '203.0.113.99', port: 40000 } }, BACK]), well],
  [
    'media-nat',
    () => withStreams([{}, BACK], inside),
    () => withStreams([{ from: { host: INNER, port: 40000 } }, { ...BACK, to: { host: INNER, port: 40000 } }], inside),
  ],
  ['media-early', () => withStreams([{}, { ...BACK, start: 3 }]), well],
  ['media-late', () => withStreams([{}, { ...BACK, start: 9 }]), well],
  [
    'media-silence',
    () => withStreams([{}, { ...BACK, end: 15 }]),
    () => withStreams([{ end: 15 }, { ...BACK, end: 15 }]),
  ],
  ['media-dtmf', () => withStreams([{ payloads: PRESSED }, BACK]), well],
  ['media-quality', () => withStreams([{ expected: 1600 }, BACK]), () => withStreams([{ expected: 1505 }, BACK])],
  [
    'media-payload',
    () => withStreams([{ payloads: [{ type: 18, packets: 1500, events: 0, jitter: QUIET }] }, BACK]),
    () => withStreams([{ payloads: [{ type: 13, packets: 1500, events: 0, jitter: QUIET }] }, BACK]),
  ],
  ['media-unreachable', undelivered, well],
];
