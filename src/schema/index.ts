// The contract of `content/`: what each field is, what it may hold, and what to do when it is wrong. The door of this
// folder: files outside it import from here, files inside it from each other.

export { parseSource, type Source } from './citation.ts';
export { codeNumber, date, oneOf, sentence, source } from './fields.ts';
export * from './values.ts';
export * from './ladder.ts';
export * from './code-facts.ts';
export * from './entries.ts';
export * from './reference.ts';
