// Rules of html-validate for every page of the built site (tests/site/invariants-html.test.ts). What differs from
// "recommended" has its reason beside it.
/** @type {import("html-validate").ConfigData} */
export default {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Not recommended by default; a label or description that names a missing id is lost to a screen reader.
    'no-missing-references': 'error',
    'input-missing-label': 'error',
    // Our own test allows 80 characters: both phrases of a pair have to stand in the title, and a search engine cuts it.
    'long-title': 'off',
    // The combobox of the search dialog needs a listbox that is no <select>; a table that scrolls is a labelled region,
    // and a <section> of its own would put it into the outline without a heading.
    'prefer-native-element': ['error', { exclude: ['listbox', 'region'] }],
  },
};
