// A catalogue of wrong edits: what somebody might do by mistake or on purpose, and what the content check says of it.

import { readFileSync } from 'node:fs';
import type { Edit } from './edits.ts';

export interface WrongEdit {
  /** What is wrong. */
  name: string;
  /** File in content/. */
  file: string;
  /** The new text; null removes the file. */
  edit: Edit;
  /** The field that the message names; '' for the file as a whole. */
  field: string;
  /** What was expected, and the mend. */
  says: RegExp;
  /** Where the message points if not to `file`. */
  at?: string;
}

const FACTS = 'codes/486/facts.yaml';
const EN = 'codes/486/en.mdx';
const JA = 'codes/486/ja.mdx';
const NOTE = 'comparisons/480-vs-486';
const SYMPTOM = 'symptoms/hold-fails';

const replace =
  (from: string | RegExp, to: string) =>
  (text: string): string =>
    text.replace(from, () => to);
const set = (key: string, value: string) => replace(new RegExp(`^${key}: .*`, 'm'), `${key}: ${value}`);
const append = (end: string) => (text: string) => text + end;
const wrong = (
  name: string,
  file: string,
  field: string,
  edit: WrongEdit['edit'],
  says: RegExp,
  at?: string,
): WrongEdit => ({ name, file, field, edit, says, ...(at ? { at } : {}) });

const files: WrongEdit[] = [
  wrong('the English entry is missing', EN, '', () => null, /is missing\. Write it/),
  wrong('the facts are missing', FACTS, '', () => null, /is missing\. Write it/),
  wrong('an empty file', FACTS, '', () => '', /expected object\. Add or correct it/),
  wrong('a huge file', EN, '', append('x'.repeat(100_000)), /has \d+ bytes; at most 100000\. Shorten it/),
  wrong('a byte-order mark', FACTS, '', (text) => `\uFEFF${text}`, /byte-order mark\. Save it as UTF-8 without BOM/),
  wrong('a file that is not UTF-8', FACTS, '', append('# \uFFFD'), /is not UTF-8\. Save it/),
  wrong('a no-break space', EN, '', replace('is ', 'is\u00a0'), /invisible character U\+00A0 in line 2\. Remove it/),
  wrong('a zero-width space', JA, '', replace('電話機', '電話\u200b機'), /invisible character U\+200B.*Remove it/),
  wrong(
    'a tab for indent',
    FACTS,
    '',
    replace('  action', '\taction'),
    /not valid YAML in line \d+: .*indent with spaces/,
  ),
  wrong(
    'broken YAML',
    EN,
    '',
    set('summary', '[never closed'),
    /not valid YAML in line \d+: .*Put the text in double quotes/,
  ),
  wrong('a colon without quotes', EN, '', set('summary', 'Busy: the phone'), /not valid YAML in line 2.*double quotes/),
  wrong('a key given twice', FACTS, '', append('code: 486\n'), /duplicated mapping key.*Put the text/),
  wrong('a conflict left by a merge', FACTS, '', append('<<<<<<< HEAD\n'), /is not valid YAML in line/),
  wrong(
    'front matter that is not closed',
    EN,
    '',
    replace(/\n---\n(?=\n|$)/, '\n'),
    /has no front matter.*Add the missing line/,
  ),
  wrong(
    'a stray file in a folder',
    'codes/486/notes.txt',
    '',
    () => 'x',
    /is not expected here; expected facts\.yaml, en\.mdx, ja\.mdx\. Rename or remove it/,
  ),
  wrong(
    'a locale that the site lacks',
    'codes/486/fr.mdx',
    '',
    () => '---\n---\n',
    /is not expected here.*Rename or remove it/,
  ),
  wrong(
    'a folder that is no code',
    'codes/48/facts.yaml',
    '',
    () => 'x',
    /expected a folder named like a code.*Rename or remove/,
    'codes/48',
  ),
  wrong(
    'a folder that nobody reads',
    'topics/a.yaml',
    '',
    () => 'x',
    /is not expected here.*Rename or remove it/,
    'topics',
  ),
  wrong(
    'a product in another kind of file',
    'vendors/oops.yml',
    '',
    () => 'x',
    /expected a file named by the product.*Rename/,
  ),
  wrong('a code that the registry lacks', 'codes/499/facts.yaml', '', () => 'x', /expected object/),
];

