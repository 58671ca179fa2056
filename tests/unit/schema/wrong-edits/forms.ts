import { EN, JA, replace, set, wrong, type WrongEdit } from './wrong.ts';

// Texts whose words may be right and whose form is not: marks, brackets, fillers, and signs that look like others.

/** Into a sentence whose numbers both languages have, so that nothing else is wrong. */
const into = (text: string) => replace('Send 486 when', `Send 486 ${text} when`);
const japanese = (text: string) => replace('ときに486を返します。', `ときに486を返します${text}。`);

const sign = (name: string, text: string, point: string): WrongEdit =>
  wrong(name, EN, 'toSend', into(text), new RegExp(`has .*\\(U\\+${point}\\).* Write the `));
const form = (name: string, text: string, says: RegExp): WrongEdit => wrong(name, EN, 'toSend', into(text), says);

export const forms: WrongEdit[] = [
  sign('a Greek question mark', 'or not\u037e and', '037E'),
  sign('a slash of fractions', 'in 1\u20442', '2044'),
  sign('a slash of division', 'in 1\u22152', '2215'),
  sign('another hyphen', 'without Retry\u2010After', '2010'),
  sign('a hyphen that does not break', 'without Retry\u2011After', '2011'),
  sign('an i without its dot', 'f\u0131ne', '0131'),
  sign('a letter of phonetics', 'c\u0251ll', '0251'),
  sign('a small capital', '\u1d1brue', '1D1B'),
  sign('a part of a box', '\u2500', '2500'),
  sign('a pictograph', '\u{1f4de}', '1F4DE'),
  wrong('a circle for a word', JA, 'toSend', japanese('（○○）'), /has "○" \(U\+25CB\)/),
  wrong('Chinese of China in Japanese', JA, 'gloss', set('gloss', '占线话机'), /has "线", which Japanese does not use/),
  wrong('a meaning with a full stop', JA, 'gloss', set('gloss', '"話し中。"'), /ends in a full stop/),
  wrong('a meaning with markup', JA, 'gloss', set('gloss', '"話し中<b>"'), /HTML tag/),
  form('a mark of full width in English', 'now！', /mark of full width\. Write it as ASCII/),
  form('two spaces', 'at  once', /two spaces in a row\. Remove one/),
  form('a space before a comma', 'at once , but', /space before a mark\. Remove it/),
  form('a word twice', 'at the the time', /word twice in a row\. Remove one/),
  form('a bracket that is not closed', '(at once', /has \( or \) without the other\. Close the pair/),
  form('a quotation that is not closed', '“at once', /has “ or ” without the other\. Close the pair/),
  wrong('a Japanese bracket that is not closed', JA, 'toSend', japanese('（通話中'), /has （ or ） without the other/),
  form('a character reference', 'now &amp; then', /HTML character reference\. Write the character/),
  form('a numeric character reference', 'now&#8203; then', /HTML character reference/),
  form('a place for a value', 'to %s', /value that was not filled in/),
  form('a name for a value', 'to {code}', /value that was not filled in/),
  form('a result that is no number', 'in NaN seconds', /value that was not filled in/),
  form('question marks for a word', 'if ???', /has a placeholder/),
  wrong('a Japanese placeholder', JA, 'toSend', japanese('（要確認）'), /has a placeholder/),
  form('a web address', 'as in https://evil.example/', /web address.*Name the source/),
  form('a web address without https', 'as in www.evil.example', /web address.*Name the source/),
  form('a mail address', 'and write to me@corp.example', /mail address.*Remove it/),
  wrong('a keyword with markup', EN, 'keywords', set('keywords', '[busy, "<b>engaged</b>", x y]'), /HTML tag/),
  wrong('a keyword that is a placeholder', EN, 'keywords', set('keywords', '[busy, TODO, x y]'), /a placeholder/),
  wrong(
    'a keyword that is the phrase of another code',
    EN,
    'keywords',
    set('keywords', '[busy, busy everywhere, x y]'),
    /has "busy everywhere", the phrase of 600\. Remove it/,
  ),
];
