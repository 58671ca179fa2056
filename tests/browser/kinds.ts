/** One page of each kind; the rest of the site is checked as text. */
const KINDS = [
  '',
  'sip/',
  'sip/4xx/',
  'sip/487/',
  'sip/302-vs-487/',
  'sip/405-vs-481/',
  'sip/compare/',
  'sip/unregistered/',
  'q850/',
  'warnings/',
  'metrics/',
  'headers/',
  'glossary/',
  'rfc/',
  'rfc/3261/',
  'vendors/',
  'vendors/asterisk/',
  'symptoms/',
  'symptoms/drops-after-32-seconds/',
  'about/',
  'nowhere/',
];

/** Their paths in both languages. */
export const ADDRESSES = ['/', '/ja/'].flatMap((prefix) => KINDS.map((kind) => prefix + kind));
