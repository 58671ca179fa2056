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
  const numbers = codes.map(({ number }) => number);
  return new Set([
    ...FIXED,
    ...reference.classes.map(({ digit }) => `/sip/${digit}xx/`),
    ...numbers.map((number) => `/sip/${number}/`),
    ...numbers.flatMap((a) => numbers.filter((b) => b > a).map((b) => `/sip/${a}-vs-${b}/`)),
    ...symptoms.map(({ name }) => `/symptoms/${name}/`),
    ...contexts.map(({ slug }) => contextAddress(slug)),
    ...vendors.map(({ id }) => `/vendors/${id}/`),
    ...reference.q850.causes.map(({ cause }) => `/q850/${cause}/`),
    ...TOPICS.map((topic) => `/glossary/${topic}/`),
    ...reference.rfcs.filter(({ number }) => ruling.has(number)).map(({ number }) => `/rfc/${number}/`),
  ]);
}
