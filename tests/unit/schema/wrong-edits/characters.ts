// Characters that nobody sees, or that look like others.

import { append, EN, FACTS, JA, set, wrong, type WrongEdit } from './wrong.ts';

export const characters: WrongEdit[] = [
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
    /has "４" \(U\+FF14\); expected its plain form "4"/,
  ),
  wrong(
    'a control character by escape',
    EN,
    'toSend',
    set('toSend', '"Send 486\\0 when busy."'),
    /invisible character U\+0000\. Remove it/,
  ),
  wrong(
    'a zero-width space by escape',
    EN,
    'toSend',
    set('toSend', '"Send 486\\u200b when busy."'),
    /invisible character U\+200B/,
  ),
  wrong(
    'half a character by escape',
    EN,
    'toSend',
    set('toSend', '"Send 486\\ud800 when busy."'),
    /invisible character U\+D800/,
  ),
  wrong(
    'a byte that was not understood, by escape',
    EN,
    'toSend',
    set('toSend', '"Send 486\\ufffd when busy."'),
    /invisible character U\+FFFD/,
  ),
  wrong(
    'an invisible character in a keyword',
    EN,
    'keywords[0]',
    set('keywords', '["bu\\u00adsy", engaged, in use]'),
    /invisible character U\+00AD/,
  ),
  wrong(
    'an invisible character in a name of a field',
    FACTS,
    'phr\u200base',
    append('"phr\\u200base": x\n'),
    /invisible character U\+200B/,
  ),
  wrong(
    'a Cyrillic letter',
    EN,
    'toSend',
    set('toSend', '"Send 486 when b\u0443sy."'),
    /has the letter "у" \(U\+0443\).*Write the letter/,
  ),
  wrong(
    'Arabic digits',
    EN,
    'toSend',
    set('toSend', '"Send \u0664\u0668\u0666 when busy."'),
    /has the digit "٤" \(U\+0664\).*Write it as ASCII/,
  ),
  wrong(
    'digits of full width in English',
    EN,
    'toSend',
    set('toSend', '"Send ４８６ when busy."'),
    /has "４" \(U\+FF14\); expected its plain form "4"\. Write/,
  ),
  wrong(
    'kana of half width',
    JA,
    'toSend',
    set('toSend', '"486は通話中のﾄｷに使います。"'),
    /has "ﾄ" \(U\+FF84\); expected its plain form "ト"/,
  ),
  wrong(
    'a voicing mark apart from its kana',
    JA,
    'toSend',
    set('toSend', '"486か\u3099使われます。"'),
    /combining mark U\+3099.*Save the text/,
  ),
];
