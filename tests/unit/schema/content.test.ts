import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readContent } from '../../../src/schema/load.ts';
import { editableContent } from './edits.ts';

// Each wrong edit is made on a copy of the real content; the message has to name file, field and mend.

const problemsAfter = editableContent();

test('the content as committed has no problem', () => {
  expect(readContent('content').problems).toEqual([]);
});

const wrong: [name: string, file: string, edit: (text: string) => string | null, message: RegExp][] = [
  [
    'a misspelt key',
    'codes/487/en.mdx',
    (text) => text.replace('summary:', 'sumary:'),
    /487\/en\.mdx: sumary is no known field/,
  ],
  [
    'a phrase that differs from the registry',
    'codes/487/facts.yaml',
    (text) => text.replace('Request Terminated', 'Request Cancelled'),
    /487\/facts\.yaml: phrase is "Request Cancelled"; the registry has "Request Terminated"/,
  ],
  [
    'a number that differs from the folder',
    'codes/487/facts.yaml',
    (text) => text.replace('code: 487', 'code: 486'),
    /487\/facts\.yaml: code is 486, but the folder is 487/,
  ],
  ['a missing Japanese entry', 'codes/487/ja.mdx', () => null, /487\/ja\.mdx: is missing\. Write it/],
  [
    'a section that does not exist',
    'codes/487/facts.yaml',
    (text) => text.replace('§21.4.25', '§21.4.99'),
    /definedIn cites RFC 3261 §21\.4\.99, which does not exist/,
  ],
  [
    'a citation in another form',
    'codes/487/facts.yaml',
    (text) => text.replace('definedIn: RFC 3261 §21.4.25', 'definedIn: RFC3261 21.4.25'),
    /definedIn is "RFC3261 21\.4\.25"; expected a citation/,
  ],
  [
    'an unknown role',
    'codes/487/facts.yaml',
    (text) => text.replace('[uas,', '[phone,'),
    /sentBy\[0\] is "phone"; expected a role: one of uas/,
  ],
  [
    'English in a Japanese field',
    'codes/487/ja.mdx',
    (text) => text.replace(/nature: ".*"/, 'nature: "It is a normal result."'),
    /487\/ja\.mdx: nature is "It is a normal result\."; expected Japanese/,
  ],
  [
    'a summary that is too long',
    'codes/487/ja.mdx',
    (text) => text.replace(/summary: "/, 'summary: "長い説明を重ねて書き加えた要約文がここに続き、さらに続きます。'),
    /487\/ja\.mdx: summary has \d+ characters; at most 80\. Shorten it/,
  ],
  [
    'a space between Japanese and Latin text',
    'codes/487/ja.mdx',
    (text) => text.replace('CANCELの送受信', 'CANCEL の送受信'),
    /has a space between Japanese and Latin text/,
  ],
  [
    'a situation with another ending',
    'codes/487/ja.mdx',
    (text) => text.replace('電話を切った場合。', '電話を切りました。'),
    /seenWhen\[0\] ends in .*expected an ending in 「場合。」/,
  ],
  [
    'a sentence of another code',
    'codes/486/en.mdx',
    (text) => text.replace(/toSend: ".*"/, /toSend: ".*"/.exec(readFileSync('content/codes/487/en.mdx', 'utf8'))![0]),
    /is the same sentence as in/,
  ],
  [
    'a response in the ladder that nobody asked for',
    'codes/487/facts.yaml',
    (text) => text.replace('- proxy -> caller: 200 CANCEL', '- proxy -> caller: 200 BYE'),
    /ladder has 200 BYE from proxy to caller, but no BYE went the other way/,
  ],
  [
    'a party that the ladder lacks',
    'codes/487/facts.yaml',
    (text) => text.replace('parties: [caller, proxy, callee]', 'parties: [caller, proxy]'),
    /ladder uses the party callee, which is not in ladder\.parties/,
  ],
  [
    'a header field in the wrong case',
    'codes/486/facts.yaml',
    (text) => text.replace('name: Retry-After', 'name: retry-after'),
    /headers\[0\]\.name is "retry-after"; expected a header field name/,
  ],
  [
    'an unknown code in a link',
    'codes/487/facts.yaml',
    (text) => text.replace(/(judgement:)/, 'confusedWith: [499]\n$1').replace(/confusedWith: \[(?!499).*\n/, ''),
    /confusedWith names 499; expected another registered code/,
  ],
  [
    'tabs',
    'codes/487/facts.yaml',
    (text) => text.replace('  action:', '\taction:'),
    /487\/facts\.yaml: is not valid YAML in line \d+/,
  ],
  ['a byte-order mark', 'codes/487/en.mdx', (text) => `\uFEFF${text}`, /begins with a byte-order mark/],
  ['an entry without front matter', 'codes/487/en.mdx', (text) => text.replace('---', ''), /has no front matter/],
  [
    'an empty field',
    'codes/487/en.mdx',
    (text) => text.replace(/toSend: ".*"/, 'toSend:'),
    /487\/en\.mdx: toSend is .*expected a sentence/,
  ],
  [
    'a reversed date',
    'codes/487/facts.yaml',
    (text) => text.replace(/reviewed: .*/, 'reviewed: 24.11.2026'),
    /reviewed is .*expected a date such as 2026-11-24/,
  ],
  [
    'a note on a pair without the other language',
    'comparisons/480-vs-486/ja.mdx',
    () => null,
    /480-vs-486\/ja\.mdx: is missing/,
  ],
  [
    'a registry with one code more',
    'reference/registry.yaml',
    (text) => `${text}  - { code: 499, phrase: New }\n`,
    /codes\/499: is missing; the registry has 499 New/,
  ],
];

for (const [name, file, edit, message] of wrong)
  test(`is refused: ${name}`, () => {
    expect(problemsAfter(file, edit).join('\n')).toMatch(message);
  });

test('all problems are told at once', () => {
  const problems = problemsAfter('codes/487/en.mdx', (text) =>
    text
      .replace('summary:', 'sumary:')
      .replace('seenWhen:', 'seenwhen:')
      .replace(/keywords: .*/, 'keywords: [one]'),
  );
  expect(problems.length).toBeGreaterThanOrEqual(4);
});

for (const [name, edit] of [
  ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ['no newline at the end', (text: string) => text.trimEnd()],
  ['another order of keys', (text: string) => text.replace(/^(summary: .*)\n(description: .*)\n/m, '$2\n$1\n')],
] as const)
  test(`is accepted: ${name}`, () => {
    expect(problemsAfter('codes/487/en.mdx', edit)).toEqual([]);
  });
