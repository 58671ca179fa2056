// A citation as text, for whoever needs no schema.

export const SOURCE = /^RFC (\d{4}) §((?:[A-Z]|\d+)(?:\.\d+)*)(?: (?:step|note|Table|item) \d+)?$/;

/** A citation, written `RFC 3261 §21.4.25`, with `step 6`, `note 2` or `Table 2` after it where that helps. */
export type Source = string;

/**
 * @param cited a citation as authored, e.g. `RFC 3261 §16.7 step 6`
 * @returns RFC number and section
 * @throws Error if the text is no citation (content is checked before, so this is a bug)
 */
export function parseSource(cited: Source): { rfc: number; section: string } {
  const match = SOURCE.exec(cited);
  if (!match) throw new Error(`Not a citation: ${cited}`);
  return { rfc: Number(match[1]), section: match[2]! };
}