const facts: WrongEdit[] = [
  wrong(
    'a misspelt key',
    FACTS,
    'reech',
    replace('reach:', 'reech:'),
    /is no known field\. Correct the spelling or remove it/,
  ),
  wrong(
    'a phrase in other words',
    FACTS,
    'phrase',
    set('phrase', 'Busy'),
    /the registry has "Busy Here"\. Spell it as registered/,
  ),
  wrong('a number of another code', FACTS, 'code', set('code', '487'), /but the folder is 486\. Make them equal/),
  wrong('a number out of range', FACTS, 'code', set('code', '4860'), /is above 699.*Correct it/),
  wrong('a number in quotes', FACTS, 'code', set('code', '"486"'), /expected a response code, a number/),
  wrong(
    'an unknown value',
    FACTS,
    'reach',
    set('reach', 'building'),
    /is "building"; expected .* one of .*Choose the nearest/,
  ),
  wrong(
    'an unknown section',
    FACTS,
    'definedIn',
    set('definedIn', 'RFC 3261 §21.4.99'),
    /does not exist\. Correct the section/,
  ),
  wrong(
    'an unknown RFC',
    FACTS,
    'definedIn',
    set('definedIn', 'RFC 9999 §1'),
    /rfcs\.yaml lacks\. Correct the number, or add the RFC/,
  ),
  wrong(
    'an unknown section in how long it holds',
    'codes/302/facts.yaml',
    'lasts.source',
    replace(/^lasts: .*/m, 'lasts: { how: permanent, source: RFC 3261 §99.9 }'),
    /does not exist\. Correct the section/,
  ),
  wrong(
    'a citation in another form',
    FACTS,
    'definedIn',
    set('definedIn', 'RFC3261 21.4.24'),
    /is "RFC3261 21\.4\.24"; expected a citation.*Several sections/,
  ),
  wrong(
    'two sections in one citation',
    FACTS,
    'definedIn',
    set('definedIn', 'RFC 3261 §21.4.24, §21.4.25'),
    /citation of one section.*Several sections are several list items/,
  ),
  wrong(
    'a fact without its source',
    FACTS,
    'retry.source',
    replace('  source: RFC 3261 §21.4.24\n', ''),
    /is missing; expected one citation.*Add the section/,
  ),
  wrong(
    'a header field in the wrong case',
    FACTS,
    'headers[0].name',
    replace('name: Retry-After', 'name: retry-After'),
    /as its RFC spells it.*Correct it/,
  ),
  wrong(
    'a header field that nobody knows',
    FACTS,
    'headers',
    replace('name: Retry-After', 'name: Retry-Later'),
    /headers\.yaml lacks\. Correct the spelling, or add it/,
  ),
  wrong(
    'a header field given twice',
    FACTS,
    'headers',
    replace('headers:\n', 'headers:\n  - { name: Retry-After, level: MUST, source: RFC 3261 §20.33 }\n'),
    /has Retry-After twice\. Remove one/,
  ),
  wrong(
    'a level that is no word of RFC 2119',
    FACTS,
    'headers[0].level',
    replace('level: MAY', 'level: may'),
    /expected the level of the rule: one of MUST, SHOULD, MAY/,
  ),
  wrong(
    'a role given twice',
    FACTS,
    'sentBy',
    set('sentBy', '[uas, gateway, b2bua, uas]'),
    /names uas twice\. Remove one/,
  ),
  wrong(
    'any method and others',
    FACTS,
    'methods',
    set('methods', '[any, INVITE]'),
    /has any beside others\. Remove the others/,
  ),
  wrong(
    'a change where nothing may change',
    FACTS,
    'retry.change',
    replace('  action: later\n', '  action: later\n  change: [digits]\n'),
    /Only "modified" and "elsewhere" change something\. Remove it/,
  ),
  wrong(
    'a code confused with itself',
    FACTS,
    'confusedWith',
    set('confusedWith', '[486]'),
    /expected another registered code\. Correct it/,
  ),
  wrong(
    'a code confused with one that does not exist',
    FACTS,
    'confusedWith',
    set('confusedWith', '[499]'),
    /names 499.*Correct it/,
  ),
  wrong(
    'a role at the fork that the class cannot have',
    FACTS,
    'fork.as',
    append('fork: { as: becomes-500, source: RFC 3261 §16.7 }\n'),
    /which only a 5xx can be \(RFC 3261 §16\.7\)\. Correct or remove it/,
  ),
  wrong(
    'a fork for a code that is never forked',
    FACTS,
    'fork',
    append('inDialogOnly: true\nfork: { as: preferred, source: RFC 3261 §16.7 }\n'),
    /no proxy forks a request inside a dialog\. Remove one/,
  ),
  wrong(
    'a day that does not exist',
    FACTS,
    'updated',
    set('updated', '2026-02-31'),
    /is "2026-02-31"; expected a date such as.*Write a day/,
  ),
  wrong(
    'a date in another form',
    FACTS,
    'reviewed',
    set('reviewed', '11/24/2026'),
    /expected a date such as 2026-11-24/,
  ),
  wrong(
    'an RFC of origin that is not listed',
    FACTS,
    'introducedIn',
    append('introducedIn: 1\n'),
    /rfcs\.yaml lacks\. Correct it/,
  ),
];

