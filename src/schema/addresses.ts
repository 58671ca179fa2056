import type { Content } from './content.ts';
import { TOPICS } from './glossary.ts';
import { rulingRfcs } from './rfcs.ts';

// Which pages the site has: links in texts and in the changelog lead to these. src/pages makes them; a test compares the
// two, so a new page that is not listed here does not go unnoticed.

/** English addresses of pages that exist once. */
const FIXED = [
  ...[
    '/',
    '/sip/',
    '/sip/compare/',
    '/sip/unregistered/',
    '/sip/reuse/',
    '/symptoms/',
    '/contexts/',
    '/vendors/',
    '/decode/',
  ],
  ...['/q850/', '/warnings/', '/metrics/', '/headers/', '/glossary/', '/rfc/', '/api/', '/changes/', '/about/'],
];

/** Contexts that have an address of their own. */
const ADDRESSES: Readonly<Record<string, string>> = {
  '603-plus': '/sip/603-plus/',
  failover: '/failover/',
  stun: '/stun/',
};

/** The English address of the page of a context */
export const contextAddress = (slug: string): string => ADDRESSES[slug] ?? `/contexts/${slug}/`;

/** What pages are named by, each as its file or folder is. */
interface Names {
  codes: number[];
  symptoms: string[];
  contexts: string[];
  vendors: string[];
}

const addressesBy = (names: Names, rfcs: number[], { classes, q850 }: Content['reference']): Set<string> =>
  new Set([
    ...FIXED,
    ...classes.map(({ digit }) => `/sip/${digit}xx/`),
    ...names.codes.map((code) => `/sip/${code}/`),
    ...names.codes.flatMap((a) => names.codes.filter((b) => b > a).map((b) => `/sip/${a}-vs-${b}/`)),
    ...names.symptoms.map((name) => `/symptoms/${name}/`),
    ...names.contexts.map(contextAddress),
    ...names.vendors.map((id) => `/vendors/${id}/`),
    ...q850.causes.map(({ cause }) => `/q850/${cause}/`),
    ...TOPICS.map((topic) => `/glossary/${topic}/`),
    ...rfcs.map((number) => `/rfc/${number}/`),
  ]);

/**
 * Lists every page that a text may lead to.
 *
 * @param content codes, symptoms, contexts and tables
 * @param vendors products by the name of their file
 * @returns English addresses without base path, such as `/sip/480-vs-486/`
 */
export function pageAddresses(
  { codes, symptoms, contexts, reference }: Pick<Content, 'codes' | 'symptoms' | 'contexts' | 'reference'>,
  vendors: readonly { id: string }[],
): Set<string> {
  const ruling = rulingRfcs(codes);
  return addressesBy(
    {
      codes: codes.map(({ number }) => number),
      symptoms: symptoms.map(({ name }) => name),
      contexts: contexts.map(({ slug }) => slug),
      vendors: vendors.map(({ id }) => id),
    },
    reference.rfcs.map(({ number }) => number).filter((number) => ruling.has(number)),
    reference,
  );
}

/**
 * Lists the pages of content in which something may be wrong: a file that has a fault is reported as itself, and a link to
 * its page is right.
 *
 * @param content what of it is right
 * @param names of all files, whether or not they are right
 * @returns addresses as of `pageAddresses`
 */
export function expectedAddresses(
  { codes, reference }: Pick<Content, 'codes' | 'reference'>,
  names: Names,
): Set<string> {
  const ruling = rulingRfcs(codes);
  // Which RFCs a code names nobody knows before its facts are right.
  const whole = names.codes.length === codes.length;
  const rfcs = reference.rfcs.map(({ number }) => number).filter((number) => !whole || ruling.has(number));
  return addressesBy({ ...names, codes: names.codes.sort((a, b) => a - b) }, rfcs, reference);
}
