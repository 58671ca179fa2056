/** What the search dialog and the 404 page say; `{}` is what is counted or named. */
export const search = {
  kindCode: 'code',
  deprecated: 'deprecated',
  kindList: 'list',
  kindPair: 'comparison',
  kindSymptom: 'symptom',
  kindContext: 'service or network',
  kindClass: 'class',
  kindCause: 'Q.850 cause',
  kindUnregistered: 'not registered',
  countOne: '1 result',
  countMany: '{} results',
  partial: 'Partial matches',
  unknown: '{} is not a registered SIP response code.',
  noCode: '{} cannot be a SIP response code: they are numbers from 100 to 699.',
  noRfc: 'No page here is about RFC {}.',
  rfcs: 'All RFCs of these pages',
  unknownTitle: '{}: no registered code',
  unregistered: 'Codes that the registry lacks',
  allCodes: 'All SIP response codes',
  cause: 'Q.850 cause {}',
  causeNone: 'RFC 3398 §7.2.4.1 lists no SIP response for Q.850 cause {}.',
  /** Between two codes that are compared. */
  versus: 'vs',
  nearest: 'Did you mean',
  reduced: 'The full search index could not be loaded; these are the matches by keyword.',
};
export type SearchWords = typeof search;