const step = (line: string) =>
  replace('    - proxy -> callee: INVITE\n', `    - proxy -> callee: INVITE\n    - ${line}\n`);
const ladders: WrongEdit[] = [
  wrong(
    'an unknown party',
    FACTS,
    'ladder.steps[2]',
    step('phone -> proxy: BYE'),
    /expected "party -> party" with parties out of .*Correct it/,
  ),
  wrong(
    'a party that is not listed',
    FACTS,
    'ladder',
    step('pbx -> proxy: BYE'),
    /which is not in ladder\.parties\. Add it there/,
  ),
  wrong(
    'a party that takes no part',
    FACTS,
    'ladder',
    replace('parties: [caller, proxy, callee]', 'parties: [caller, proxy, callee, pbx]'),
    /has the party pbx, which takes no part\. Remove it/,
  ),
  wrong(
    'a message to itself',
    FACTS,
    'ladder',
    step('proxy -> proxy: INVITE'),
    /message from proxy to itself\. Correct one/,
  ),
  wrong(
    'a response before its request',
    FACTS,
    'ladder',
    replace('    - caller -> proxy: INVITE\n', '    - proxy -> caller: 100 INVITE\n    - caller -> proxy: INVITE\n'),
    /no INVITE went the other way before\. Add the request/,
  ),
  wrong(
    'a response that is not registered',
    FACTS,
    'ladder',
    step('callee -> proxy: 499 INVITE'),
    /has the response 499, which is not registered\. Correct it/,
  ),
  wrong(
    'a ladder without its own code',
    FACTS,
    'ladder',
    replace(/486 INVITE/g, '480 INVITE').bind(null),
    /never shows 486\. Add the message/,
  ),
  wrong(
    'an unknown note',
    FACTS,
    'ladder.steps[2]',
    step('note at callee: asleep'),
    /has the note "asleep"; expected one of .*Choose one/,
  ),
  wrong(
    'a step of another form',
    FACTS,
    'ladder.steps[2]',
    step('callee -> proxy: "486"'),
    /expected "INVITE", "487 INVITE".*Correct it/,
  ),
];

