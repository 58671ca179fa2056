/** What a reader's query means before any index is asked. Numbers are always the lower first in a pair. */
export type QueryAnswer =
  | { kind: 'code'; code: number }
  | { kind: 'pair'; a: number; b: number }
  | { kind: 'class'; digit: number }
  | { kind: 'prefix'; codes: number[] }
  | { kind: 'unknown-code'; code: number; digit: number };

/** What is known of a code where no content can be read: in the browser. */
export interface KnownCode {
  number: number;
  phrase: string;
  gloss: string;
}

/** Folds full-width forms, case and spaces, so that ４８７ is 487 and Busy  Here is busy here (Unicode NFKC). */
export const foldQuery = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * Reads numbers, pairs, classes and reason phrases out of a query, in any order and wording:
 * `487`, `SIP487`, `302 vs 487`, `487と302の違い`, `4xx`, `48`, `SIP/2.0 503 Service Unavailable`.
 *
 * @param text what was typed, in English or Japanese
 * @param codes all registered codes
 * @returns answers, best first; empty where only the index can help
 */
export function readQuery(text: string, codes: readonly KnownCode[]): QueryAnswer[] {
  const query = foldQuery(text).replace(/sip\/2\.0/g, ' ');
  if (query === '') return [];
  const known = new Set(codes.map((code) => code.number));

  const responseClass = /(?:^|[^0-9a-z])([1-6])xx(?![0-9a-z])/.exec(query);
  if (responseClass) return [{ kind: 'class', digit: Number(responseClass[1]) }];

  const numbers = [...new Set([...query.matchAll(/(?<!\d)\d{3}(?!\d)/g)].map((match) => Number(match[0])))];
  const registered = numbers.filter((number) => known.has(number));
  const answers: QueryAnswer[] = [];
  if (registered.length >= 2) {
    const [first, second] = registered as [number, number];
    answers.push({ kind: 'pair', a: Math.min(first, second), b: Math.max(first, second) });
  }
  for (const number of registered) answers.push({ kind: 'code', code: number });
  for (const number of numbers)
    if (!known.has(number) && number >= 100 && number <= 699)
      answers.push({ kind: 'unknown-code', code: number, digit: Math.floor(number / 100) });
  if (answers.length > 0) return answers;

  const start = /^(?:sip ?)?(\d{1,2})$/.exec(query)?.[1];
  if (start) {
    const matching = codes.filter((code) => String(code.number).startsWith(start)).map((code) => code.number);
    if (matching.length > 0)
      return start.length === 1
        ? [
            { kind: 'class', digit: Number(start) },
            { kind: 'prefix', codes: matching.slice(0, 10) },
          ]
        : [{ kind: 'prefix', codes: matching }];
  }

  // A whole phrase, or two of them, before the index: it names the code as surely as the number does.
  const named = codes.filter(
    (code) => query.includes(foldQuery(code.phrase)) || (code.gloss && foldQuery(code.gloss) === query),
  );
  // "not acceptable here" holds "not acceptable" too: the longest phrase at a place wins.
  const longest = named.filter(
    (code) =>
      !named.some(
        (other) =>
          other !== code &&
          other.phrase.length > code.phrase.length &&
          foldQuery(other.phrase).includes(foldQuery(code.phrase)),
      ),
  );
  if (longest.length === 2 && longest[0]!.phrase !== longest[1]!.phrase)
    answers.push({ kind: 'pair', a: longest[0]!.number, b: longest[1]!.number });
  for (const code of longest)
    if (code.phrase.length > 3 || query === foldQuery(code.phrase)) answers.push({ kind: 'code', code: code.number });
  return answers;
}
