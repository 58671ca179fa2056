import type { Locale } from '../schema/content.ts';
import { uiEn, type Ui } from './ui/en.ts';
import { uiJa } from './ui/ja.ts';
import { termsEn, type Terms } from './labels/en.ts';
import { termsJa } from './labels/ja.ts';
import { findingEn } from './compare/findings/en.ts';
import { findingJa } from './compare/findings/ja.ts';
import * as english from './compare/outcomes/en.ts';
import * as japanese from './compare/outcomes/ja.ts';
import * as factsEnglish from './facts/en.ts';
import * as factsJapanese from './facts/ja.ts';
import { titlesEn, titlesJa, type Titles } from './titles.ts';

/** Everything that speaks a language; pages pick one and stay with it. */
export interface Words {
  locale: Locale;
  ui: Ui;
  terms: Terms;
  finding: typeof findingEn;
  together: typeof english.togetherEn;
  fork: typeof english.forkEn;
  shared: typeof english.sharedEn;
  received: typeof english.receivedEn;
  noChoice: typeof english.noChoiceEn;
  /** The value of a fact row as text. */
  fact: typeof factsEnglish.factEn;
  titles: Titles;
  /** Joins sentences: with a space in English, without in Japanese. */
  sentences: (parts: string[]) => string;
}

const words: Record<Locale, Words> = {
  en: {
    locale: 'en',
    ui: uiEn,
    terms: termsEn,
    finding: findingEn,
    together: english.togetherEn,
    fork: english.forkEn,
    shared: english.sharedEn,
    received: english.receivedEn,
    noChoice: english.noChoiceEn,
    fact: factsEnglish.factEn,
    titles: titlesEn,
    sentences: (parts) => parts.join(' '),
  },
  ja: {
    locale: 'ja',
    ui: uiJa,
    terms: termsJa,
    finding: findingJa,
    together: japanese.togetherJa,
    fork: japanese.forkJa,
    shared: japanese.sharedJa,
    received: japanese.receivedJa,
    noChoice: japanese.noChoiceJa,
    fact: factsJapanese.factJa,
    titles: titlesJa,
    sentences: (parts) => parts.join(''),
  },
};

/** @returns the words of a language */
export const speak = (locale: Locale): Words => words[locale];
