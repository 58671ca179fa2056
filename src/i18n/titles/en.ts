import type { FindingKind } from '../../model/compare/findings.ts';
import { locales } from '../../locales.ts';
import { fit, topics, type Titles } from './shared.ts';

const limit = locales.en.limits.title;

/** What a difference is about, in a few words, for titles. */
const topic: Record<FindingKind, string> = {
  'methods-disjoint': 'different requests',
  'methods-narrower': 'which requests',
  nature: 'normal or a fault',
  next: 'what to do next',
  decision: 'who decides',
  reach: 'how far it reaches',
  lasts: 'how long it holds',
  local: 'on the wire or not',
  'senders-overlap': 'who may send it',
  'methods-overlap': 'which requests',
  'check-order': 'which test comes first',
  'next-actor': 'who has to act',
  confirmed: 'how it is confirmed',
  trace: 'what the trace shows',
  senders: 'who sends it',
  detail: 'which header to read',
  'mid-call': 'after a re-INVITE',
  subscription: 'subscriptions',
  dialog: 'what it ends',
  'unknown-to-old': 'old equipment',
  'both-unknown-to-old': 'old equipment',
  deprecated: 'which is current',
  failover: 'failover',
  'pstn-same': 'same Q.850 cause',
  'pstn-different': 'at a PSTN gateway',
  'pstn-returns': 'through the PSTN',
  'pstn-in': 'from the PSTN',
  metrics: 'statistics',
};

export const titles: Titles = {
  code: (code) => `SIP ${code.number} ${code.phrase}`,
  codePage: (code) => {
    const long = `SIP ${code.number} ${code.phrase}: meaning, causes, fix`;
    return long.length <= limit ? long : `SIP ${code.number} ${code.phrase}: meaning`;
  },
  pair: (a, b) => `SIP ${a.number} ${a.phrase} vs ${b.number} ${b.phrase}`,
  pairPage: (comparison) => {
    const { a, b } = comparison;
    const phrases = titles.pair(a, b);
    return phrases.length <= limit
      ? phrases
      : fit(`SIP ${a.number} vs ${b.number}: `, topics(comparison, topic), ', ', limit);
  },
  pairShort: (a, b) => `${a.number} vs ${b.number}`,
  responseClass: (digit, title) => `SIP ${digit}xx ${title}`,
  responseClassPage: (digit, title) => `SIP ${digit}xx responses (${title}): all codes of the class`,
  symptomPage: (title) => title,
  contextPage: (title) => title,
};
