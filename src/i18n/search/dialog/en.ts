/** Words of the search dialog, which the script makes; label and placeholder of its field are those of the page's form. */
export const dialog = {
  hint: 'Type a code, two codes, or words from a display or log.',
  close: 'Close',
  none: 'Nothing found. Try a number, or browse all codes.',
  failed: 'The search index could not be loaded. Numbers still work; for words, browse all codes.',
  stale: 'The search could not be loaded. Enter loads a new page and searches there.',
  all: 'All SIP response codes',
};
export type DialogWords = typeof dialog;
