import { expect } from '@playwright/test';
import { parseTrace } from '../../../../../src/decoder/input/trace-parser.ts';
import { ethernet, ipv4, ipv6, pcap, request, text, udp, type V4 } from '../../frames.ts';
import type { Message, SkipReason } from '../../../../../src/decoder/message/types.ts';

// For the tests of the layers: one SIP message, put into the layer at hand.

export const MESSAGE = text(request('one', 'body'));
/** The packet that is inside: its addresses are those that count. */
export const PACKET = ipv4(udp(MESSAGE));
export const PACKET6 = ipv6(udp(MESSAGE));
export const FRAME = ethernet(PACKET);

/** Ends of the tunnel, which do not count. */
const OUTER: V4 = { from: [203, 0, 113, 1], to: [203, 0, 113, 2] };
/** An Ethernet frame whose IP packet carries a protocol */
export const carried = (protocol: number, data: Uint8Array): Uint8Array => ethernet(ipv4(data, { ...OUTER, protocol }));
/** An Ethernet frame whose datagram goes to a port */
export const toPort = (port: number, data: Uint8Array): Uint8Array => carried(17, udp(data, [40000, port]));

/** The only message in a frame, after checking that its ends are those inside and that nothing was skipped */
export function inside(frame: Uint8Array, linkType = 1): Message {
  const { messages, skipped } = parseTrace(pcap([{ data: frame }], { linkType }));
  expect(skipped).toEqual([]);
  expect(messages).toHaveLength(1);
  expect(messages[0]!.faults).toEqual([]);
  expect(messages[0]!.body).toBe('body');
  expect(['192.0.2.10', '2001:db8::10']).toContain(messages[0]!.from!.host);
  return messages[0]!;
}

/** Why nothing was read of a frame */
export function passed(frame: Uint8Array, linkType = 1): SkipReason[] {
  const { messages, skipped } = parseTrace(pcap([{ data: frame }], { linkType }));
  expect(messages).toEqual([]);
  return skipped.map(({ reason }) => reason);
}

/** Cuts a frame at each octet: nothing may throw, and nothing may be read that is not there. */
export function cutAnywhere(frame: Uint8Array, linkType = 1): void {
  for (let end = 0; end < frame.length; end += 1) {
    const data = frame.subarray(0, end);
    const trace = parseTrace(pcap([{ data, original: frame.length }], { linkType }));
    expect(trace.messages.length + trace.skipped.length, `cut at ${end}`).toBeGreaterThan(0);
  }
}
