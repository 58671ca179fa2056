import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readContent } from '../../../src/schema/load.ts';
import { proseOf } from '../../../src/schema/check/texts.ts';
import { LOCALES } from '../../../src/locales.ts';
import { pstnIn, pstnOut } from '../../../src/model/facts/facts.ts';
import { forkOutcome } from '../../../src/model/facts/fork.ts';

// What a person wrote about a pair has to agree with the facts, as far as the two can be compared.

const { content } = readContent('content');
const notes = [...content!.notes].map(([key, note]) => {
  const [a, b] = key.split('-vs-').map((number) => content!.byNumber.get(Number(number))!);
  return { key, note, a: a!, b: b! };
});

test('the sixty pairs that people ask about are settled by hand, and more', () => {
  expect(notes.length).toBeGreaterThanOrEqual(60);
});

for (const locale of LOCALES)
  test(`every verdict names both codes and fits its place (${locale})`, () => {
    const faults = notes.flatMap(({ key, note, a, b }) => {
      const { verdict } = note.text[locale];
      const limit = locale === 'en' ? 320 : 170;
      return [
        ...[a, b]
          .filter((code) => !verdict.includes(String(code.number)))
          .map((code) => `${key}: lacks ${code.number}`),
        ...([...verdict].length > limit ? [`${key}: ${[...verdict].length} characters`] : []),
        ...(/, while \d{3} is/.test(verdict) ? [`${key}: "A is A, while B is B"`] : []),
      ];
    });
    expect(faults).toEqual([]);
  });

test('header fields that notes tell readers to read are known', () => {
  const known = new Set(Object.keys(content!.reference.headers));
  const others = new Set([
    'CSeq',
    'From',
    'To',
    'Authorization',
    'Proxy-Authorization',
    'Session-Expires',
    'Route',
    'Event',
    'Accept',
    'SIP-If-Match',
    'Content-Length',
    'Call-ID',
    'Max-Forwards',
    'User-Agent',
    'Server',
    'Subscription-State',
    'Refer-To',
    'Replaces',
    'Geolocation',
    'Info-Package',
    'Feature-Caps',
  ]);
  const faults = notes.flatMap(({ key, note }) =>
    proseOf(note.text.en).flatMap(([field, text]) =>
      [...text.matchAll(/\b(?:in|of|the|read) ([A-Z][a-z]+(?:-[A-Z][A-Za-z]*)+)\b/g)]
        .map((match) => match[1]!)
        .filter(
          (name) =>
            !known.has(name) &&
            !others.has(name) &&
            !/^(Call-ID|Request-URI|Retry|Wi-Fi|Content-Disposition)$/.test(name),
        )
        .map((name) => `${key} ${field}: ${name}`),
    ),
  );
  expect(faults).toEqual([]);
});

test('a note that names the Q.850 cause of one of its codes names one that the tables have', () => {
  const faults = notes.flatMap(({ key, note, a, b }) => {
    const causes = new Set(
      [a, b].flatMap((code) => {
        const out = pstnOut(code, content!);
        return [
          ...pstnIn(code, content!),
          ...(out?.kind === 'cause' || out?.kind === 'otherwise'
            ? [out.cause]
            : out?.kind === 'by-warning'
              ? out.causes
              : []),
        ];
      }),
    );
    const claims = proseOf(note.text.en).flatMap(([, text]) => [
      ...text.matchAll(/\b(\d{3}) (?:becomes|maps to|turns into) cause (\d+)/g),
    ]);
    return claims
      .filter((match) => [a.number, b.number].includes(Number(match[1])) && !causes.has(Number(match[2])))
      .map((match) => `${key}: "${match[0]}"`);
  });
  expect(faults).toEqual([]);
});

test('a note that says a fork stops is about a 6xx or a 2xx', () => {
  const faults = notes.filter(({ note, a, b }) => {
    const stops = /cancels? (?:every|all) other branch|cancels the other(?:s| branches)/i.test(
      proseOf(note.text.en)
        .map(([, text]) => text)
        .join(' '),
    );
    const outcome = forkOutcome(a, b);
    return (
      stops &&
      ![a, b].some((code) => code.responseClass === 6 || code.responseClass === 2) &&
      outcome.reason !== 'no-common-method' &&
      a.number !== 302 &&
      b.number !== 487 &&
      a.number !== 199
    );
  });
  expect(faults.map(({ key }) => key)).toEqual([]);
});
