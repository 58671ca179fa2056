import type { Messages } from '../i18n/index.ts';
import type { Content } from '../schema/content.ts';
import { drawLadder, ladderText } from '../model/ladder/ladder.ts';
import { ladderSvg } from '../model/ladder/ladder-svg.ts';
import type { Ladder } from '../schema/index.ts';

/** A ladder as pages show it. */
export interface ShownLadder {
  /** The drawing, as SVG; hidden from those who listen. */
  svg: string;
  /** What the drawing shows, a sentence per step. */
  lines: string[];
}

// Each is drawn once per language and id and is shown on 149 pages: without this a build takes two seconds longer. A ladder
// that was edited is a new object.
const shown = new WeakMap<Ladder, Map<string, ShownLadder>>();

/**
 * @param ladder parties and steps, from the content
 * @param own the code whose messages are emphasized
 * @param id of the arrow head; unique in the page
 * @returns the drawing and its text in the language of `words`
 */
export function showLadder(
  ladder: Ladder,
  own: number | undefined,
  id: string,
  words: Messages,
  content: Pick<Content, 'byNumber'>,
): ShownLadder {
  const key = [words.locale, own, id].join();
  const known = shown.get(ladder) ?? new Map<string, ShownLadder>();
  shown.set(ladder, known);
  if (!known.has(key)) {
    const phrase = (number: number) => content.byNumber.get(number)?.phrase ?? '';
    known.set(key, {
      svg: ladderSvg(drawLadder(ladder, words.labels, phrase), { id, own }),
      lines: ladderText(ladder, words.labels, phrase, words.steps),
    });
  }
  return known.get(key)!;
}
