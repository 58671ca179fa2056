/** Words of the pages about the API and about changes. */
export const api = {
  label: 'API',
  files: {
    index: 'All files by kind, each with its schema and date: where a mirror begins',
    openapi: 'Description by OpenAPI 3.1, for tools that make clients',
    code: 'One code: facts with citations and in words, header fields, Q.850 causes in both directions, the ladder, an example message, texts in both languages',
    codes: 'All codes: phrase, class, nature, summary in both languages, addresses',
    pairs:
      'The 74 comparisons of one code: tier, verdict or first difference in both languages, what a fork lets through',
    comparison: 'One comparison that a person settled: verdict, differences, advice, with the sections behind them',
    comparisons: 'All comparisons that a person settled, with their verdicts',
    symptom: 'One symptom: what the trace shows, causes with their tests, the ladder, what a ticket needs',
    symptoms: 'All symptoms with their codes',
    context:
      'One service, network, closed product, client or protocol (failover and STUN too): which codes mean what there, with the pages that say so',
    contexts: 'All services, networks, closed products, clients and protocols',
    product: 'One product by its source code: what it sends and when, its Q.850 tables, each with file and line',
    products: 'All products by their source code',
    classes: 'The six classes, the IANA registry, further names of codes',
    unregistered: 'Codes that the registry lacks, with their senders',
    q850: 'Q.850 causes with the tables of RFC 3398 in both directions',
    reason: 'The Reason header field: rules, examples, locations',
    warnings: 'Warning codes with their texts and the responses that carry them',
    headers: 'Header fields: where defined, what to read in them, which codes carry them',
    metrics: 'Which responses RFC 6076 counts in SER, SEER, ISA and SCR',
    rfcs: 'RFCs that are cited, and which codes each defines',
    glossary: 'Terms of SIP in both languages, with definitions',
    changes: 'What changed on this site, newest first',
    csv: 'The list of codes as a table: UTF-8, RFC 4180',
  },
  changesLabel: 'Changes',
  changesTitle: 'What changed on SIP Codes',
  changesDescription:
    'New pages, corrections and changes of the API on SIP Codes, newest first, with the pages concerned. Also as an Atom feed.',
  changesIntro: 'New pages, corrections and changes of the API, newest first.',
  feed: 'Atom feed',
  alsoChanged: 'Also changed',
  pageChanged: (name: string, date: string) => `${name} was changed on ${date}.`,
};
export type ApiWords = typeof api;