const texts: WrongEdit[] = [
  wrong('a misspelt field', EN, 'sumary', replace('summary:', 'sumary:'), /is no known field\. Correct the spelling/),
  wrong('an empty field', EN, 'toSend', set('toSend', ''), /expected a sentence\. Write it/),
  wrong('a field without its text', EN, 'toSend', replace(/toSend: ".*"/, 'toSend:'), /expected a sentence\. Write it/),
  wrong('a field of white space', EN, 'toSend', set('toSend', '"        "'), /begins or ends with a space\. Remove it/),
  wrong(
    'a summary that is too long',
    EN,
    'summary',
    set('summary', `"${'Busy and so on. '.repeat(11)}x"`),
    /at most 160\. Shorten it/,
  ),
  wrong(
    'a gloss that is too long',
    JA,
    'gloss',
    set('gloss', 'とても長い日本語の理由句の訳語なのです'),
    /at most 16\. Shorten it/,
  ),
  wrong('a gloss in English', JA, 'gloss', set('gloss', 'busy'), /expected the phrase in Japanese\. Translate it/),
  wrong(
    'too few situations',
    EN,
    'seenWhen',
    replace(/(seenWhen:\n {2}- .*\n)(?: {2}- .*\n)+/, 'seenWhen:\n  - "One only, and no other."\n'),
    /expected 2 to 5 situations\. Add some/,
  ),
  wrong(
    'English left in Japanese',
    JA,
    'toSend',
    set('toSend', '"Send 486 when this phone is busy."'),
    /expected Japanese\. Translate it/,
  ),
  wrong(
    'Japanese left in English',
    EN,
    'toSend',
    set('toSend', '"この電話機が通話中のときに返します。"'),
    /expected English\. Translate it/,
  ),
  wrong(
    'a Japanese mark of half width',
    JA,
    'toSend',
    set('toSend', '"486は通話中のときに使います."'),
    /mark of half width\. Write 、。/,
  ),
  wrong(
    'digits of full width',
    JA,
    'toSend',
    set('toSend', '"４８６は通話中のときに使います。"'),
    /full width\. Write them as ASCII/,
  ),
  wrong(
    'a doubled full stop',
    JA,
    'toSend',
    set('toSend', '"486は通話中のときに使います。。"'),
    /doubled mark\. Remove one/,
  ),
  wrong(
    'a space between Japanese and Latin text',
    JA,
    'toSend',
    set('toSend', '"486 は通話中のときに使います。"'),
    /space between Japanese and Latin text\. Remove it/,
  ),
  wrong(
    'a situation with another ending',
    JA,
    'seenWhen[0]',
    replace(/(seenWhen:\n {2}- ).*/, 'seenWhen:\n  - "相手が電話を切りました。"'),
    /ends in .*expected an ending in 「場合。」/,
  ),
  wrong(
    'a sentence of another code',
    EN,
    'toSend',
    set('toSend', /^toSend: (.*)$/m.exec(readFileSync('content/codes/487/en.mdx', 'utf8'))![1]!),
    /is the same sentence as in .*Say what is particular/,
    'codes/487/en.mdx',
  ),
  wrong('an open backtick', EN, 'toSend', set('toSend', '"Send `486 when busy."'), /unpaired backtick\. Close/),
  wrong(
    'an HTML tag in a text',
    EN,
    'toSend',
    set('toSend', '"Send <b>486</b> when busy."'),
    /HTML tag\. Texts are plain/,
  ),
  wrong(
    'a script tag in a text',
    EN,
    'toSend',
    set('toSend', '"Send 486 <script>alert(1)</script> when busy."'),
    /HTML tag\. Texts are plain/,
  ),
  wrong(
    'Markdown in a text',
    EN,
    'toSend',
    set('toSend', '"Send **486** when busy."'),
    /has Markdown\. Texts are plain/,
  ),
  wrong(
    'a text that names a code that does not exist',
    EN,
    'toSend',
    set('toSend', '"Send 486 when busy, and 499 when not."'),
    /names 499.*Correct it/,
  ),
  wrong(
    'a role that the facts lack',
    EN,
    'producedBy',
    replace('role: gateway', 'role: registrar'),
    /which sentBy in facts\.yaml lacks\. Make them agree/,
  ),
  wrong(
    'other roles than in English',
    JA,
    'producedBy',
    replace('role: gateway', 'role: b2bua'),
    /Make them equal, in the same order/,
  ),
  wrong('a keyword twice', EN, 'keywords', set('keywords', '[busy, engaged, Busy]'), /has "Busy" twice\. Remove one/),
  wrong(
    'too few keywords',
    EN,
    'keywords',
    set('keywords', '[busy]'),
    /expected 3 to 24 words that people type\. Add some/,
  ),
  wrong(
    'a text in place of a list',
    EN,
    'askFor',
    replace(/askFor:\n(?: {2}- .*\n)+/, 'askFor: "A trace."\n'),
    /expected a list of things to ask for\. Write each/,
  ),
];

