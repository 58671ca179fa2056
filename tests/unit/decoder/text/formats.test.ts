import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { FORMATS, products } from '../../../../src/decoder/input/formats/index.ts';
import type { Evidence } from '../../../../src/decoder/input/formats/format.ts';
import { parseTrace } from '../../../../src/decoder/input/trace-parser.ts';
import type { Endpoint } from '../../../../src/decoder/message/types.ts';

const show = (end: Endpoint | null): string | null => (end === null ? null : `${end.host}:${end.port}`);

const FOLDER = 'src/decoder/input/formats';
const files = readdirSync(FOLDER)
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((one) => one !== 'index' && one !== 'format');
/** What each file exports beside its format. */
const EVIDENCE = await Promise.all(
  files.map(async (id) => {
    const file = (await import(`../../../../${FOLDER}/${id}.ts`)) as { evidence: Evidence };
    return { id, ...file.evidence() };
  }),
);

for (const { id, samples } of EVIDENCE)
  samples.forEach((sample, index) => {
    test(`format ${id}, sample ${index + 1}`, () => {
      const trace = parseTrace(sample.text);
      expect(trace.messages).toHaveLength(1);
      const { from, to, direction = null, time, faults, cut = null } = trace.messages[0]!;
      expect({ format: trace.format, from: show(from), to: show(to), direction, faults, cut }).toEqual({
        format: id,
        from: sample.from,
        to: sample.to,
        direction: sample.direction,
        faults: [],
        cut: null,
      });
      if (sample.time === null) expect(time).toBeNull();
      else expect(time).toBeCloseTo(sample.time, 5);
    });
  });

/** The same text between hosts of IPv6, whose addresses stand in brackets; tcpdump has its own form. */
const SIX: [string, string][] = [
  ['[192.0.2.10]', '192.0.2.10'],
  ['[198.51.100.20]', '198.51.100.20'],
  ['192.0.2.10', '[2001:db8::10]'],
  ['198.51.100.20', '[2001:db8::20]'],
];
const asSix = (text: string): string => SIX.reduce((all, [from, to]) => all.replaceAll(from, to), text);

for (const { id, samples } of EVIDENCE.filter((one) => one.id !== 'tcpdump'))
  test(`format ${id} with IPv6`, () => {
    for (const { text, from, to } of samples) {
      const message = parseTrace(asSix(text)).messages[0]!;
      const bare = (end: string | null) => end && asSix(end).replace(/[[\]]/g, '');
      expect([show(message.from), show(message.to)]).toEqual([bare(from), bare(to)]);
    }
  });

test('each file is a format in the list, named as itself, with its place in public and samples', () => {
  expect(FORMATS.map(({ id }) => id).sort()).toEqual([...files].sort());
  for (const { documentedAt, samples } of EVIDENCE) {
    expect(documentedAt.length).toBeGreaterThan(0);
    expect(samples.length).toBeGreaterThan(0);
  }
  for (const { lines, product } of FORMATS) {
    expect(lines.length).toBeGreaterThan(0);
    expect(product).not.toBe('');
  }
  expect(new Set(products('log')).size).toBe(products('log').length);
});

test('the hint of a format fits every line that its patterns fit', () => {
  const texts = EVIDENCE.flatMap(({ samples }) => samples.map(({ text }) => text));
  for (const { hint, lines } of FORMATS)
    for (const text of texts)
      for (const line of text.split('\n')) if (lines.some((pattern) => pattern.test(line))) expect(line).toMatch(hint);
});
