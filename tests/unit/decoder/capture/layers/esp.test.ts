import { test } from 'node:test';
import { expect } from '@playwright/test';
import { carried, cutAnywhere, MESSAGE, PACKET, passed, toPort } from './read.ts';
import { ethernet, ipv4, join, pcap, tcp, udp } from '../../frames.ts';
import { parseTrace } from '../../../../../src/decoder/input/trace-parser.ts';

const trailer = (payload: Uint8Array, next: number): Uint8Array => {
  const pad = (4 - ((payload.length + 2) % 4)) % 4;
  return join(payload, [1, 2, 3].slice(0, pad), [pad, next]);
};
const esp = (payload: Uint8Array, next: number, check: number): Uint8Array =>
  join([0, 0, 16, 1, 0, 0, 0, 1], trailer(payload, next), new Array<number>(check).fill(0xa5));
const messages = (frame: Uint8Array) => parseTrace(pcap([{ data: frame }])).messages.length;

test('ESP that encrypts nothing: transport and tunnel mode, each length of the check value', () => {
  for (const check of [0, 12, 16, 20, 24, 32]) {
    expect(messages(carried(50, esp(udp(MESSAGE), 17, check))), String(check)).toBe(1);
    expect(messages(carried(50, esp(PACKET, 4, check))), String(check)).toBe(1);
    const segment = tcp({ sequence: 1, data: MESSAGE });
    expect(messages(ethernet(ipv4(esp(segment, 6, check), { protocol: 50 }))), String(check)).toBe(1);
  }
  cutAnywhere(carried(50, esp(udp(MESSAGE), 17, 12)));
});

test('ESP in UDP, IKE and what keeps a binding alive', () => {
  expect(messages(toPort(4500, esp(udp(MESSAGE), 17, 12)))).toBe(1);
  expect(passed(toPort(4500, join([0, 0, 0, 0], new Array<number>(60).fill(9))))).toEqual(['not-sip']);
  expect(passed(toPort(4500, new Uint8Array([0xff])))).toEqual([]);
});

test('what is encrypted is named', () => {
  const random = Uint8Array.from({ length: 400 }, (_, at) => (at * 7919 + 13) & 255);
  expect(passed(carried(50, random))).toEqual(['ipsec']);
  expect(passed(toPort(4500, random))).toEqual(['ipsec']);
});
