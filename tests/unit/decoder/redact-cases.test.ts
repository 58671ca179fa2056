import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { parseTrace } from '../../../src/decoder/input/trace-parser.ts';
import { redact } from '../../../src/decoder/redact/redact.ts';
import { ethernet, ipv4, pcap, text, udp } from './frames.ts';
import { everythingShown } from './shown.ts';

/** Traces with the strings that must not be in anything that is shown, copied or saved. */
interface Case {
  name: string;
  trace: string;
  secrets: string[];
}

const read = (name: string) => JSON.parse(readFileSync(`tests/fixtures/${name}`, 'utf8')) as Case[];

const FILES = ['redaction.json', 'redaction-more.json', 'redaction-outside.json'];

for (const file of FILES)
  test(`nothing of ${file} is shown`, () => {
    const leaks = read(file).flatMap(({ name, trace, secrets }) => {
      const shown = everythingShown(redact(parseTrace(trace)));
      const left = secrets.filter((secret) => shown.includes(secret));
      return left.length > 0 ? [`${name}: ${left.join(', ')}`] : [];
    });
    expect(leaks).toEqual([]);
  });

test('nothing of the same messages is shown if they come from a capture', () => {
  const ends = { from: [198, 18, 201, 77], to: [10, 77, 66, 55] };
  const leaks = FILES.flatMap(read).flatMap(({ name, trace, secrets }) => {
    const capture = pcap([{ data: ethernet(ipv4(udp(text(trace)), ends)) }]);
    const shown = everythingShown(redact(parseTrace(capture)));
    const left = [...secrets, '198.18.201.77', '10.77.66.55'].filter((secret) => shown.includes(secret));
    return left.length > 0 ? [`${name}: ${left.join(', ')}`] : [];
  });
  expect(leaks).toEqual([]);
});

test('each of these traces has a message, so that there is something to show', () => {
  const empty = FILES.flatMap(read).filter(({ trace }) => parseTrace(trace).messages.length === 0);
  expect(empty.map(({ name }) => name)).toEqual([]);
});
