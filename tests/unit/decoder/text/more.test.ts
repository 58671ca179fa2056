import { test } from 'node:test';
import { expect } from '@playwright/test';
import { parseTrace } from '../../../../src/decoder/input/trace-parser.ts';
import { analyse } from '../../../../src/decoder/show/analyse.ts';
import { CALL, CALLED, CALLER, type Sent } from './logged.ts';
import { PRODUCTS } from './more-products.ts';
import { TOOLS } from './more-tools.ts';
import { WRAPPINGS } from './more-wrappings.ts';

/** A form of a log or dump besides those of the fixtures. */
export interface Form {
  name: string;
  /** Where the form is shown in public. */
  seen: string;
  print: (call: Sent[]) => string;
  /** How exact its times are in seconds; null: it has none. */
  exact: number | null;
  /** What it tells of the ends. */
  ends: 'both' | 'far' | 'direction' | 'none';
}

const show = (end: { host: string; port: number | null } | null): string | null => end && `${end.host}:${end.port}`;

for (const { name, print, exact, ends } of [...PRODUCTS, ...WRAPPINGS, ...TOOLS])
  test(`form ${name}`, () => {
    const trace = parseTrace(print(CALL));
    const { messages } = trace;
    expect(messages.map(({ start }) => (start.kind === 'request' ? start.method : start.code))).toEqual([
      'INVITE',
      100,
      180,
      486,
      'ACK',
    ]);
    expect(messages.flatMap(({ faults }) => faults)).toEqual([]);
    expect(messages[0]!.body.replaceAll('\r\n', '\n').trim()).toBe(
      CALL[0]!.raw.split('\r\n\r\n')[1]!.replaceAll('\r\n', '\n').trim(),
    );
    messages.forEach((message, at) => {
      const { from, to, received } = CALL[at]!;
      const seen = [show(message.from), show(message.to)];
      if (ends === 'both') expect(seen).toEqual([from, to]);
      else if (ends === 'far') expect(seen).toEqual(received ? [from, null] : [null, to]);
      else expect(seen).toEqual([null, null]);
      if (ends === 'far' || ends === 'direction') expect(message.direction).toBe(received ? 'received' : 'sent');
      if (exact === null) expect(message.time).toBeNull();
      else {
        const elapsed = message.time! - messages[0]!.time!;
        expect(Math.abs(elapsed - CALL[at]!.at)).toBeLessThanOrEqual(exact + 1e-5);
      }
    });
    const { calls } = analyse(trace);
    expect(calls).toHaveLength(1);
    const { call, outcome } = calls[0]!;
    expect(outcome).toMatchObject({ kind: 'busy', code: 486 });
    expect(call.parties.map(({ host }) => host)).toEqual([CALLER, CALLED]);
    expect(call.entries.map(({ from, to }) => [from, to])).toEqual(
      CALL.map(({ received }) => (received ? [0, 1] : [1, 0])),
    );
  });
