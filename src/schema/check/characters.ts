import { locales } from '../../locales.ts';

// Characters that no text of content holds: those that nobody sees, and those that look like others. Search, comparison and
// copying trip over both, and a reviewer cannot notice them.

/** Controls, marks of direction, fillers, unassigned characters, halves of a pair, spaces that are not the plain one. */
const INVISIBLE =
  /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffd]|(?! )\p{Zs}/u;

const LETTER = /[\p{L}\p{N}\p{M}\p{Script=Han}]/u;
/** Letters of European languages, without those that look like others (ı, ĸ); the long mark of kana; those of our languages. */
const SCRIPTS = [
  /[A-Za-z\u00c0-\u0130\u0132-\u0137\u0139-\u017eー]/u,
  ...Object.values(locales).flatMap(({ script }) => script ?? []),
];

/** Marks and signs of texts besides ASCII; there are too many that look like one of these to list the wrong ones. */
const MARK = /[§©®°±×÷·–—‘’“”…€£¥™←↑→↓−≈≠≤≥、。〈〉《》「」『』【】〜・！％（）＋－／：＝？＆～]/u;

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** The first character of a text that nobody sees, as `U+200B`, and where it is, or null */
export function invisibleIn(text: string): { point: string; index: number } | null {
  const found = INVISIBLE.exec(text);
  return found && { point: codePoint(found[0]), index: found.index };
}

/** What is wrong with one character that is seen, with its fix; null for a plain one */
function lookAlike(character: string): string | null {
  if (INVISIBLE.test(character)) return null;
  const plain = character.normalize('NFKC');
  const named = `"${character}" (${codePoint(character)})`;
  if (!LETTER.test(character))
    return MARK.test(character)
      ? null
      : `has ${named}, a sign that no text uses. Write the plain one that it looks like, or remove it`;
  if (/\p{M}/u.test(character))
    return `has the combining mark ${codePoint(character)}; expected whole letters. Save the text in composed form (NFC)`;
  if (plain !== character) return `has ${named}; expected its plain form "${plain}". Write that`;
  if (/\p{N}/u.test(character) && !/\p{Script=Han}/u.test(character))
    return `has the digit ${named}; expected 0 to 9. Write it as ASCII`;
  if (!SCRIPTS.some((script) => script.test(character)))
    return `has the letter ${named} of a script that no language of the site uses. Write the letter that it looks like`;
  return null;
}

/**
 * What is wrong with the characters of a text.
 *
 * @param text a value after parsing: escapes such as `\u200b` and `&#8203;` are characters by then
 * @returns a message for the first invisible character and for the first of each kind of look-alike, with the fix
 */
export function characterFaults(text: string): string[] {
  // Nearly all texts of English are plain ASCII.
  if (/^[\t\n\r\x20-\x7e]*$/.test(text)) return [];
  const hidden = invisibleIn(text);
  const faults = hidden ? [`has the invisible character ${hidden.point}. Remove it, or write a plain space`] : [];
  const shown = [...text].map(lookAlikeOf).find((fault) => fault !== null);
  return shown ? [...faults, shown] : faults;
}

const known = new Map<string, string | null>();
function lookAlikeOf(character: string): string | null {
  if (character <= '\x7e') return null;
  if (!known.has(character)) known.set(character, lookAlike(character));
  return known.get(character)!;
}
