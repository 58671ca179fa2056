import type { CopyWords } from '../i18n/pages/copy/en.ts';
import type { DialogWords } from '../i18n/search/dialog/en.ts';

// The words of the scripts, in the language of the page; the other languages are not loaded.

const words = (await import(`../i18n/browser/${document.documentElement.lang}.ts`)) as {
  copy: CopyWords;
  dialog: DialogWords;
};

export const copyWords = words.copy;
export const dialogWords = words.dialog;
