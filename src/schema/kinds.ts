import type { z } from 'astro/zod';
import { perLocale, type Locale } from '../locales.ts';
import type { Component } from './check/mdx-body.ts';
import { factsSchema } from './code-facts.ts';
import { contextFactsSchema, contextSchemas } from './contexts.ts';
import { entrySchemas, noteFactsSchema, noteSchema, pageSchema } from './entries.ts';
import { symptomFactsSchema, symptomSchemas } from './symptoms.ts';

// The kinds of content that have a folder of their own for each entry. A new kind is a row here.

/** A kind: which folders it takes, and which files lie in each of them. */
export interface Kind<F extends z.ZodType = z.ZodType, T extends z.ZodType = z.ZodType> {
  /** Name of the folder of an entry. */
  name: RegExp;
  /** The folders that have to be there, and no others; absent where anybody may add one. */
  only?: readonly string[];
  /** What a name should be, as a message says it. */
  expected: string;
  /** Of `facts.yaml`; null if the kind has no facts. */
  facts: F | null;
  /** Of the front matter of `<locale>.mdx`. */
  texts: Record<Locale, T>;
  /** The components that the text below the front matter may hold; null where no page shows such a text. */
  body: readonly Component[] | null;
}

const WORDS = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const kind = <F extends z.ZodType, T extends z.ZodType>(row: Kind<F, T>): Kind<F, T> => row;

/** By the name of the folder in `content/`. */
export const KINDS = {
  codes: kind({
    name: /^[1-6]\d\d$/,
    expected: 'a folder named like a code, such as 487',
    facts: factsSchema,
    texts: entrySchemas,
    body: ['Cite'],
  }),
  comparisons: kind({
    name: /^[1-6]\d\d-vs-[1-6]\d\d$/,
    expected: 'a folder named like a pair, such as 480-vs-486',
    facts: noteFactsSchema,
    texts: perLocale(() => noteSchema),
    body: null,
  }),
  symptoms: kind({
    name: WORDS,
    expected: 'a folder named by the symptom, such as drops-after-32-seconds',
    facts: symptomFactsSchema,
    texts: symptomSchemas,
    body: null,
  }),
  contexts: kind({
    name: WORDS,
    expected: 'a folder named by the service, network or product, such as twilio',
    facts: contextFactsSchema,
    texts: contextSchemas,
    body: null,
  }),
  pages: kind({
    name: WORDS,
    // Each has a route in src/pages.
    only: ['about', 'api', 'decode'],
    expected: 'about, api, decode',
    facts: null,
    texts: perLocale(() => pageSchema),
    body: ['ApiFiles', 'ApiExamples', 'PackageExamples', 'LogFormats'],
  }),
};
