import type { Locale } from '../../locales.ts';
import { ui } from '../ui/en.ts';
import { labels } from '../labels/en.ts';
import { wire } from '../wire/en.ts';
import { steps } from '../steps/en.ts';
import { titles } from '../titles/en.ts';
import { api } from '../pages/api/en.ts';
import { browse } from '../pages/browse/en.ts';
import { contexts } from '../pages/contexts/en.ts';
import { glossary } from '../pages/glossary/en.ts';
import { offline } from '../pages/offline/en.ts';
import { reuse } from '../pages/reuse/en.ts';
import { rfc } from '../pages/rfc/en.ts';
import { symptoms } from '../pages/symptoms/en.ts';
import { tables } from '../pages/tables/en.ts';
import { vendors } from '../pages/vendors/en.ts';
import { search } from '../search/labels/en.ts';
import { decodePage } from '../decoder/page/en.ts';
import { decoder } from '../decoder/words/en.ts';
import { copy } from '../pages/copy/en.ts';
import * as compare from '../compare/outcomes/en.ts';
import { findingSentence } from '../compare/findings/en.ts';
import { factLabels, factValue } from '../facts/en.ts';

/** Everything that a page says in English. Its keys are those of every language. */
export const messages = {
  locale: 'en' as Locale,
  ui,
  labels,
  wire,
  steps,
  titles,
  api,
  browse,
  contexts,
  glossary,
  offline,
  reuse,
  rfc,
  symptoms,
  tables,
  vendors,
  search,
  decodePage,
  decoder,
  copy,
  /** The sentence of a finding of a comparison. */
  finding: findingSentence,
  /** Whether both codes can occur in one exchange, as sentences. */
  together: compare.together,
  /** What a forking proxy forwards. */
  fork: compare.fork,
  /** What both codes have in common. */
  shared: compare.shared,
  /** What both codes mean, in a sentence and in brief. */
  meanings: compare.meanings,
  brief: compare.brief,
  /** What to do on receipt of a code. */
  received: compare.received,
  noChoice: compare.noChoice,
  factLabels,
  /** The value of a fact row as text. */
  fact: factValue,
};
export type Messages = typeof messages;
