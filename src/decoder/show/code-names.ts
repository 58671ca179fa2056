import type { State } from '../../model/ladder/ladder.ts';

export interface Link {
  label: string;
  /** Path of the page, with the base path. */
  href: string;
}

/** What the page knows of a code: from content, handed in because the decoder ships without content. */
export interface CodeFacts {
  /** Reason phrase as registered. */
  phrase: string;
  /** One sentence in the language of the page. */
  summary: string;
  /** Path of its page, with the base path. */
  path: string;
  nature: State;
}

/** Names in one language by number; a number that is missing has no name and no link. */
export interface Names {
  codes: Record<number, CodeFacts>;
  /** Q.850 causes. */
  causes: Record<number, string>;
  /** Warning codes (RFC 3261 §20.43). */
  warnings: Record<number, string>;
  /** Pages of symptoms by the name of their folder. */
  symptoms: Record<string, Link>;
  /** Entries of carriers' own meanings by their id. */
  reuse: Record<string, Link>;
}

/** `486 Busy Here`, or the number alone where it has no name */
export function codeName(code: number, { codes }: Pick<Names, 'codes'>): string {
  const phrase = codes[code]?.phrase;
  return phrase ? `${code} ${phrase}` : String(code);
}
