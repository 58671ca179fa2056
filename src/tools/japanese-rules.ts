import { REJECTED } from './japanese-words.ts';

// What textlint's preset does not hold: glyphs, punctuation, the style of sentences and the words of this site.

const JAPANESE = '\\u3040-\\u30ff\\u4e00-\\u9fff';

/** Kanji of JIS X 0208 level 1 (rows 16 to 47): Japanese forms in common use. Chinese and old forms are not among them. */
const COMMON_KANJI = new Set(
  Array.from({ length: 47 - 16 + 1 }, (_, row) => 0xa0 + 16 + row).flatMap((first) => [
    ...new TextDecoder('euc-jp').decode(
      new Uint8Array(Array.from({ length: 94 }, (_, cell) => [first, 0xa1 + cell]).flat()),
    ),
  ]),
);
/** Words of the field with kanji of level 2. */
const RARE_WORDS = /輻輳|曖昧/g;

const PUNCTUATION: readonly { found: RegExp; message: string }[] = [
  { found: /\u301c/u, message: '〜 is U+301C; ranges take ～ (U+FF5E)' },
  { found: /\d[–—-]\d+(?:から|まで|件|番|台)/u, message: 'a range with a dash; write ～ (U+FF5E)' },
  { found: new RegExp(`[${JAPANESE}）」]:|: ?[${JAPANESE}「（]`, 'u'), message: 'a half-width colon; write ：' },
  {
    found: /(?<!\d)\d{3,}から\d{3,}(?:まで(?!の時間)|[、。）]|は(?!\D*返)|$)/u,
    message: 'a range with から; write ～ (U+FF5E)',
  },
  { found: /[\uff61-\uff9f]/u, message: 'half-width kana' },
  { found: /[Ａ-Ｚａ-ｚ０-９]/u, message: 'full-width letters or digits; write half-width ones' },
  {
    found: new RegExp(`\\([^()]*[${JAPANESE}][^()]*\\)`, 'u'),
    message: 'half-width brackets around Japanese; write （）',
  },
  {
    found: /（[^（）]*（|）（/u,
    message: 'brackets within or after brackets; write one of them as a clause or in 「」',
  },
  { found: /[、。][、。]/u, message: 'doubled punctuation' },
  { found: /（[^（）]*。[^（）]*）/u, message: '。 within brackets; say it in a sentence of its own' },
  { found: /[！？](?!」)/u, message: 'an exclamation or question mark' },
];

/** Ends of sentences in です・ます, nouns of situations, and placeholders for parts that the program fills in. */
const POLITE = /(?:です|ます|ません|でした|ました|ましょう|でしょう|ください|場合|\d)$/u;

/** Brackets and their inside: what is inside need not be a sentence. */
const withoutBrackets = (text: string): string => text.replace(/（[^（）]*）|「[^「」]*」/gu, '');

/**
 * @param text one or more Japanese sentences, or a label; literals between backticks are not looked at
 * @param file where it is from, for words that some files may use
 * @returns one message per fault
 */
export function houseFaults(text: string, file = ''): string[] {
  const plain = text.replace(/`[^`]*`/gu, '☐');
  const faults = PUNCTUATION.filter(({ found }) => found.test(plain)).map(({ message }) => message);
  const rare = [...plain.replace(RARE_WORDS, '')].filter(
    (letter) => /\p{Script=Han}/u.test(letter) && letter !== '々' && !COMMON_KANJI.has(letter),
  );
  if (rare.length > 0) faults.push(`${rare.join('')}: not a form in common use in Japan (JIS X 0208 level 1)`);
  for (const { found, write, allowed } of REJECTED) {
    const word = found.exec(plain)?.[0];
    if (word && !allowed?.file.test(file)) faults.push(`${word}: one word for one thing; write ${write}`);
  }
  const sentences = withoutBrackets(plain).split('。').slice(0, -1);
  for (const sentence of sentences)
    if (!POLITE.test(sentence.trim())) faults.push(`だ・である or a noun before 。: …${sentence.trim().slice(-12)}`);
  return faults;
}

/** A topic mark, or the comma after a particle, and what each does to the sentences that a clause becomes. */
const IN_CLAUSES: readonly { found: RegExp; message: string }[] = [
  {
    found: /(?<![でに今て])は/u,
    message: 'は in a clause, which follows 「487は」: say the subject with が',
  },
  {
    found: /(?<![だたい])[がをに]、/u,
    message: 'a comma after a particle, which parts the subject from its verb after 「487は」; leave it out',
  },
];

/**
 * For `means`, which becomes 「487は、…ことを示します」 and, in descriptions, 「487は…こと、603は…ことを示します」.
 *
 * @param clause a clause of an entry, without 。
 * @returns one message per fault, empty if there is none
 */
export const clauseFaults = (clause: string): string[] =>
  IN_CLAUSES.filter(({ found }) => found.test(clause)).map(({ message }) => message);
