// All that the decoder says, for the worker, which loads it in the language of the page.
export { decoder } from './words/en.ts';
export { decodePage } from './page/en.ts';
