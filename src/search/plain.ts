import { fold } from './fold.ts';
import { stem } from './tokenize.ts';

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
  [/(?<=[らわかがばまえけげてねべめれ]|でき)ん(?![\u3040-\u309f])/g, 'ない'],
  // How much or how often nothing happens changes nothing.
  [/(?:一切|まったく|全く|ぜんぜん|全然|なぜか|なんか|なんだか|どうしても|ほとんど|急に|突然|いきなり)/g, ''],
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

/** One direction works and the other fails: what is asked is the one that fails. */
function failing(text: string): string {
  let plain = text
    .replace(/\bbe called\b/g, 'incoming calls')
    .replace(/(?<=outgoing calls.*)\b(?:cannot|not) (?:receive|get)(?: them| any)?\b/g, 'cannot incoming calls')
    .replace(/(?<=incoming calls.*)\b(?:cannot|not) (?:make|place)(?: them| any)?\b/g, 'cannot outgoing calls');
  if (!/outgoing.*incoming|incoming.*outgoing|発信.*着信|着信.*発信/.test(plain)) return text;
  for (const [works, fails] of [
    ['outgoing', 'incoming'],
    ['incoming', 'outgoing'],
  ]) {
    const fine = new RegExp(
      `\\b(?:${works}(?: calls)?(?: are| is| still| do)? (?:works?|working|fine|ok|okay|good)|can (?:still )?${works} calls)\\b`,
    );
    if (fine.test(plain))
      plain = plain
        .replace(fine, ' ')
        .replace(new RegExp(`(?:\\bcannot )?\\b${fails}(?: calls)?\\b`), `cannot ${fails} calls`);
  }
  return plain
    .replace(/(?:発信|着信)[はがも]?(?:ok|大丈夫|問題ない|問題なし|正常)/g, ' ')
    .replace(/(発信|着信)[はがも]?(?:ng|だめ|ダメ)/g, '$1できない');
}

const LATIN = /^[\x20-\x7f]+$/;
const WORD = /[a-z0-9]+(?:-[a-z0-9]+)*/g;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Makes the function that brings a text into the forms that are searched.
 *
 * @param same groups of words of a language; English ones mean their other endings, too
 */
export function plainer(same: SameWords): (text: string) => string {
  const first = new Map<string, string>();
  for (const [one = '', ...others] of same)
    for (const other of [one, ...others]) first.set(plainForms(fold(other)), plainForms(fold(one)));
  // Latin words only as a whole; by the first of them, the longest first: "cut off" before "cut".
  const latin = new Map<string, { stems: string[]; by: string }[]>();
  for (const [word, by] of first) {
    if (!LATIN.test(word)) continue;
    const stems = [...word.matchAll(WORD)].map(([part]) => stem(part));
    latin.set(stems[0]!, [...(latin.get(stems[0]!) ?? []), { stems, by }]);
  }
  for (const runs of latin.values()) runs.sort((one, other) => other.stems.length - one.stems.length);
  const others = [...first.keys()].filter((word) => !LATIN.test(word)).sort((one, other) => other.length - one.length);
  const pattern = others.length > 0 ? new RegExp(others.map(escaped).join('|'), 'g') : null;
  return (text) => {
    const plain = failing(sameLatin(plainForms(fold(text)), latin));
    return pattern ? plain.replace(pattern, (word) => first.get(word)!) : plain;
  };
}

/** A text with one word or run of words for all that mean the same */
function sameLatin(text: string, latin: ReadonlyMap<string, readonly { stems: string[]; by: string }[]>): string {
  const words = [...text.matchAll(WORD)].map((match) => ({ at: match.index, text: match[0], stem: stem(match[0]) }));
  let plain = '';
  let end = 0;
  for (let at = 0; at < words.length; at += 1) {
    const run = latin
      .get(words[at]!.stem)
      ?.find(({ stems }) =>
        stems.every(
          (one, more) =>
            words[at + more]?.stem === one &&
            (more === 0 || text[words[at + more]!.at - 1] === ' ') &&
            (more === 0 || words[at + more - 1]!.at + words[at + more - 1]!.text.length + 1 === words[at + more]!.at),
        ),
      );
    if (!run) continue;
    const last = words[at + run.stems.length - 1]!;
    // What is written as one with more is a name: `hangup_cause`, `busy.here`.
    if (/[_=.]$/.test(text.slice(0, words[at]!.at)) || /^[_=]/.test(text.slice(last.at + last.text.length))) continue;
    plain += text.slice(end, words[at]!.at) + run.by;
    end = last.at + last.text.length;
    at += run.stems.length - 1;
  }
  return plain + text.slice(end);
}
