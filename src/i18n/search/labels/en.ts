/** What the search dialog and the 404 page say; `{}` is what is counted or named. */
export const search = {
  kindCode: 'code',
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
  noCode: '{} cannot be a SIP response code: they begin with 1 to 6.',
  cause: 'Q.850 cause {}',
  causeText: 'Q.850 cause {} and the SIP codes that RFC 3398 maps it to and from.',
  causeNone: 'RFC 3398 §7.2.4.1 lists no SIP response for Q.850 cause {}.',
  /** Between two codes that are compared. */
  versus: 'vs',
  nearest: 'Did you mean',
  reduced: 'The full search index could not be loaded; these are the matches by keyword.',
};
export type SearchWords = typeof search;
