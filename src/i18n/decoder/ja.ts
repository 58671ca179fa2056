// All that the decoder says, for the worker, which loads it in the language of the page.
export { decoder } from './words/ja.ts';
export { decodePage } from './page/ja.ts';
