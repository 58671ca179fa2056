import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { messages } from '../../../../src/i18n/index.ts';
import { LOCALES, type Locale } from '../../../../src/locales.ts';
import { parseTrace, TraceParser } from '../../../../src/decoder/input/trace-parser.ts';
import type { Trace } from '../../../../src/decoder/message/types.ts';
import { analyse } from '../../../../src/decoder/show/analyse.ts';
import {
  conversations,
  groupLadder,
  groupView,
  overview,
  type ViewContext,
} from '../../../../src/decoder/show/view.ts';

/** A text and what is right for it. */
export interface TextCase {
  /** Name in tests/fixtures/decoder/text, without `.txt`. */
  file: string;
  format: string;
  /** Methods and codes in the order in which they went. */
  messages: string;
  /** Seconds from the first message to the last; absent where there are no times. */
  span?: number;
  /** Of each call, in order; the kind where no address is known. */
  parties: string[][];
  outcomes: string[];
  /** Kinds of findings of all calls. */
  findings: string[];
  /** Of each message, `-` where it is as it was. */
  cut?: string;
  /** Reason and lines. */
  skipped?: string[];
  reversed?: true;
}

export const BUSY = { messages: 'INVITE 100 486 ACK', outcomes: ['busy'], findings: [] };
export const ANSWERED = { messages: 'INVITE 100 180 200 ACK BYE 200', outcomes: ['ended'], findings: [] };

const FOLDER = 'tests/fixtures/decoder/text';
const NAMES = { codes: {}, causes: {}, warnings: {}, symptoms: {}, reuse: {} };

function read(bytes: Uint8Array, piece: number): Trace {
  const parser = new TraceParser();
  for (let at = 0; at < bytes.length; at += piece) parser.push(bytes.subarray(at, at + piece));
  return parser.finish();
}

/** Everything that the page shows of a trace, in one text. */
function shown(trace: Trace, locale: Locale): string {
  const { decoder, decodePage } = messages(locale);
  const context = {
    locale,
    words: decoder,
    page: decodePage,
    names: NAMES,
    absolute: String,
    pair: () => '/',
  } as ViewContext;
  const analysis = analyse(trace);
  const groups = conversations(analysis);
  const views = groups.map((group) => groupView(group, groupLadder(group, analysis, context), analysis, context));
  return JSON.stringify([overview(trace, groups, analysis, context), views]);
}

/** Asserts that a text is read as it should be, in any pieces and in both languages. */
export function checkCase(one: TextCase): void {
  const bytes = new Uint8Array(readFileSync(`${FOLDER}/${one.file}.txt`));
  const trace = parseTrace(bytes);
  expect(read(bytes, 61)).toEqual(trace);
  const { calls } = analyse(trace);
  const times = trace.messages.flatMap(({ time }) => (time === null ? [] : [time]));
  const timed = times.length > 1 && times.length === trace.messages.length;
  expect({
    format: trace.format,
    messages: trace.messages.map(({ start }) => (start.kind === 'request' ? start.method : start.code)).join(' '),
    span: timed ? Number((times.at(-1)! - times[0]!).toFixed(3)) : undefined,
    parties: calls.map(({ call }) =>
      call.parties.map(({ label }) => (typeof label === 'string' ? label : label.unnamed)),
    ),
    outcomes: calls.map(({ outcome }) => outcome.kind),
    findings: calls.flatMap(({ findings }) => findings.map(({ kind }) => kind)),
    cut: trace.messages.some(({ cut }) => cut) ? trace.messages.map(({ cut }) => cut ?? '-').join(' ') : undefined,
    skipped: trace.skipped.map(({ reason, place, last }) => `${reason} ${place}${last === place ? '' : `–${last}`}`),
    reversed: trace.reversed,
  }).toEqual({
    format: one.format,
    messages: one.messages,
    span: one.span,
    parties: one.parties,
    outcomes: one.outcomes,
    findings: one.findings,
    cut: one.cut,
    skipped: one.skipped ?? [],
    reversed: one.reversed ?? false,
  });
  for (const locale of LOCALES)
    expect(shown(trace, locale)).not.toMatch(/undefined|NaN|\bself\b|\.invalid\b|log-host|far-end|-\d+\.\d+ s\b/);
  // No step of the ladder goes back in time or from a party to itself.
  const stamps = trace.messages.map(({ time }) => time);
  if (timed) expect(stamps).toEqual([...stamps].sort((a, b) => a! - b!));
  for (const { call } of calls) for (const { from, to } of call.entries) expect(from).not.toBe(to);
}
