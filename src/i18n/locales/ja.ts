import type { Messages } from './en.ts';
import { ui } from '../ui/ja.ts';
import { labels } from '../labels/ja.ts';
import { wire } from '../wire/ja.ts';
import { steps } from '../steps/ja.ts';
import { titles } from '../titles/ja.ts';
import { api } from '../pages/api/ja.ts';
import { browse } from '../pages/browse/ja.ts';
import { contexts } from '../pages/contexts/ja.ts';
import { glossary } from '../pages/glossary/ja.ts';
import { offline } from '../pages/offline/ja.ts';
import { reuse } from '../pages/reuse/ja.ts';
import { rfc } from '../pages/rfc/ja.ts';
import { symptoms } from '../pages/symptoms/ja.ts';
import { tables } from '../pages/tables/ja.ts';
import { vendors } from '../pages/vendors/ja.ts';
import { search } from '../search/labels/ja.ts';
import { decodePage } from '../decoder/page/ja.ts';
import { decoder } from '../decoder/words/ja.ts';
import { copy } from '../pages/copy/ja.ts';
import * as compare from '../compare/outcomes/ja.ts';
import { findingSentence } from '../compare/findings/ja.ts';
import { factLabels, factValue } from '../facts/ja.ts';

/** Everything that a page says in Japanese. */
export const messages: Messages = {
  locale: 'ja',
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
