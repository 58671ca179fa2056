import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { parseTrace } from '../../../../src/decoder/input/trace-parser.ts';
import { analyse } from '../../../../src/decoder/show/analyse.ts';

// Calls that SIPp made on the loopback interface, captured by tcpdump, and the same captures as tcpdump, ngrep, tshark and
// SIPp print them.

const FOLDER = 'tests/fixtures/decoder/sipp';
const CLIENT = '127.0.0.1:5071';
const SERVER = '127.0.0.2:5072';

const read = (file: string) => {
  const trace = parseTrace(new Uint8Array(readFileSync(`${FOLDER}/${file}`)));
  return { trace, calls: analyse(trace).calls };
};
const messages = (file: string): string =>
  read(file)
    .trace.messages.map(({ start }) => (start.kind === 'request' ? start.method : start.code))
    .join(' ');

const CAPTURES: [string, string, Record<string, unknown>, string[]][] = [
  ['answered-called-side-ends', 'INVITE 180 200 ACK BYE 200', { kind: 'ended', by: 'callee' }, []],
  ['answered-tcp', 'INVITE 180 200 ACK BYE 200', { kind: 'ended', by: 'caller' }, []],
  ['cancelled', 'INVITE 100 180 CANCEL 200 487 ACK', { kind: 'cancelled', rang: true, code: 487 }, []],
  ['challenged', 'INVITE 407 ACK INVITE 180 200 ACK BYE 200', { kind: 'ended', by: 'caller' }, ['auth-normal']],
  ['no-answer', 'INVITE 100 180 480 ACK', { kind: 'no-answer', code: 480 }, []],
  ['reinvite-refused', 'INVITE 180 200 ACK INVITE 488 ACK BYE 200', { kind: 'ended', by: 'caller' }, ['offer-refused']],
  ['unreachable', 'INVITE INVITE INVITE INVITE INVITE', { kind: 'undelivered', to: SERVER }, ['unreachable']],
];

for (const [name, expected, outcome, findings] of CAPTURES)
  test(`capture ${name}`, () => {
    const { calls } = read(`${name}.pcap`);
    expect(messages(`${name}.pcap`)).toBe(expected);
    expect(calls).toHaveLength(1);
    expect(calls[0]!.outcome).toMatchObject(outcome);
    expect(calls[0]!.call.parties.map(({ label }) => label)).toEqual([CLIENT, SERVER]);
    expect(calls[0]!.findings.map(({ kind }) => kind)).toEqual(findings);
  });

const texts = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));

for (const file of texts.filter((one) => one.startsWith('cancelled.')))
  test(`printed: ${file}`, () => {
    const { trace, calls } = read(file);
    expect(messages(file)).toBe(messages('cancelled.pcap'));
    expect(trace.messages.map(({ cut }) => cut)).toEqual(trace.messages.map(() => undefined));
    expect(calls).toHaveLength(1);
    const { outcome, findings, call } = calls[0]!;
    expect(outcome).toMatchObject({ kind: 'cancelled', rang: true, code: 487 });
    // Without a time in the text there is none to tell.
    if (outcome.kind === 'cancelled' && outcome.ringing !== null) expect(outcome.ringing).toBeCloseTo(2, 1);
    expect(findings).toEqual([]);
    // Columns of tshark have addresses only.
    const hosts = call.parties.map(({ host }) => host);
    expect(hosts).toEqual(['127.0.0.1', '127.0.0.2']);
  });

test('a message that ICMP quotes is none of its own, and the page says that its destination was not reached', () => {
  const names = texts.filter((one) => one.startsWith('unreachable.'));
  expect(names.length).toBeGreaterThan(3);
  for (const file of ['unreachable.pcap', ...names]) {
    const { trace, calls } = read(file);
    const quoted = trace.skipped.filter(({ reason }) => reason === 'unreachable');
    const all = file.includes('tshark') ? 1 : 5;
    expect({ file, messages: trace.messages.length, quoted: quoted.length }).toEqual({
      file,
      messages: all,
      quoted: all,
    });
    expect(calls).toHaveLength(1);
    expect(calls[0]!.call.parties.map(({ label }) => label)).toEqual([CLIENT, SERVER]);
  }
});
