import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { parseTrace } from '../../../../src/decoder/input/trace-parser.ts';
import type { Trace } from '../../../../src/decoder/message/types.ts';

// Whatever a mail, a viewer or a ticket system does to each line of a text, the same messages are read.

const FOLDER = 'tests/fixtures/decoder/text';
const references = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const numbered = (text: string, front: (line: number) => string): string =>
  text.split('\n').map((line, index) => `${front(index + 1)}${line}`).join('\n'); // prettier-ignore

/** What is done to a text, and the fixtures that were changed in the same or another way before, so that nothing is left to tell. */
const CHANGES: [string, (text: string) => string, string[]][] = [
  ['CR LF', (text) => text.replaceAll('\n', '\r\n'), []],
  ['spaces at the end of each line', (text) => text.replaceAll('\n', '   \n'), []],
  ['no-break spaces', (text) => text.replaceAll(' ', '\u00a0'), []],
  ['an indent', (text) => text.replace(/^/gm, '    '), []],
  ['a tab', (text) => text.replace(/^/gm, '\t'), []],
  ['quote marks', (text) => text.replace(/^/gm, '> '), []],
  ['the name of a container', (text) => text.replace(/^/gm, 'pbx-1  | '), []],
  ['line numbers', (text) => numbered(text, (line) => `${String(line).padStart(5)}  `), []],
  ['line numbers with a colon', (text) => numbered(text, (line) => `${line}: `), []],
  ['the file name and number of grep', (text) => numbered(text, (line) => `full.log:${line}:`), []],
  ['doubled spacing', (text) => text.replaceAll('\n', '\n\n'), []],
  [
    '^M at the end of each line',
    (text) => text.replaceAll('\n', '^M\n'),
    ['33-avaya-forum-caret-M', '75-literal-backslash-rn'],
  ],
  [
    'shown line ends',
    (text) => text.replaceAll('\n', '\\r\\n\n'),
    ['33-avaya-forum-caret-M', '75-literal-backslash-rn'],
  ],
  ['character references', references, ['56-docker-json-file-per-line', '59-json-bytes-journald']],
  ['words around it', (text) => `Hello,\n\nhere is the trace:\n\n${text}\n\nBest regards\nBob`, []],
];

/** What is the same however the lines look. */
const summary = ({ messages }: Trace) =>
  messages.map(({ start, from, to, time, headers, body }) => ({
    start: start.kind === 'request' ? start.method : start.code,
    ends: [from, to],
    elapsed: time === null ? null : Number((time - messages[0]!.time!).toFixed(3)),
    headers: headers.map(({ name }) => name),
    body: body.trim().split(/\r?\n/).length,
  }));

for (const [name, change, except] of CHANGES)
  test(`text with ${name}`, () => {
    for (const file of readdirSync(FOLDER)) {
      if (except.includes(file.replace('.txt', ''))) continue;
      const text = readFileSync(`${FOLDER}/${file}`, 'utf8');
      expect({ file, messages: summary(parseTrace(change(text))) }).toEqual({
        file,
        messages: summary(parseTrace(text)),
      });
    }
  });
