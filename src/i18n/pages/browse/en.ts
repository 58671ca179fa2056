/** Words of the pages that lead to codes and pairs: home, list of all codes, compare. English gives the keys. */
export const browse = {
  compareTwo: 'Compare two codes',
  symptoms: 'Symptoms asked most',
  allSymptoms: 'All symptoms',
  allPairs: 'All pairs',
  link: 'How to link',
  linkCode: 'A code',
  linkPair: 'A pair, lower code first',
  linkSection: 'A section; the same name in both languages',
  linkMore: 'More about links, sources and corrections',
  filter: 'Show',
  anyClass: 'All classes',
  class: 'Class',
  method: 'Answers',
  anyMethod: 'Any request',
  sender: 'Sent by',
  anySender: 'Anyone',
  nature: 'Is it a fault?',
  anyNature: 'All',
  reset: 'Show all',
  /** `{n}` is the number of codes shown, `{all}` the number of all. */
  shown: '{n} of {all} codes',
  noneShown: 'No code fits. Take one of the filters back.',
  confusedWith: 'Often confused with',
  allOf: (code: number) => `all 74 with ${code}`,
  byCode: 'By code',
  byCodeHint: 'For each code the ones that it is taken for, and the way to its comparisons with all others.',
  grid: 'Grid of all pairs',
  gridHint:
    'One square per pair. Move with the arrow keys, open with Enter. A full square is a pair that a person has settled; an empty one is compared from the facts.',
  gridName: 'All pairs of codes',
};
export type BrowseWords = typeof browse;
