import type { Locale } from '../../locales.ts';
import { findingSentence } from '../compare/findings/en.ts';
import * as compare from '../compare/outcomes/en.ts';
import { factValue } from '../facts/en.ts';
import { labels } from '../labels/en.ts';
import { steps } from '../steps/en.ts';
import { ui } from '../ui/en.ts';

/** What the package says of codes and comparisons in English: the part of all messages that it needs. */
export const core = {
  locale: 'en' as Locale,
  ui: { judgement: ui.judgement, judgementOn: ui.judgementOn },
  labels,
  steps,
  finding: findingSentence,
  together: compare.together,
  fork: compare.fork,
  shared: compare.shared,
  meanings: compare.meanings,
  brief: compare.brief,
  received: compare.received,
  noChoice: compare.noChoice,
  fact: factValue,
};

/** What the command line says. */
export const command = {
  ui,
  usage: (name: string) => `Usage:
  ${name} 487                  what a response code means, and what to do
  ${name} 302 487              what sets two codes apart
  ${name} 4xx                  the codes of a class
  ${name} cause 34             a Q.850 cause
  ${name} decode trace.pcap    calls of a trace: ladder, outcome, findings, media
  ${name} busy here            a code by its phrase

Options:
  --lang LANGUAGE   language of the answer
  --json            the answer as JSON
  --redact          with decode: numbers, names and addresses replaced
  --help            this text
  --version         version of the package
  -                 with decode: the trace from standard input

Exit status: 0 found, 1 unknown code or nothing in the trace, 2 bad use.`,
  unknownOption: (option: string) => `${option} is no option.`,
  noValue: (option: string, expected: string) => `${option} needs a value: ${expected}.`,
  badLanguage: (given: string, expected: string) => `--lang is ${given}; expected ${expected}.`,
  needsFile: 'decode needs one file, or - for standard input.',
  needsCause: 'cause needs one number.',
  onlyDecode: '--redact belongs to decode.',
  unreadable: (file: string, why: string) => `${file} cannot be read: ${why}`,
  unknown: (asked: string) => `Nothing is known of ${asked}.`,
  noCode: (code: number, as: number) =>
    `${code} is not registered with IANA. A client treats it as ${as} (RFC 3261 §8.1.3.2).`,
  noCause: (cause: number) => `Q.850 has no cause ${cause}.`,
  tooMany: 'Two codes are compared at a time.',
  same: (code: number) => `Both codes are ${code}.`,
  nothing: 'No SIP message was found.',
  replaced: (count: number) => (count === 1 ? '1 text was replaced.' : `${count} different texts were replaced.`),
  sip: (code: number) => `into SIP: ${code}`,
  noSip: 'into SIP: no response',
  codes: (codes: string) => `from SIP: ${codes}`,
  read: 'Read on',
};
export type CommandWords = typeof command;
