// Kanji that Japanese is written with, as against those of Chinese alone, which share their script.

let known: Set<string> | null = null;

/** The kanji of JIS X 0208 with the additions of Windows: all two-byte characters of Shift_JIS (WHATWG Encoding §13.2) */
function kanji(): Set<string> {
  const decoder = new TextDecoder('shift_jis');
  const set = new Set<string>();
  for (let lead = 0x81; lead <= 0xfc; lead += 1)
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (/^\p{Script=Han}$/u.test(character)) set.add(character);
    }
  return set;
}

/** The first Chinese character of a text that no Japanese character set of everyday use has, or null */
export function foreignKanji(text: string): string | null {
  known ??= kanji();
  return text.match(/\p{Script=Han}/gu)?.find((character) => !known!.has(character)) ?? null;
}