const body = (text: string) => append(`\n${text}\n`);
const bodies: WrongEdit[] = [
  wrong('broken MDX', EN, 'body', body('Text <b>without end.'), /is not valid MDX.*Close the tag/),
  wrong('an open brace', EN, 'body', body('Text {open'), /is not valid MDX.*write \\\{/),
  wrong(
    'a script',
    EN,
    'body',
    body('<script>alert(1)</script>'),
    /has the element <script>; expected Markdown.*Remove it/,
  ),
  wrong('an import', EN, 'body', body('import fs from "node:fs"'), /has an import or export\. Remove it/),
  wrong('an export', EN, 'body', body('export const x = 1'), /has an import or export\. Remove it/),
  wrong(
    'an expression',
    EN,
    'body',
    body('Now {process.env.HOME}.'),
    /has the expression \{process\.env\.HOME\}\. Write the text itself/,
  ),
  wrong(
    'an event handler',
    EN,
    'body',
    body('<span onclick="alert(1)">x</span>'),
    /has the attribute onclick.*Remove it/,
  ),
  wrong('a style', EN, 'body', body('<span style="color: red">x</span>'), /has the attribute style.*Remove it/),
  wrong(
    'an expression in an attribute',
    EN,
    'body',
    body('<span title={1 + 1}>x</span>'),
    /has an expression in <span>\. Write plain text/,
  ),
  wrong(
    'a frame',
    EN,
    'body',
    body('<iframe src="https://example.org/"></iframe>'),
    /has the element <iframe>.*Remove it/,
  ),
  wrong(
    'an image of another site',
    EN,
    'body',
    body('![x](https://example.org/x.png)'),
    /has an image or raw HTML\. Remove it/,
  ),
  wrong(
    'a link that runs script',
    EN,
    'body',
    body('[x](javascript:alert(1))'),
    /links javascript:alert\(1\); expected https.*Correct it/,
  ),
  wrong('a link without encryption', EN, 'body', body('[x](http://example.org/)'), /expected https:\/\/.*Correct it/),
  wrong(
    'a link to a code that does not exist',
    EN,
    'body',
    body('See [499](/sip/499/).'),
    /links 499, which is not a code of this site\. Correct it/,
  ),
  wrong(
    'a link to a pair with a code that does not exist',
    EN,
    'body',
    body('See [it](/sip/486-vs-499/).'),
    /links 499.*Correct it/,
  ),
  wrong('a second title', EN, 'body', body('# Title'), /heading of level 1.*Begin with ##/),
  wrong(
    'an unknown component',
    EN,
    'body',
    body('<Laddder />'),
    /names the component Laddder; expected one of Cite, .*Correct/,
  ),
  wrong(
    'a component that no body is given',
    EN,
    'body',
    body('<SearchForm />'),
    /names the component SearchForm; expected one of Cite, .*Correct/,
  ),
  wrong('a citation of nothing', EN, 'body', body('<Cite />'), /has <Cite> without of; expected .*Add it/),
  wrong(
    'an unknown attribute of a component',
    EN,
    'body',
    body('<Cite of="RFC 3261 §9.1" onclick="x" />'),
    /has the attribute onclick in <Cite>; expected of\. Remove it/,
  ),
  wrong(
    'a page without its title',
    'pages/about/ja.mdx',
    'title',
    replace(/^title: .*\n/m, ''),
    /is missing or empty.*Add or correct it/,
  ),
  wrong('a page in one language', 'pages/about/ja.mdx', '', () => null, /is missing\. Write it/),
];

const pairs: WrongEdit[] = [
  wrong(
    'a reversed pair',
    'comparisons/486-vs-480/facts.yaml',
    '',
    () => 'sources: [RFC 3261 §21.4.24]\nreviewed: 2026-11-24\nupdated: 2026-11-24\n',
    /lower code first, 480-vs-486\. Rename the folder/,
  ),
  wrong(
    'a pair of one code',
    'comparisons/486-vs-486/facts.yaml',
    '',
    () => 'sources: [RFC 3261 §21.4.24]\nreviewed: 2026-11-24\nupdated: 2026-11-24\n',
    /expected two different codes\. Rename/,
  ),
  wrong(
    'a pair with a code that does not exist',
    'comparisons/486-vs-499/facts.yaml',
    '',
    () => 'sources: [RFC 3261 §21.4.24]\nreviewed: 2026-11-24\nupdated: 2026-11-24\n',
    /499 is not a registered code\. Rename/,
  ),
  wrong('a note in one language', `${NOTE}/en.mdx`, '', () => null, /is missing\. Write it/),
  wrong(
    'a note without verdict',
    `${NOTE}/en.mdx`,
    'verdict',
    replace(/^verdict: .*\n/m, ''),
    /expected a sentence\. Write it/,
  ),
  wrong(
    'a note that names a third code that does not exist',
    `${NOTE}/en.mdx`,
    'received',
    set('received', '"On 486 wait; on 480 look for a 499 before it."'),
    /names 499.*Correct it/,
  ),
  wrong(
    'a note with text that no page shows',
    `${NOTE}/en.mdx`,
    '',
    append('\nMore text.\n'),
    /which no page shows\. Move it into a field/,
  ),
  wrong(
    'a note without sources',
    `${NOTE}/facts.yaml`,
    'sources',
    set('sources', '[]'),
    /expected at least 1 item\. Add or correct it/,
  ),
  wrong(
    'a pair twice on the home page',
    'reference/home.yaml',
    'pairs',
    replace('pairs:\n', 'pairs:\n  - 480-vs-486\n'),
    /has 480-vs-486 twice\. Remove one/,
  ),
];

const others: WrongEdit[] = [
  wrong(
    'a symptom with an unknown code',
    `${SYMPTOM}/facts.yaml`,
    'codes',
    set('codes', '[499]'),
    /names 499.*Correct it/,
  ),
  wrong(
    'a symptom with other causes than its sources',
    `${SYMPTOM}/facts.yaml`,
    'causes',
    replace('  - [RFC 4028 §4, RFC 4028 §7.4]\n', ''),
    /Make them agree, in the same order/,
    `${SYMPTOM}/en.mdx`,
  ),
  wrong(
    'a symptom of an unknown stage',
    `${SYMPTOM}/facts.yaml`,
    'stage',
    set('stage', 'holding'),
    /expected when the symptom shows: one of .*Choose/,
  ),
  wrong(
    'a term of the glossary twice',
    'reference/glossary.yaml',
    'request',
    append(
      '- { id: request, topic: messages, term: { en: request, ja: リクエスト }, reading: りくえすと, definition: { en: "It asks.", ja: "要求する側のメッセージです。" }, source: RFC 3261 §7.1 }\n',
    ),
    /stands twice\. Rename or remove one/,
  ),
  wrong(
    'a term that leads to none',
    'reference/glossary.yaml',
    'request.see',
    replace('see: [response, method]', 'see: [answer]'),
    /expected the id of another term\. Correct it/,
  ),
  wrong(
    'a cause twice',
    'reference/q850.yaml',
    'causes',
    replace('causes:\n  - cause: 1\n', 'causes:\n  - cause: 3\n'),
    /has 3 twice\. Remove one/,
  ),
  wrong(
    'a registered code twice',
    'reference/registry.yaml',
    'codes',
    append('  - { code: 486, phrase: Busy Here }\n'),
    /has 486 twice\. Remove one/,
  ),
  wrong(
    'a registered code without its folder',
    'reference/registry.yaml',
    '',
    append('  - { code: 499, phrase: New }\n'),
    /is missing; the registry has 499 New\. Add the folder/,
    'codes/499',
  ),
  wrong(
    'a cause that maps to no code',
    'reference/q850.yaml',
    'causeToSip.17',
    replace(/^( {2}17: )\d+/m, '  17: 499'),
    /expected a cause of the list above and a registered code\. Correct it/,
  ),
  wrong(
    'a rule for a cause that does not exist',
    'reference/q850.yaml',
    'rules[3].causes',
    replace('causes: [102]', 'causes: [15]'),
    /has 15; expected a cause of the list above\. Correct it/,
  ),
  wrong(
    'an unregistered code that is registered',
    'reference/unregistered.yaml',
    '486',
    replace('- code: 409', '- code: 486'),
    /is registered\. Give it a folder/,
  ),
  wrong(
    'a table with English left in Japanese',
    'reference/classes.yaml',
    '[0].unknown.ja',
    replace(/(unknown:\n {4}en: .*\n {4}ja: ).*/, 'unknown:\n    en: "Treat it as 183."\n    ja: "Treat it as 183."'),
    /expected Japanese\. Translate it/,
  ),
  wrong(
    'a line of a product without its source',
    'vendors/asterisk.yaml',
    'sends[0].source',
    replace(/ {4}source: "res\/res_pjsip_session\.c:4045"\n/, ''),
    /expected FILE:LINE.*Add the place/,
  ),
  wrong(
    'a place without a line number',
    'vendors/asterisk.yaml',
    'sends[0].source',
    replace('res_pjsip_session.c:4045', 'res_pjsip_session.c'),
    /expected FILE:LINE/,
  ),
  wrong(
    'a place in a repository that is not listed',
    'vendors/asterisk.yaml',
    'sends[0].source',
    replace('"res/res_pjsip_session.c:4045"', '"libre: res/res_pjsip_session.c:4045"'),
    /names the repository libre.*Correct it/,
  ),
  wrong(
    'a commit cut short',
    'vendors/asterisk.yaml',
    'sources.main.commit',
    replace('f0c1c1a7b79b0f8cc0311649bf36824cbeee30a9', 'f0c1c1a'),
    /is no full commit; expected 40 digits 0-9 a-f\. Copy/,
  ),
  wrong(
    'a product with HTML in a text',
    'vendors/asterisk.yaml',
    'summary.en',
    replace('Which SIP code Asterisk sends', 'Which <i>SIP</i> code Asterisk sends'),
    /HTML tag\. Texts are plain/,
  ),
];

export const WRONG_EDITS: WrongEdit[] = [...files, ...facts, ...ladders, ...texts, ...bodies, ...pairs, ...others];
