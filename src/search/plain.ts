import { fold } from './fold.ts';

// What people write, in the forms that the site's words have: contractions, polite forms, words that mean the same. Both the
// query and what is searched go through it.

/** Groups of words that mean the same to somebody who searches: the first stands for all. */
export type SameWords = readonly (readonly string[])[];

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:can['’`´]?t|can ?not)\b/g, 'cannot'],
  [/\bwon['’`´]?t\b/g, 'will not'],
  [/\b(do|does|did|is|are|was|were|has|have|had|could|should|would|must|need|ai)n['’`´]?t\b/g, '$1 not'],
  [/\b(\w+)['’`´](?:s|re|ve|ll|d|m)\b/g, '$1'],
];

/** Rows of kana: what a verb ends in before ます and before ない. */
const BEFORE_MASU = 'いきぎしちにびみり';
const BEFORE_NAI = 'わかがさたなばまら';
const AT_THE_END = 'うくぐすつぬぶむる';

/** Polite, drawn-out and regional Japanese, and the same without: 聞こえません, 切れてしまいます, できなくなりました, 聞こえへん. */
const POLITE: readonly (readonly [RegExp, string | ((...parts: string[]) => string)])[] = [
  [/できひん|でけへん/g, 'できない'],
  [/([えけせてねべめげれらかさたなまばわ])へん/g, '$1ない'],
  [/(?<=こえ|ながら|かから|鳴ら|でき|つか)ん(?![\u3040-\u309f])/g, 'ない'],
  [/(?:て|で)まう/g, 'る'],
  [
    /(?:のですが|んですが|んですけど|のですけれど|のでしょうか|でしょうか|ようです|みたいです|みたい|らしいです|らしい|のです|んです)/g,
    '',
  ],
  [/(?:て|で)しま(?:います|いました|う|った|って)/g, 'る'],
  [/(?:ちゃう|ちゃった|ちゃいます)/g, 'る'],
  [/なくな(?:りました|ります|った|って|る)/g, 'ない'],
  [/(?:ませんでした|ません|なかった|ないです|なくて|ずに)/g, 'ません'],
  [/できません/g, 'できない'],
  [/しません/g, 'しない'],
  [/([いきぎちにびみり])ません/g, (_, kana: string) => `${BEFORE_NAI[BEFORE_MASU.indexOf(kana)]!}ない`],
  [/ません/g, 'ない'],
  [/(?:てい|でい|て|で)(?:ます|ました|る|た)(?![\u3400-\u9fff\u30a0-\u30ff])/g, 'る'],
  [/し(?:ます|ました|ている|て|た)/g, 'する'],
  [/([いきぎちにびみり])(?:ます|ました)/g, (_, kana: string) => AT_THE_END[BEFORE_MASU.indexOf(kana)]!],
  [/(?:ます|ました)/g, 'る'],
  [/(?<=[れえけせてねべめげ])た(?![\u3040-\u309f])/g, 'る'],
];

/** A text without the forms that only differ by manner */
const plainForms = (folded: string): string => {
  let text = folded;
  if (/['’`´]|nt\b|\bcan not/.test(text)) for (const [pattern, by] of CONTRACTIONS) text = text.replace(pattern, by);
  if (/[\u3040-\u309f]/.test(text)) for (const [pattern, by] of POLITE) text = text.replace(pattern, by as string);
  return text;
};

const LATIN = /^[\x20-\x7f]+$/;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Makes the function that brings a text into the forms that are searched.
 *
 * @param same groups of words of a language
 */
export function plainer(same: SameWords): (text: string) => string {
  const first = new Map<string, string>();
  for (const [one = '', ...others] of same)
    for (const other of others) first.set(plainForms(fold(other)), plainForms(fold(one)));
  // The longest first: "cut off" before "cut". Latin words only as a whole.
  const longest = [...first.keys()].sort((one, other) => other.length - one.length).map(escaped);
  const latin = longest.filter((word) => LATIN.test(word));
  const others = longest.filter((word) => !LATIN.test(word));
  const patterns = [
    ...(latin.length > 0 ? [new RegExp(`(?<![a-z0-9])(?:${latin.join('|')})(?![a-z0-9])`, 'g')] : []),
    ...(others.length > 0 ? [new RegExp(others.join('|'), 'g')] : []),
  ];
  return (text) =>
    patterns.reduce((plain, pattern) => plain.replace(pattern, (word) => first.get(word)!), plainForms(fold(text)));
}
