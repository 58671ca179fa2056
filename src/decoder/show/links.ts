import { reuseOf, symptomsOf } from './symptoms.ts';
import type { Analysed } from './analyse.ts';
import { codeName, type Link, type Names } from './code-names.ts';

interface LinkContext {
  names: Names;
  pair: (a: number, b: number) => string;
  words: { versus: (a: number, b: number) => string };
}

/**
 * @param calls one exchange, or the legs of one conversation
 * @param context codes, symptoms and entries that have a page (what is missing there gets no link), the path and the name of
 *   the comparison of two codes
 * @returns where to read on: the nearest symptoms, carriers' own meanings, the codes and their comparison
 */
export function linksOf(calls: Analysed[], { names, pair, words }: LinkContext): Link[] {
  const unique = <Item>(of: (call: Analysed) => Item[]): Item[] => [...new Set(calls.flatMap(of))];
  const two = calls.map((one) => one.pair).find((one) => one?.every((code) => names.codes[code]));
  return [
    ...unique(({ outcome, findings }) => symptomsOf(outcome, findings)).flatMap((name) => names.symptoms[name] ?? []),
    ...unique(({ findings }) => reuseOf(findings)).flatMap((id) => names.reuse[id] ?? []),
    ...unique(({ codes }) => codes)
      .filter((code) => names.codes[code])
      .map((code) => ({ label: codeName(code, names), href: names.codes[code]!.path })),
    ...(two ? [{ label: words.versus(...two), href: pair(...two) }] : []),
  ];
}
