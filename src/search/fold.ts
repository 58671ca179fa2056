/** Folds full-width forms, case, long vowels at the end of a katakana word (サーバー, サーバ), and spaces (Unicode NFKC). */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=[\u30a1-\u30faー]{2})ー(?![\u30a1-\u30faー])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
