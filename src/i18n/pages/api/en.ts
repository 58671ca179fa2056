/** Words of the pages about the API and about changes. */
export const api = {
  label: 'API',
  files: {
    code: 'One code: facts with citations, header fields, Q.850 causes in both directions, sources, texts in both languages',
    pairs:
      'The 74 comparisons of one code: tier, verdict or first difference in both languages, what a fork lets through',
    codes: 'All codes: phrase, class, nature, summary in both languages, addresses',
    csv: 'The same as a table: UTF-8, RFC 4180',
    schema: 'JSON Schema (2020-12) of each kind of file',
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
