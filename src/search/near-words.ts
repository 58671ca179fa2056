// Misspelled words: what a word of a query may be, of the words that the site has.

/** How many wrong letters a word of a length may have: in short words one makes another word. */
const allowed = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3);

/**
 * Counts letters that are missing, added, wrong or exchanged with their neighbour (optimal string alignment).
 *
 * @param most counting stops beyond this
 * @returns the number, or `most + 1` for more
 */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let best = Math.min(last[column - 1]! + (same ? 0 : 1), last[column]! + 1, now[column - 1]! + 1);
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        best = Math.min(best, before[column - 2]! + 1);
      now.push(best);
    }
    if (Math.min(...now) > most) return most + 1;
    before = last;
    last = now;
  }
  return last[other.length]!;
}

/** The words that begin with a word and are longer; of one with three letters or less none */
export const beginnings = (word: string, words: Iterable<string>): { word: string; wrong: number }[] =>
  word.length < 4
    ? []
    : [...words]
        .filter((other) => other.length > word.length && other.startsWith(word))
        .map((other) => ({ word: other, wrong: 0 }));

/**
 * Finds the word that a misspelled one may be.
 *
 * @param word a word that the site does not have
 * @param words the words of the site
 * @returns those that it may be, by the fewest wrong letters, each with the number of them; a word is also taken for its beginning
 */
export function nearWords(word: string, words: Iterable<string>): { word: string; wrong: number }[] {
  const most = allowed(word.length);
  let found: { word: string; wrong: number }[] = [];
  let fewest = most;
  for (const other of words) {
    if (word.length > 2 && other.startsWith(word)) found.push({ word: other, wrong: 0 });
    if (most === 0 || other.length < 4) continue;
    const wrong = distance(word, other, fewest);
    if (wrong > fewest) continue;
    if (wrong < fewest) {
      found = found.filter((one) => one.wrong === 0);
      fewest = wrong;
    }
    found.push({ word: other, wrong });
  }
  return found;
}
