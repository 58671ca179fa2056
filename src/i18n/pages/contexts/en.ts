import type { ContextKind, Origin } from '../../../schema/contexts.ts';

/** Words of the pages about services, networks and closed products. English gives the keys. */
export const contexts = {
  /** Name of the overview in lists of pages. */
  label: 'Services and networks',
  overviewTitle: 'SIP codes in services, networks and closed products',
  overviewDescription: (count: number) =>
    `What ${count} services, networks and products show and send: their own numbers, the SIP code behind them, who made the response, and what to do.`,
  lead: 'A dashboard, a carrier or a closed product often shows a number of its own, or sends a registered code for a purpose of its own. Each page names the number, the SIP code behind it, who made the response and the page that says so.',
  note: 'Sources were read in stored copies on the days named, and nothing was tried out. Services change: if a case does not fit, ask yours.',
  kind: {
    overview: 'Side by side',
    service: 'Services and carriers',
    network: 'Networks and their rules',
    product: 'Products known by their manuals',
    client: 'Browsers and clients',
    protocol: 'Other protocols in the same call',
    scanner: 'Scanners',
  } satisfies Record<ContextKind, string>,
  origin: 'Who made the response',
  /** Which parts of a page rest on no source of their own. */
  ours: 'The summary and this paragraph are our judgement on the entries below.',
  oursAdvice: 'So are “How to tell” and “What to do”, unless a source is named there.',
  by: {
    service: 'made by the service or network itself',
    customer: 'made by the customer’s own equipment',
    carrier: 'passed on from a carrier behind it',
    callee: 'made by the called side',
    client: 'made up by the client, not on the wire',
  } satisfies Record<Origin, string>,
  shown: 'Shown as',
  name: 'Product or service',
  meaning: 'Meaning',
  tell: 'How to tell',
  fix: 'What to do',
  codes: 'SIP codes',
  allCodes: 'SIP codes on this page',
  made: 'Who',
  source: 'Source',
  sources: 'Sources',
  onlySecondHand: 'second-hand',
  secondHandNote: 'Marked “second-hand”: the owner’s own page was not seen; the source is a page about it.',
  read: (day: string) => `read on ${day}`,
  dated: (day: string) => `dated ${day}`,
  secondHand: 'not the owner’s own page',
  copy: 'read in a copy; the owner’s own page was not seen',
  elsewhere: 'On other pages',
  version: (version: string, date: string, commit: string) => `${version}, ${date}, commit ${commit}`,
  limits: 'What was not seen',
  others: 'Others of this kind',
  onCodePage: 'In services and networks',
  more: (count: number) => `${count} more`,
};
export type ContextWords = typeof contexts;
