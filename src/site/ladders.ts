import type { Messages } from '../i18n/index.ts';
import type { Content } from '../schema/content.ts';
import type { Ladder } from '../schema/index.ts';
import { writeElement } from '../model/ladder/element.ts';
import { ladderList } from '../model/ladder/ladder-list.ts';
import { ladderSequence } from '../model/ladder/ladder.ts';

// Each is written once per language and code and is shown on 149 pages: without this a build takes two seconds longer. A
// ladder that was edited is a new object.
const shown = new WeakMap<Ladder, Map<string, string>>();

/**
 * @param ladder parties and steps, from the content
 * @param own the code whose messages are emphasized
 * @returns HTML: the ladder as a list, in the language of `words`
 */
export function showLadder(
  ladder: Ladder,
  own: number | undefined,
  words: Messages,
  { byNumber }: Pick<Content, 'byNumber'>,
): string {
  const key = [words.locale, own].join();
  const known = shown.get(ladder) ?? new Map<string, string>();
  shown.set(ladder, known);
  if (!known.has(key)) {
    const sequence = ladderSequence(ladder, words.labels, (code) => byNumber.get(code));
    known.set(key, writeElement(ladderList(sequence, { words: words.steps, own })));
  }
  return known.get(key)!;
}
