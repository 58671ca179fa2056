import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { parseTrace, TraceParser } from '../../../src/decoder/input/trace-parser.ts';
import { redact } from '../../../src/decoder/redact/redact.ts';
import { analyse } from '../../../src/decoder/show/analyse.ts';
import { answeredCall, cancelledCall, failedCall, registration } from './build-trace.ts';
import { everythingShown } from './shown.ts';

// Secrets at any place of real and generated messages: between two letters, in a number, in the name of a field.

const TORTURE = 'tests/fixtures/trace/torture/';
const texts = [
  ...[answeredCall(), cancelledCall({ reason: 'SIP;cause=200;text="Call completed elsewhere"' })],
  ...[
    failedCall(488, { headers: { Warning: '305 example.com "Incompatible media format"' } }),
    registration([401, 200]),
  ],
].map(({ messages }) => messages.map(({ raw }) => `${raw}\r\n`).join(''));
texts.push(...readdirSync(TORTURE).map((name) => readFileSync(TORTURE + name, 'utf8')));

// No replacement and no word of the protocol has such a string in it, so that finding one means a leak.
const letters = fc
  .array(fc.constantFrom(...'bdfgjkqvwxz'), { minLength: 5, maxLength: 9 })
  .map((all) => `Zq${all.join('')}`);
const digits = fc
  .array(fc.constantFrom(...'123456789'), { minLength: 7, maxLength: 11 })
  .map((all) => `9${all.join('')}`);
const spaced = digits.map((all) => `${all.slice(0, 3)}-${all.slice(3, 5)} ${all.slice(5)}`);
const address = fc
  .tuple(...[1, 2, 3].map(() => fc.integer({ min: 111, max: 250 })))
  .map(([a, b, c]) => `77.${a}.${b}.${c}`);
const mac = fc
  .array(fc.constantFrom('b7', 'c9', 'd3', 'e9', 'fa'), { minLength: 6, maxLength: 6 })
  .map((pairs) => pairs.join(':'));
const kanji = fc.constantFrom('淵脇鞠萌', '轟木', 'ﾎﾞﾙﾁﾞ', 'Žižkov', 'Вильма');
const secret = fc.oneof(letters, digits, spaced, address, mac, kanji);
const wrapped = fc.tuple(
  secret,
  fc.constantFrom('', ' ', '"', ';', '=', '@', ':', '<', ',', '%20', '\t', '. ', '\r\n '),
);

test('a secret at any place of a message is in nothing that is shown', () => {
  // Not a double: most of those are next to nothing, and the secret would be at the beginning nearly always.
  const place = fc.record({ at: fc.integer({ min: 0, max: 999_999 }), inset: wrapped });
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(place, { minLength: 1, maxLength: 4 }), (text, places) => {
      const cuts = places.map(({ at, inset }) => ({ at: Math.floor((at / 1e6) * text.length), inset }));
      let given = text;
      for (const { at, inset } of cuts.sort((a, b) => b.at - a.at))
        given = given.slice(0, at) + inset[1] + inset[0] + inset[1] + given.slice(at);
      const trace = redact(parseTrace(given));
      const shown = everythingShown(trace);
      for (const { inset } of cuts) expect(shown.includes(inset[0]), `${inset[0]} in ${given}`).toBe(false);
    }),
    { seed: 4475, numRuns: 600 },
  );
});

test('the pieces in which a trace comes change nothing of what redaction makes of it', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.constantFrom(...texts), sizes, (text, lengths) => {
      const parser = new TraceParser();
      for (let at = 0, turn = 0; at < text.length; turn += 1) {
        const size = lengths[turn % lengths.length]!;
        parser.push(text.slice(at, at + size));
        at += size;
      }
      expect(redact(parser.finish())).toEqual(redact(parseTrace(text)));
    }),
    { seed: 4475, numRuns: 100 },
  );
});

test('numbers that count up keep their order', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 31 - 1 }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(numbers, (list) => {
      const text = list
        .map(
          (number, at) =>
            `OPTIONS sip:b@b.example SIP/2.0\r\nVia: SIP/2.0/UDP a.example;branch=z9hG4bK${at}\r\nFrom: <sip:a@a.example>;tag=1\r\n` +
            `To: <sip:b@b.example>\r\nCall-ID: c\r\nCSeq: ${number} OPTIONS\r\nContent-Length: 0\r\n\r\n`,
        )
        .join('');
      const given = analyse(redact(parseTrace(text))).calls[0]!.call.entries.map(({ cseq }) => cseq!);
      const order = (values: number[]) => values.map((_, at) => at).sort((a, b) => values[a]! - values[b]!);
      expect(order(given)).toEqual(order(list));
    }),
    { seed: 4475, numRuns: 50 },
  );
});
