import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { markdownToMdast } from 'satteri';
import { parseTrace } from '../../../src/decoder/input/trace-parser.ts';
import { markdownText, plainText } from '../../../src/decoder/show/inert.ts';
import { redact } from '../../../src/decoder/redact/redact.ts';
import { everythingShown } from './shown.ts';

interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

/** The leaves of a text as GitHub reads it */
function leaves(text: string): Node[] {
  const tree = markdownToMdast(text, { features: { gfm: true } }) as Node;
  const all = (node: Node): Node[] => (node.children ? node.children.flatMap(all) : [node]);
  const kinds = (node: Node): string[] => [node.type, ...(node.children ?? []).flatMap(kinds)];
  expect(kinds(tree).filter((type) => !['root', 'paragraph', 'text', 'inlineCode'].includes(type))).toEqual([]);
  return all(tree);
}

/** What GitHub acts on in a text that is no code: mentions, references, addresses, commits. */
const ACTS = /@[a-z0-9]|#\d|:\/\/|www\.|mailto:|\b[0-9a-f]{7,40}\b|:(?:[a-z_]+|\+1|100):|&[a-z#]\w*;|\$\S/i;

const piece = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom(
    ...['@everyone', '@org/team', '#1', 'org/repo#12', 'ABC-123', 'GH-9', 'https://evil.example/x', 'www.evil.example'],
    ...[
      'a@b.example',
      'mailto:a@b.example',
      '[a](javascript:alert(1))',
      '![x](//evil.example)',
      '<img src=x>',
      '<!-- x',
    ],
    ...[
      '&lt;img&gt;',
      '$x^2$',
      ':smile:',
      ':white_check_mark:',
      ':+1:',
      ':100:',
      '(/)',
      '(x)',
      '(on)',
      ':-)',
      ';)',
      '++new++',
      'defaced',
      '**b**',
      '_i_',
      '~~s~~',
      '`code`',
      '``',
      '```',
      '| a | b |',
      '- item',
      '+ item',
    ],
    ...[
      '1. item',
      '> quote',
      '# head',
      '---',
      '===',
      '\n',
      '\n\n',
      '\r\n# Head',
      '\t',
      ' ',
      '{code}',
      '[~user]',
      '!x.png!',
    ],
    ...[
      'h1. x',
      '{quote}',
      '||h||',
      '<@U123>',
      '<!channel>',
      '-struck-',
      '+new+',
      '??cite??',
      'a84b4c76e66710',
      'deadbee1',
    ],
    ...[
      '\\',
      '\u202e',
      '\u200b',
      'x\\`y',
      '山田@here',
      '（@here）',
      'sip:bob@example.com;x=<y>',
      'NORMAL_CLEARING',
      '*',
    ],
  ),
);
const text = fc.array(piece, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
const glued = fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join(''));

test('Markdown: a text of a trace stays text and code, and nothing of it acts', () => {
  fc.assert(
    fc.property(fc.oneof(text, glued), (given) => {
      const line = `Call ${markdownText(given)} ended`;
      for (const { type, value = '' } of leaves(line)) if (type === 'text') expect(value).not.toMatch(ACTS);
    }),
    { seed: 4475, numRuns: 3000 },
  );
});

test('Markdown: what is in a code span is exactly what was in the trace', () => {
  for (const given of ['sip:bob@example.com;transport=tcp', 'a`b``c@d', '<sip:x@[2001:db8::1]:5060>', 'x\\y@z'])
    expect(leaves(markdownText(given))).toMatchObject([{ type: 'inlineCode', value: given }]);
  expect(markdownText('Busy Here, 486 (INVITE) at 192.0.2.1:5060.')).toBe('Busy Here, 486 (INVITE) at 192.0.2.1:5060.');
});

/** What Slack and Jira act on. */
const PLAIN =
  /[@`*[\]<>|{}~]|:\/\/|www\.|mailto:|[a-z0-9]\.[a-z]{2}|:(?:[a-z_]+|\+1|100):|(?<!\w)_\w|&[a-z#]\w*;|#\w|\?\?|(?<!\w)\+\w+\+(?!\w)|\((?:[/x!?]|on)\)|[:;]-?\)/i;

test('text: a text of a trace has no sign that Slack or Jira acts on', () => {
  fc.assert(
    fc.property(fc.oneof(text, glued), (given) => {
      const shown = plainText(given);
      expect(shown).not.toMatch(PLAIN);
      expect(shown).not.toMatch(/[\r\n]/);
    }),
    { seed: 4475, numRuns: 3000 },
  );
});

test('text: signs become wide, and words stay as they are', () => {
  expect(plainText('sip:bob@pbx.example.com:5060 is Busy_Here')).toBe('sip:bob＠pbx．example．com:5060 is Busy_Here');
  expect(plainText('+0.512  192.0.2.1:5060 to 192.0.2.2:5060: INVITE')).toBe(
    '+0.512  192.0.2.1:5060 to 192.0.2.2:5060: INVITE',
  );
});

for (const name of ['mention', 'xss'])
  test(`a hostile trace becomes no mention, link or markup, redacted or not: ${name}`, () => {
    const trace = parseTrace(readFileSync(`tests/fixtures/trace/hostile/${name}.txt`, 'utf8'));
    for (const one of [trace, redact(trace)]) {
      const shown = everythingShown(one);
      const said = [...shown.matchAll(/^(?:## |- \*\*\w+\*\*: )(.*?)(?: \(\[RFC.*)?$/gm)].map(([, text]) => text!);
      expect(said.length).toBeGreaterThan(0);
      for (const text of said)
        for (const { type, value = '' } of leaves(text)) if (type === 'text') expect(value).not.toMatch(ACTS);
      for (const [svg] of shown.matchAll(/^<\?xml[^]*?<\/svg>$/gm)) expect(svg).not.toMatch(/<(?:script|img|b)\b/);
    }
  });

test('a text of hundreds of thousands of marks becomes a code span like any other', () => {
  expect(markdownText('`a'.repeat(300_000))).toMatch(/^`` `a/);
});
