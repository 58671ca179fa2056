/** Longer numbers are replaced: a phone number has more digits than most counters reach. */
const LONGEST_KEPT = 3;

/**
 * Replaces numbers that count up, such as CSeq and the version of a session description, so that less stays less and
 * equal stays equal. Every number has to be seen before the first one is replaced.
 */
export class CountOrder {
  readonly #seen = new Map<string, Set<string>>();
  readonly #ranks = new Map<string, Map<string, string>>();

  /**
   * @param kind what is counted; numbers of two kinds are not compared
   * @param text decimal digits
   * @returns the same number if it is short, else one of at least four digits
   */
  replace(kind: string, text: string): string {
    const digits = text.replace(/^0+(?=\d)/, '');
    if (digits.length <= LONGEST_KEPT) return digits;
    const ranks = this.#ranks.get(kind);
    const known = ranks?.get(digits);
    if (known !== undefined) return known;
    const seen = this.#seen.get(kind) ?? new Set();
    seen.add(digits);
    this.#seen.set(kind, seen);
    return '1000';
  }

  /** Ends the seeing: from here on `replace` gives the position among all numbers of a kind. */
  settle(): void {
    for (const [kind, seen] of this.#seen) {
      const sorted = [...seen].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
      this.#ranks.set(kind, new Map(sorted.map((digits, rank) => [digits, String(1000 + rank)])));
    }
  }
}
